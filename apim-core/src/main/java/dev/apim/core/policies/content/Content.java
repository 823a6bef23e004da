package dev.apim.core.policies.content;

import dev.apim.core.expression.context.ReadableBody;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.MessageBody;
import dev.apim.policy.BodyUse;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Section;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The content a policy of this package works on: the request's, in outbound and on-error the response's. */
record Content(MessageBody body, Headers headers) {

    /** Which message policies of a section work on. */
    enum Side {
        REQUEST,
        RESPONSE;

        /** Of the section being compiled, whose message has to be in memory then. */
        static Side of(CompileContext context) {
            boolean response = context.section() == Section.OUTBOUND || context.section() == Section.ON_ERROR;
            context.reads(response ? BodyUse.RESPONSE : BodyUse.REQUEST);
            return response ? RESPONSE : REQUEST;
        }

        Content of(Exchange exchange) {
            return this == REQUEST
                    ? new Content(exchange.request().body(), exchange.request().headers())
                    : new Content(
                            exchange.response().body(), exchange.response().headers());
        }
    }

    /** Whether there is anything to work on. */
    boolean isEmpty() {
        return body.isAbsent() || body.isBuffered() && body.length() == 0;
    }

    /** The text, which stays readable. */
    String text() {
        return readable().text(true);
    }

    /** The text of an XML document, which stays readable. */
    String xml() {
        return readable().xml(true);
    }

    ReadableBody readable() {
        return new ReadableBody(body, headers);
    }

    /** The media type in lower case, without parameters; empty where there is none. */
    String mediaType() {
        String type = headers.getOrDefault("Content-Type", "");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** Puts another text in place, in the charset of the old one. */
    void replace(String text) {
        replace(text, readable().charset());
    }

    /** Puts another text and type in place, in UTF-8. */
    void replace(String text, String mediaType) {
        replace(text, StandardCharsets.UTF_8);
        headers.set("Content-Type", mediaType);
    }

    private void replace(String text, Charset charset) {
        body.replace(Body.of(text.getBytes(charset)));
        headers.remove("Content-Length");
        headers.remove("Content-Encoding");
    }
}
