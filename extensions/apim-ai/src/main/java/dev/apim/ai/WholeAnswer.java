package dev.apim.ai;

import dev.apim.core.policies.message.BackendFailure;
import dev.apim.core.policies.message.Bodies;
import dev.apim.core.policies.message.BodyHead;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.http.MessageBody;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
            return text(exchange, bytes, reader);
        }
        BodyHead answer = BodyHead.of(body.take(), LIMIT);
        return Outcome.suspend(
                answer.done(),
                (e, taken, failure) -> {
                    if (taken instanceof BytesBody whole) {
                        e.response().body().replace(whole);
                        return text(e, whole, reader);
                    }
                    if (taken != null) {
                        Bodies.discard(taken);
                    }
                    return Outcome.fail(BackendFailure.malformed(
                            "The answer of the model broke off, or is too long to be looked at as a whole."));
                },
                answer);
    }

    private static Outcome text(Exchange exchange, BytesBody body, Reader reader) {
        Headers headers = exchange.response().headers();
        byte[] bytes = decoded(String.join(",", headers.all("Content-Encoding")), body.bytes());
        return bytes == null
                ? Outcome.fail(BackendFailure.malformed(
                        "The answer of the model comes in a content coding that cannot be looked into."))
                : reader.go(exchange, text(headers, bytes));
    }

    private static byte @Nullable [] decoded(String coding, byte[] bytes) {
        if (coding.isBlank() || coding.strip().equalsIgnoreCase("identity")) {
            return bytes;
        }
        if (!Inflation.knows(coding)) {
            return null;
        }
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        Inflation inflation = Inflation.of(coding, piece -> {
            byte[] copy = new byte[plain.size() > LIMIT ? 0 : piece.remaining()];
            piece.get(copy);
            plain.writeBytes(copy);
        });
        inflation.feed(ByteBuffer.wrap(bytes));
        inflation.end();
        return plain.size() > LIMIT ? null : plain.toByteArray();
    }

    /** What was generated, a line for each choice; all of it where the answer is neither JSON nor events. */
    private static String text(Headers headers, byte[] bytes) {
        List<StringBuilder> choices = new ArrayList<>(1);
        AnswerReader reader = new AnswerReader((choice, piece) -> {
            while (choices.size() <= choice) {
                choices.add(new StringBuilder());
            }
            choices.get(choice).append(piece);
        });
        if (TokenTally.isStream(headers)) {
            EventStream events = new EventStream(reader);
            events.feed(ByteBuffer.wrap(bytes));
            events.end();
        } else {
            reader.data(ByteBuffer.wrap(bytes));
            if (reader.isNoJson()) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
            reader.endOfEvent();
        }
        return String.join("\n", choices);
    }
}
