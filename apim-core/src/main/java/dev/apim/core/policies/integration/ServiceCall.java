package dev.apim.core.policies.integration;

import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.core.policies.message.Answer;
import dev.apim.core.policies.message.BackendEntity;
import dev.apim.core.policies.message.Engine;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.ResponseMessage;
import dev.apim.http.Url;
import dev.apim.model.Api;
import dev.apim.model.Backend;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.Scope;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A policy's own call of another service: sent on the exchange's lane, its whole answer in memory within a limit and a time. */
public final class ServiceCall {
    private ServiceCall() {}

    /**
     * Sends a request and waits for the whole answer.
     *
     * @param request its timeout is for the whole answer
     * @param limit most bytes of the answer's body
     * @param then goes on with the answer, or with a {@link dev.apim.backend.BackendException}
     */
    public static Outcome send(
            Exchange exchange,
            PolicyServices services,
            BackendRequest request,
            int limit,
            Outcome.Resumption<ResponseMessage> then) {
        Answer answer = new Answer(exchange, limit);
        answer.start(Engine.client(exchange, services.backendClient()), request, services.time());
        return Outcome.suspend(answer.done(), then, answer);
    }

    /** A request to a URL that the operator wrote. */
    public static BackendRequest request(String method, Url url, Headers headers, Body body, Duration timeout) {
        return new BackendRequest(method, url, headers, body, timeout, Duration.ZERO, ConnectionOptions.DEFAULT);
    }

    /**
     * A POST to a path behind a backend entity, with its credentials and TLS rules. The path may have a query, which follows that of the
     * entity's URL.
     */
    public static BackendRequest post(
            Exchange exchange, Entity entity, String path, Headers headers, Body body, Duration timeout) {
        Url base = Url.parse(entity.backend().url());
        String start =
                base.path().endsWith("/") ? base.path().substring(0, base.path().length() - 1) : base.path();
        int mark = path.indexOf('?');
        Url url = base.withPath(start + (mark < 0 ? path : path.substring(0, mark)))
                .withQuery(joined(base.query(), mark < 0 ? "" : path.substring(mark + 1)));
        Url target = BackendEntity.authorize(entity.backend(), headers, url);
        return new BackendRequest(
                "POST",
                target,
                headers,
                body,
                timeout,
                Duration.ZERO,
                BackendEntity.options(entity.backend(), entity.workspace(), AddressRule.ANY, exchange));
    }

    private static String joined(String query, String more) {
        return query.isEmpty() || more.isEmpty() ? query + more : query + "&" + more;
    }

    /**
     * A backend entity and whose it is.
     *
     * @param backend the entity
     * @param workspace that owns it; {@code null} for the service
     */
    public record Entity(Backend backend, @Nullable String workspace) {}

    /** The single backend that a document of a scope names; empty where there is none with an http or https URL. */
    public static Optional<Entity> entity(Exchange exchange, Scope scope, String id) {
        Api api = exchange.api();
        String workspace = scope == Scope.GLOBAL || api == null ? null : api.workspaceId();
        return exchange.gateway()
                .backend(workspace, id.strip())
                .filter(backend -> backend.url().startsWith("http"))
                .map(backend -> new Entity(backend, workspace));
    }
}
