package dev.apim.core.pipeline;

import dev.apim.http.Headers;
import dev.apim.http.MessageBody;
import dev.apim.http.ResponseMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange looked like at one moment, for traces: flat names and shown values.
 *
 * @param shown name of each part to what a reader may see of it
 */
record ExchangeState(Map<String, String> shown) {
    private static final int LONGEST = 200;

    static ExchangeState of(GatewayExchange exchange) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("request method", exchange.request().method());
        shown.put("request url", exchange.redactUrl(exchange.request().url().toString()));
        headers(shown, "request header ", exchange.request().headers(), exchange);
        shown.put("request body", body(exchange.request().body()));
        if (exchange.hasResponse()) {
            ResponseMessage response = exchange.response();
            shown.put(
                    "response status",
                    response.status() + (response.reason().isEmpty() ? "" : " " + response.reason()));
            headers(shown, "response header ", response.headers(), exchange);
            shown.put("response body", body(response.body()));
        }
        exchange.variables().forEach((name, value) -> shown.put("variable " + name, value(value, exchange)));
        return new ExchangeState(shown);
    }

    /** What differs from an earlier moment, a line each. */
    List<String> since(ExchangeState before) {
        List<String> changes = new ArrayList<>();
        shown.forEach((name, value) -> {
            String old = before.shown.get(name);
            if (!Objects.equals(old, value)) {
                changes.add(old == null ? name + ": " + value : name + ": " + old + " -> " + value);
            }
        });
        before.shown.keySet().stream()
                .filter(name -> !shown.containsKey(name))
                .forEach(name -> changes.add(name + ": removed"));
        return changes;
    }

    private static void headers(Map<String, String> shown, String prefix, Headers headers, GatewayExchange exchange) {
        for (String name : headers.names()) {
            shown.put(prefix + name, exchange.redactField(name, String.join(", ", headers.all(name))));
        }
    }

    private static String body(MessageBody body) {
        if (body.isGone()) {
            return "given away";
        }
        if (body.isAbsent()) {
            return "none";
        }
        return body.isBuffered()
                ? body.length() + " bytes #" + Integer.toHexString(System.identityHashCode(body.buffered()))
                : "streaming";
    }

    private static String value(@Nullable Object value, GatewayExchange exchange) {
        String text = value instanceof ResponseMessage response
                ? "response " + response.status()
                : exchange.redact(String.valueOf(value));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
