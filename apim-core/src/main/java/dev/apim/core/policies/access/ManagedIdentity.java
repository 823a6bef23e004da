package dev.apim.core.policies.access;

import dev.apim.Cancellable;
import dev.apim.Time;
import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.core.policies.message.Answer;
import dev.apim.core.policies.message.Engine;
import dev.apim.core.policies.message.IdentityTokens;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.QueryParameters;
import dev.apim.http.Url;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyServices;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's own identity, by the public protocols of the places it may run at: App Service, a cluster with workload identity, a
 * virtual machine. Tokens are kept until shortly before their end. Thread-safe.
 */
public final class ManagedIdentity {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST_FILE = 16 * 1024;
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final IdentityEnvironment environment;
    private final TokenShelf<Wanted> shelf = new TokenShelf<>();

    private record Wanted(String resource, @Nullable String clientId) {}

    /** The identity that an environment tells of. */
    public ManagedIdentity(IdentityEnvironment environment) {
        this.environment = environment;
    }

    /** The same as policies ask for it, over the engines of one gateway. */
    public IdentityTokens tokens(PolicyServices services) {
        return (exchange, resource, clientId, then) -> Outcome.suspend(
                shelf.get(
                        new Wanted(resource, clientId),
                        services.time(),
                        () -> ask(exchange, services, resource, clientId)),
                (e, token, failure) -> then.resume(e, token == null ? null : token.value(), failure),
                Cancellable.none());
    }

    private CompletionStage<AccessToken> ask(
            Exchange exchange, PolicyServices services, String resource, @Nullable String clientId) {
        if (environment.appService().isPresent()) {
            return send(exchange, services, appService(environment.appService().get(), resource, clientId));
        }
        if (environment.workload().isPresent()) {
            IdentityEnvironment.Workload workload = environment.workload().get();
            return Engine.onWorker(exchange, () -> assertion(workload))
                    .thenCompose(
                            assertion -> send(exchange, services, workload(workload, assertion, resource, clientId)));
        }
        return send(exchange, services, imds(resource, clientId));
    }

    private static BackendRequest appService(
            IdentityEnvironment.AppService place, String resource, @Nullable String clientId) {
        return get(
                place.endpoint(),
                "2019-08-01",
                resource,
                clientId,
                Headers.of("X-IDENTITY-HEADER", place.header(), "Accept", "application/json"));
    }

    private BackendRequest imds(String resource, @Nullable String clientId) {
        return get(
                environment.imds().withPath("/metadata/identity/oauth2/token"),
                "2018-02-01",
                resource,
                clientId,
                Headers.of("Metadata", "true", "Accept", "application/json"));
    }

    private static BackendRequest get(
            Url url, String version, String resource, @Nullable String clientId, Headers headers) {
        QueryParameters query = QueryParameters.parse(url.query())
                .without("api-version")
                .with("api-version", version)
                .with("resource", resource);
        Url target = url.withQuery((clientId == null ? query : query.with("client_id", clientId)).toString());
        return request("GET", target, headers, Body.empty());
    }

    private static BackendRequest workload(
            IdentityEnvironment.Workload place, String assertion, String resource, @Nullable String clientId) {
        String form = new FormText()
                .add("grant_type", "client_credentials")
                .add("client_id", clientId == null ? place.clientId() : clientId)
                .add("client_assertion_type", ASSERTION)
                .add("client_assertion", assertion)
                .add("scope", resource.endsWith("/.default") ? resource : resource + "/.default")
                .encoded();
        Url url = place.authority()
                .withPath("/" + place.tenant() + "/oauth2/v2.0/token")
                .withQuery("");
        return request(
                "POST",
                url,
                Headers.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                Body.of(form));
    }

    private static BackendRequest request(String method, Url url, Headers headers, Body body) {
        return new BackendRequest(method, url, headers, body, PATIENCE, Duration.ZERO, ConnectionOptions.DEFAULT);
    }

    private static String assertion(IdentityEnvironment.Workload place) {
        try {
            if (Files.size(place.tokenFile()) > LONGEST_FILE) {
                throw new TokenAnswerException("the file of the federated token is longer than " + LONGEST_FILE);
            }
            return Files.readString(place.tokenFile()).strip();
        } catch (IOException e) {
            throw new TokenAnswerException("the file of the federated token cannot be read");
        }
    }

    private static CompletionStage<AccessToken> send(
            Exchange exchange, PolicyServices services, BackendRequest request) {
        Time time = services.time();
        return Answer.forMany(Engine.client(exchange, services.backendClient()), request, services.time(), LARGEST)
                .thenApply(response -> AccessToken.read(response, time.now()));
    }

    @Override
    public String toString() {
        return "ManagedIdentity";
    }
}
