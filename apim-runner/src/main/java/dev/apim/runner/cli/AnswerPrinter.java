package dev.apim.runner.cli;

import dev.apim.http.HttpResponse;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Prints a response as it would look on the wire. */
record AnswerPrinter(PrintWriter out) {
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(201, "Created"),
            Map.entry(202, "Accepted"),
            Map.entry(204, "No Content"),
            Map.entry(301, "Moved Permanently"),
            Map.entry(302, "Found"),
            Map.entry(304, "Not Modified"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(413, "Content Too Large"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    void print(LocalCall.Answer answer) {
        HttpResponse response = answer.response();
        String reason = response.reason().isEmpty() ? REASONS.getOrDefault(response.status(), "") : response.reason();
        out.println(("HTTP/1.1 " + response.status() + " " + reason).stripTrailing());
        for (int i = 0; i < response.headers().size(); i++) {
            out.println(response.headers().nameAt(i) + ": " + response.headers().valueAt(i));
        }
        out.println();
        if (answer.body().length > 0) {
            out.println(new String(answer.body(), StandardCharsets.UTF_8));
        }
        if (answer.broken() != null) {
            out.println("(the body broke off: " + answer.broken().getMessage() + ")");
        }
        out.flush();
    }
}
