package dev.apim.core.policies.response;

import dev.apim.core.pipeline.PreflightPolicy;
import dev.apim.http.Headers;
import dev.apim.http.RequestMessage;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.Exchange;
import dev.apim.policy.ExchangeKey;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cors policy at work. Of several, the first whose origins match speaks for the response; one that does not match either ends the
 * request or leaves it to the next.
 *
 * @param rules what is allowed
 * @param terminate whether a request of another origin ends here
 */
record CorsStep(CorsRules rules, Expression<Boolean> terminate) implements PreflightPolicy {
    private static final ExchangeKey<Boolean> MATCHED = ExchangeKey.of("cors-matched");

    @Override
    public boolean answerPreflight(Exchange exchange) {
        ResponseMessage answer = preflightAnswer(exchange);
        if (answer == null && !Boolean.FALSE.equals(terminate.evaluate(exchange))) {
            answer = ResponseMessage.ok();
        }
        if (answer != null) {
            exchange.respondWith(answer);
        }
        return answer != null;
    }

    private @Nullable ResponseMessage preflightAnswer(Exchange exchange) {
        Headers asked = exchange.request().headers();
        String origin = asked.get("Origin");
        String method = asked.get("Access-Control-Request-Method");
        if (origin == null || method == null) {
            return null;
        }
        String allowedOrigin = rules.allowOrigin(exchange, origin);
        String methods = rules.allowMethods(exchange, method.strip());
        String headers = rules.allowHeaders(exchange, asked.joined("Access-Control-Request-Headers"));
        if (allowedOrigin == null || methods == null || headers == null) {
            return null;
        }
        ResponseMessage answer = ResponseMessage.ok();
        allow(answer.headers(), allowedOrigin, rules.allowsCredentials(exchange));
        answer.headers().add("Access-Control-Allow-Methods", methods);
        if (!headers.isEmpty()) {
            answer.headers().add("Access-Control-Allow-Headers", headers);
        }
        answer.headers().add("Access-Control-Max-Age", Integer.toString(rules.maxAgeSeconds(exchange)));
        return answer;
    }

    @Override
    public Outcome apply(Exchange exchange) {
        RequestMessage request = exchange.request();
        String origin = request.headers().get("Origin");
        if (origin == null || exchange.get(MATCHED) != null) {
            return Outcome.next();
        }
        String allowed = rules.allowOrigin(exchange, origin);
        if (allowed != null) {
            exchange.put(MATCHED, true);
            boolean credentials = rules.allowsCredentials(exchange);
            String exposed = rules.expose(exchange);
            exchange.onResponse(ended -> grant(ended.response().headers(), allowed, credentials, exposed));
            return Outcome.next();
        }
        // Azure ends only what a browser sends without asking first and that changes nothing.
        boolean simple = request.method().equals("GET") || request.method().equals("HEAD");
        if (simple && !Boolean.FALSE.equals(terminate.evaluate(exchange))) {
            exchange.respondWith(ResponseMessage.ok());
            return Outcome.respond();
        }
        return Outcome.next();
    }

    private static void grant(Headers headers, String allowed, boolean credentials, String exposed) {
        headers.remove("Access-Control-Allow-Credentials");
        allow(headers, allowed, credentials);
        if (!exposed.isEmpty()) {
            headers.set("Access-Control-Expose-Headers", exposed);
        }
    }

    private static void allow(Headers headers, String allowed, boolean credentials) {
        headers.set("Access-Control-Allow-Origin", allowed);
        if (!allowed.equals("*") && !variesByOrigin(headers)) {
            headers.add("Vary", "Origin");
        }
        if (credentials) {
            headers.add("Access-Control-Allow-Credentials", "true");
        }
    }

    private static boolean variesByOrigin(Headers headers) {
        return headers.all("Vary").stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .anyMatch(name -> name.strip().equalsIgnoreCase("Origin"));
    }

    @Override
    public String toString() {
        return "cors origins=" + rules.origins() + " allow-credentials=" + rules.credentials()
                + " terminate-unmatched-request=" + terminate;
    }
}
