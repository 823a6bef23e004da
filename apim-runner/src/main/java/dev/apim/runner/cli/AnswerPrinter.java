package dev.apim.runner.cli;

import dev.apim.http.HttpResponse;
import dev.apim.http.ReasonPhrases;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Prints a response as it would look on the wire. */
record AnswerPrinter(PrintWriter out) {
    void print(LocalCall.Answer answer) {
        HttpResponse response = answer.response();
        String reason = ReasonPhrases.of(response.status(), response.reason());
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
