package dev.apim.core.policies.access;

import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.core.policies.message.Answer;
import dev.apim.core.policies.message.Engine;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.Url;
import dev.apim.model.Authorization;
import dev.apim.policy.Exchange;
import dev.apim.policy.PolicyServices;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gets access tokens by authorizations (RFC 6749 §4.4, §6) and keeps them until shortly before their end. A refresh token that a
 * provider replaces is kept in this process. Thread-safe.
 */
final class AuthorizationTokens {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 256 * 1024;
    private static final String MICROSOFT = "https://login.microsoftonline.com";

    private final TokenShelf<Wanted> shelf = new TokenShelf<>();
    private final Map<Wanted, String> replaced = new ConcurrentHashMap<>();

    /** What changes with it is another authorization. */
    private record Wanted(String provider, String id, int parameters) {}

    CompletionStage<AccessToken> token(Authorization authorization, Exchange exchange, PolicyServices services) {
        Wanted wanted = new Wanted(
                authorization.providerId(),
                authorization.id(),
                authorization.parameters().hashCode());
        return shelf.get(wanted, services.time(), () -> ask(authorization, wanted, exchange, services));
    }

    private CompletionStage<AccessToken> ask(
            Authorization authorization, Wanted wanted, Exchange exchange, PolicyServices services) {
        BackendRequest request;
        try {
            request = request(authorization, wanted);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(
                    new TokenAnswerException("authorization '" + authorization.id() + "' " + e.getMessage()));
        }
        return Answer.forMany(Engine.client(exchange, services.backendClient()), request, services.time(), LARGEST)
                .thenApply(
                        response -> AccessToken.read(response, services.time().now()))
                .thenApply(token -> {
                    String next = token.answer().path("refresh_token").asText();
                    if (!next.isEmpty()) {
                        replaced.put(wanted, next);
                    }
                    return token;
                });
    }

    private BackendRequest request(Authorization authorization, Wanted wanted) {
        Map<String, String> parameters = authorization.parameters();
        boolean own = authorization.grant().equalsIgnoreCase("ClientCredentials");
        FormText form = new FormText().add("grant_type", own ? "client_credentials" : "refresh_token");
        if (!own) {
            String refresh = replaced.getOrDefault(wanted, text(parameters, "refreshToken"));
            if (refresh.isEmpty()) {
                throw new IllegalArgumentException(
                        "has no refreshToken among its parameters: nobody has consented yet");
            }
            form.add("refresh_token", refresh);
        }
        form.add("client_id", needed(parameters, "clientId")).add("client_secret", needed(parameters, "clientSecret"));
        add(form, "scope", text(parameters, "scopes"));
        add(form, "resource", text(parameters, "resourceUri"));
        return new BackendRequest(
                "POST",
                url(authorization, own),
                Headers.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                Body.of(form.encoded()),
                PATIENCE,
                Duration.ZERO,
                ConnectionOptions.DEFAULT);
    }

    private static Url url(Authorization authorization, boolean own) {
        Map<String, String> parameters = authorization.parameters();
        String refresh = own ? "" : text(parameters, "refreshUrl");
        String stated = refresh.isEmpty() ? text(parameters, "tokenUrl") : refresh;
        if (stated.isEmpty() && authorization.identityProvider().equalsIgnoreCase("aad")) {
            String login = text(parameters, "loginUri");
            String tenant = text(parameters, "tenantId");
            stated = (login.isEmpty() ? MICROSOFT : login).replaceFirst("/+$", "") + "/"
                    + (tenant.isEmpty() ? "common" : tenant) + "/oauth2/token";
        }
        if (stated.isEmpty()) {
            throw new IllegalArgumentException("has no tokenUrl among the parameters of its provider");
        }
        return Url.parse(stated);
    }

    private static void add(FormText form, String name, String value) {
        if (!value.isEmpty()) {
            form.add(name, value);
        }
    }

    private static String needed(Map<String, String> parameters, String name) {
        String value = text(parameters, name);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("has no " + name + " among its parameters");
        }
        return value;
    }

    private static String text(Map<String, String> parameters, String name) {
        @Nullable String value = parameters.get(name);
        return value == null ? "" : value.strip();
    }
}
