package dev.apim.core.policies.response;

import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a cors policy allows.
 *
 * @param credentials whether credentials may come along
 * @param maxAge seconds a browser may remember the answer to a preflight
 * @param origins allowed, or {@code *}
 * @param methods allowed, or {@code *}
 * @param headers allowed, or {@code *}
 * @param exposed response headers a script may read
 */
record CorsRules(
        Expression<Boolean> credentials,
        @Nullable Expression<Integer> maxAge,
        List<Expression<String>> origins,
        List<Expression<String>> methods,
        List<Expression<String>> headers,
        List<Expression<String>> exposed) {
    private static final String ANY = "*";

    /** What to answer in {@code Access-Control-Allow-Origin}; {@code null} where the origin is not allowed. */
    @Nullable
    String allowOrigin(Exchange exchange, String origin) {
        String asked = Origins.normal(origin);
        for (Expression<String> expression : origins) {
            String allowed = Objects.requireNonNullElse(expression.evaluate(exchange), "")
                    .strip();
            if (allowed.equals(ANY)) {
                return allowsCredentials(exchange) ? origin : ANY;
            }
            if (Origins.normal(allowed).equals(asked)) {
                return origin;
            }
        }
        return null;
    }

    boolean allowsCredentials(Exchange exchange) {
        return Boolean.TRUE.equals(credentials.evaluate(exchange));
    }

    /** What to answer in {@code Access-Control-Allow-Methods}; {@code null} where the method is not allowed. */
    @Nullable
    String allowMethods(Exchange exchange, String method) {
        List<String> allowed = methods.isEmpty() ? List.of("GET", "POST") : texts(methods, exchange);
        if (allowed.contains(ANY)) {
            return method;
        }
        boolean listed = allowed.stream().anyMatch(method::equalsIgnoreCase);
        return listed ? String.join(",", allowed) : null;
    }

    /**
     * What to answer in {@code Access-Control-Allow-Headers}, empty for no field; {@code null} where one of those asked for is not
     * allowed.
     */
    @Nullable
    String allowHeaders(Exchange exchange, @Nullable String asked) {
        List<String> allowed = texts(headers, exchange);
        if (allowed.contains(ANY)) {
            return asked == null ? "" : asked;
        }
        for (String name : asked == null ? new String[0] : asked.split(",")) {
            if (!name.isBlank() && allowed.stream().noneMatch(name.strip()::equalsIgnoreCase)) {
                return null;
            }
        }
        return String.join(",", allowed);
    }

    /** What to answer in {@code Access-Control-Expose-Headers}; empty for no field. */
    String expose(Exchange exchange) {
        return String.join(",", texts(exposed, exchange));
    }

    int maxAgeSeconds(Exchange exchange) {
        Integer seconds = maxAge == null ? null : maxAge.evaluate(exchange);
        return seconds == null ? 0 : Math.max(0, seconds);
    }

    private static List<String> texts(List<Expression<String>> expressions, Exchange exchange) {
        List<String> texts = new ArrayList<>(expressions.size());
        for (Expression<String> expression : expressions) {
            String text = expression.evaluate(exchange);
            if (text != null && !text.isBlank()) {
                texts.add(text.strip());
            }
        }
        return texts;
    }
}
