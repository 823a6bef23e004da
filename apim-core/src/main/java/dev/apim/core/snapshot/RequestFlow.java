package dev.apim.core.snapshot;

import dev.apim.backend.BackendClient;
import dev.apim.core.error.BuiltInError;
import dev.apim.core.pipeline.ExchangeFlow;
import dev.apim.core.pipeline.GatewayExchange;
import dev.apim.core.policies.message.Destination;
import dev.apim.core.routing.CanonicalPath;
import dev.apim.core.routing.RouteResult;
import dev.apim.core.snapshot.ApiNode.OperationNode;
import dev.apim.core.subscription.Decision;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import dev.apim.http.QueryParameters;
import dev.apim.http.Url;
import dev.apim.kind.CompiledApi;
import dev.apim.model.Api;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The built-in steps of one request, from its path to its program: match, preflight, authorize. */
public final class RequestFlow implements Supplier<QueryParameters> {
    private final Snapshot snapshot;
    private final CanonicalPath path;
    private final GatewayExchange exchange;
    private final ExchangeFlow flow;
    private final boolean enforceScheme;

    /** For a request whose path, relative to the mount, is known to be well-formed. */
    public RequestFlow(
            Snapshot snapshot, CanonicalPath path, GatewayExchange exchange, ExchangeFlow flow, boolean enforceScheme) {
        this.snapshot = snapshot;
        this.path = path;
        this.exchange = exchange;
        this.flow = flow;
        this.enforceScheme = enforceScheme;
    }

    /** Takes the request to its policies, or to the error that it comes to. */
    public void start() {
        HttpRequest request = exchange.received();
        RouteResult<ApiNode, OperationNode> result = snapshot.route(request.method(), path, request.headers());
        if (result instanceof RouteResult.Matched<ApiNode, OperationNode> matched) {
            matched(matched);
        } else if (result instanceof RouteResult.NoOperation<ApiNode, OperationNode> none) {
            noOperation(none);
        } else if (result instanceof RouteResult.Malformed<ApiNode, OperationNode> malformed) {
            exchange.program(snapshot.globalProgram());
            refuse(BuiltInError.badRequest(malformed.message()));
        } else {
            notFound();
        }
    }

    private void matched(RouteResult.Matched<ApiNode, OperationNode> matched) {
        ApiNode api = matched.api();
        if (!schemeAllowed(api.api())) {
            notFound();
            return;
        }
        OperationNode operation = matched.operation();
        exchange.matched(api.api(), operation.operation, matched.parameters());
        exchange.request().url(backendUrl(api, matched.apiSegments()));
        Decision decision = authorize(api.api());
        if (decision instanceof Decision.Allowed allowed) {
            allow(allowed);
            exchange.program(snapshot.programs().of(api, operation, allowed.product()));
            flow.start();
        } else {
            exchange.program(snapshot.programs().of(api, operation, null));
            String host = exchange.received().host();
            refuse(
                    decision instanceof Decision.Missing
                            ? BuiltInError.subscriptionKeyNotFound(host, api.api())
                            : BuiltInError.subscriptionKeyInvalid(host, api.api()));
        }
    }

    /** An OPTIONS request that no operation takes may be a preflight: those cors policies answer it that the real request would meet. */
    private void noOperation(RouteResult.NoOperation<ApiNode, OperationNode> none) {
        ApiNode api = none.api();
        if (!schemeAllowed(api.api())) {
            notFound();
            return;
        }
        exchange.matched(api.api(), null, Map.of());
        exchange.program(snapshot.programs().of(api));
        Headers headers = exchange.received().headers();
        String announced = headers.get("Access-Control-Request-Method");
        boolean preflight = exchange.received().method().equals("OPTIONS")
                && announced != null
                && headers.contains("Origin")
                && !none.definesOptions();
        if (preflight && announced != null) {
            exchange.request().url(backendUrl(api, none.apiSegments()));
            preflight(api, announced);
        } else {
            // The address stays the client's: public on-error policies tell from context.Request.Url.Path what was
            // asked for.
            refuseUnlessSite();
        }
    }

    private void preflight(ApiNode api, String announced) {
        Decision decision = authorize(api.api());
        if (decision instanceof Decision.Allowed allowed) {
            allow(allowed);
        }
        RouteResult<ApiNode, OperationNode> real =
                snapshot.route(announced, path, exchange.received().headers());
        if (real instanceof RouteResult.Matched<ApiNode, OperationNode> matched) {
            exchange.matched(matched.api().api(), matched.operation().operation, matched.parameters());
            exchange.program(snapshot.programs().of(matched.api(), matched.operation(), exchange.product()));
        }
        if (!flow.preflight()) {
            refuse(BuiltInError.operationNotFound());
        }
    }

    private Decision authorize(Api api) {
        return snapshot.gate().authorize(api, exchange.received().headers(), this);
    }

    /** The query's parameters, where the key is not in a field. */
    @Override
    public QueryParameters get() {
        return path.parameters();
    }

    private void allow(Decision.Allowed allowed) {
        exchange.authorized(allowed);
    }

    private boolean schemeAllowed(Api api) {
        return !enforceScheme || api.protocols().contains(exchange.received().scheme());
    }

    private void notFound() {
        exchange.program(snapshot.globalProgram());
        refuseUnlessSite();
    }

    private void refuseUnlessSite() {
        if (!flow.site()) {
            refuse(BuiltInError.operationNotFound());
        }
    }

    private void refuse(BuiltInError error) {
        flow.fail(error.failure(), error.lastError());
    }

    /**
     * Service URL, then everything after API path, version and revision. An API without a service URL is the host's own where there is
     * a host, which sees what the client called; elsewhere it keeps the gateway's address.
     */
    private Url backendUrl(ApiNode api, int apiSegments) {
        CompiledApi compiled = api.compiled();
        if (compiled != null) {
            exchange.put(CompiledApi.KEY, compiled);
            if (compiled.answers()) {
                Url asked = url(exchange.originalUrl(), "", path.after(apiSegments));
                AnswerClient client = new AnswerClient(compiled, exchange);
                exchange.put(Destination.INLINE, new Destination.Inline(client, asked.path(), 0));
                return asked;
            }
        }
        Url service = api.serviceUrl;
        if (service == null) {
            return hostUrl(apiSegments);
        }
        return url(service, service.path(), path.after(apiSegments));
    }

    private Url hostUrl(int apiSegments) {
        Url called = exchange.originalUrl();
        Url asked = path.hasRevision()
                ? url(called, exchange.mount() + path.before(apiSegments), path.after(apiSegments))
                : called;
        Optional<BackendClient> host = exchange.inline(asked);
        if (host.isPresent()) {
            int base = exchange.mount().length() + path.lengthBefore(apiSegments);
            exchange.put(Destination.INLINE, new Destination.Inline(host.get(), asked.path(), base));
            return asked;
        }
        return url(called, "", path.after(apiSegments));
    }

    private Url url(Url base, String basePath, String operationPath) {
        String trimmed = basePath.endsWith("/") ? basePath.substring(0, basePath.length() - 1) : basePath;
        String full = trimmed + operationPath;
        return new Url(base.scheme(), base.host(), base.port(), full.isEmpty() ? "/" : full, path.query());
    }
}
