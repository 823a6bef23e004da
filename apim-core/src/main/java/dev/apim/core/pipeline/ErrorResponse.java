package dev.apim.core.pipeline;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.Exchange;
import dev.apim.policy.PolicyFailure;

/** The response that stands for a failure until on-error changes it (Azure: standard error body). */
final class ErrorResponse {
    private ErrorResponse() {}

    static ResponseMessage of(PolicyFailure failure, Exchange exchange) {
        Headers headers = failure.headers().copy();
        headers.set("Content-Type", "application/json");
        StringBuilder body =
                new StringBuilder("{ \"statusCode\": ").append(failure.status()).append(", \"message\": \"");
        escape(body, failure.publicMessage());
        body.append('"');
        if (failure.status() == 500) {
            body.append(", \"activityId\": \"").append(exchange.requestId()).append('"');
        }
        body.append(" }");
        return new ResponseMessage(failure.status(), "", headers, Body.of(body.toString()));
    }

    private static void escape(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
    }
}
