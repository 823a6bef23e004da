package dev.apim.core.policies.caching;

import dev.apim.http.Headers;
import dev.apim.policy.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which requests the cache may answer and learn from. */
final class RequestRule {
    private static final List<String> METHOD_OVERRIDES =
            List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override");

    private RequestRule() {}

    /** Why the cache has nothing to do with the request; {@code null} where it has. */
    static @Nullable String refusal(Exchange exchange, ResponseKey.Selection selection, boolean allowPrivate) {
        Headers headers = exchange.request().headers();
        if (!exchange.received().method().equals("GET")
                || !exchange.request().method().equals("GET")) {
            return "only GET is cached";
        }
        if (!exchange.request().body().isAbsent()) {
            return "a GET with a body is not cached: the key does not cover the body";
        }
        for (String name : METHOD_OVERRIDES) {
            if (headers.contains(name)) {
                return "a request with " + name + " is not cached: the backend may take it for another method";
            }
        }
        if (headers.contains("Authorization") && !allowPrivate) {
            return "a request with Authorization is not cached unless allow-private-response-caching is true";
        }
        if (CacheControl.directives(headers).contains("no-store")) {
            return "the client asks that nothing be stored";
        }
        // A backend that splits at ';' would see parameters that the key takes for a part of another's value.
        boolean cloaked = exchange.originalUrl().query().indexOf(';') >= 0
                || exchange.request().url().query().indexOf(';') >= 0;
        return cloaked && !selection.parameters().isEmpty()
                ? "a query with ';' is not cached by selected parameters"
                : null;
    }
}
