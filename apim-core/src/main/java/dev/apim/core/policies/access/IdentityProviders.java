package dev.apim.core.policies.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.core.jwt.KeyRefresh;
import dev.apim.core.jwt.OpenIdProvider;
import dev.apim.core.jwt.RememberedTokens;
import dev.apim.core.policies.message.AddressPolicy;
import dev.apim.core.policies.message.Answer;
import dev.apim.core.policies.message.Engine;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.ResponseMessage;
import dev.apim.http.Url;
import dev.apim.policy.Exchange;
import dev.apim.policy.PolicyServices;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The identity providers that policies of one gateway ask, and the tokens they have verified. Outlives configurations; thread-safe. */
final class IdentityProviders {
    private static final Duration LONGEST_FETCH = Duration.ofSeconds(2);
    private static final int LARGEST = 1024 * 1024;
    private static final int MOST = 1_000;

    private final Cache<String, OpenIdProvider> providers =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();
    private final RememberedTokens tokens = new RememberedTokens();
    private final KeyRefresh rules;
    private final AddressPolicy addresses;

    IdentityProviders(KeyRefresh rules, AddressPolicy addresses) {
        this.rules = rules;
        this.addresses = addresses;
    }

    /** The one whose discovery document is there; the same for all policies. */
    OpenIdProvider at(Url configuration, PolicyServices services) {
        return providers.get(
                configuration.toString(), url -> new OpenIdProvider(configuration, rules, services.time()));
    }

    RememberedTokens tokens() {
        return tokens;
    }

    /** Fetches for all exchanges, whichever happened to ask. */
    OpenIdProvider.Fetcher fetcher(Exchange exchange, PolicyServices services) {
        return (url, trusted) -> fetch(exchange, services, url, trusted ? AddressRule.ANY : addresses.computed());
    }

    private static CompletionStage<byte[]> fetch(
            Exchange exchange, PolicyServices services, Url url, AddressRule rule) {
        BackendRequest request = new BackendRequest(
                "GET",
                url,
                Headers.of("Accept", "application/json"),
                Body.empty(),
                LONGEST_FETCH,
                Duration.ZERO,
                rule == AddressRule.ANY ? ConnectionOptions.DEFAULT : new ConnectionOptions(true, true, null, rule));
        return Answer.forMany(Engine.client(exchange, services.backendClient()), request, services.time(), LARGEST)
                .thenApply(IdentityProviders::content);
    }

    private static byte[] content(ResponseMessage response) {
        if (response.status() != 200) {
            throw new IllegalStateException("the status is " + response.status());
        }
        return response.body().read(true);
    }
}
