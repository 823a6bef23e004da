package dev.apim.runner.http;

import dev.apim.http.HttpRequest;
import dev.apim.http.HttpResponse;
import dev.apim.http.HttpService;
import dev.apim.http.ServerCall;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Answers the health probes itself and leaves everything else to a service. */
final class StatusPages implements HttpService {
    /** What Azure's gateways answer probes at. */
    static final String STATUS = "/status-0123456789abcdef";

    static final String HEALTH = "/health";

    private final Set<String> paths;
    private final BooleanSupplier draining;
    private final HttpService rest;

    StatusPages(Set<String> paths, BooleanSupplier draining, HttpService rest) {
        this.paths = paths;
        this.draining = draining;
        this.rest = rest;
    }

    /** Nothing but the probes. */
    static HttpService nothingElse() {
        return (request, call) -> {
            call.respond(HttpResponse.of(404, "application/json", ErrorBody.json(404, "Resource not found")));
            return cause -> {};
        };
    }

    @Override
    public Ending handle(HttpRequest request, ServerCall call) {
        if (!paths.contains(request.target())
                || !(request.method().equals("GET") || request.method().equals("HEAD"))) {
            return rest.handle(request, call);
        }
        boolean ready = !draining.getAsBoolean();
        call.respond(HttpResponse.of(
                ready ? 200 : 503,
                "application/json",
                ready ? "{ \"status\": \"up\" }" : "{ \"status\": \"draining\" }"));
        return cause -> {};
    }
}
