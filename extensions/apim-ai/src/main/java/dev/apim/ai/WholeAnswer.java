package dev.apim.ai;

import dev.apim.core.policies.message.BackendFailure;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.MessageBody;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import java.nio.ByteBuffer;
import java.util.Locale;

/** A model's answer taken into memory as a whole, for those who must know what it says before anybody gets it. */
final class WholeAnswer {
    private static final int LIMIT = 2 * 1024 * 1024;

    private WholeAnswer() {}

    /** Goes on with an answer's text. */
    interface Reader {
        Outcome go(Exchange exchange, String text);
    }

    /** Reads the exchange's response, which stays as it is; one that is too long is refused. */
    static Outcome read(Exchange exchange, Reader reader) {
        MessageBody body = exchange.response().body();
        BytesBody bytes = body.buffered();
        if (bytes != null) {
            return reader.go(exchange, text(exchange, bytes));
        }
        ShortAnswer answer = ShortAnswer.of(body.take(), LIMIT);
        return Outcome.suspend(
                answer.done(),
                (e, taken, failure) -> {
                    if (taken instanceof BytesBody whole) {
                        e.response().body().replace(whole);
                        return reader.go(e, text(e, whole));
                    }
                    answer.cancel();
                    return Outcome.fail(BackendFailure.malformed(
                            "The answer of the model broke off, or is too long to be looked at as a whole."));
                },
                answer);
    }

    private static String text(Exchange exchange, Body body) {
        StringBuilder text = new StringBuilder();
        AnswerReader reader = new AnswerReader(text::append);
        ByteBuffer bytes = ByteBuffer.wrap(((BytesBody) body).bytes());
        String type = exchange.response().headers().getOrDefault("Content-Type", "");
        if (type.toLowerCase(Locale.ROOT).startsWith("text/event-stream")) {
            EventStream events = new EventStream(event -> {
                reader.feed(event);
                reader.endOfText();
            });
            events.feed(bytes);
            events.end();
        } else {
            reader.feed(bytes);
        }
        return text.toString();
    }
}
