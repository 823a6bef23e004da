package dev.apim.ai;

import dev.apim.core.policies.message.WatchedBody;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Counts what one answer used, as its bytes pass. Used on one lane. */
final class AnswerCount implements WatchedBody.Watcher, ReportedUsage.Estimate {
    /** Of a body that cannot be read, so many bytes are taken for a token. */
    private static final int BYTES_OF_TOKEN = 4;

    private final LongSupplier promptTokens;
    private final Consumer<Usage> done;
    private final AnswerText text;
    private final AnswerReader reader;
    private final @Nullable EventStream events;
    private final @Nullable Inflation inflation;
    private final boolean readable;
    private long unread;
    private boolean over;

    /**
     * For an answer to a request.
     *
     * @param model whose vocabulary counts
     * @param coding of the answer's content; empty for none
     * @param stream whether it is a stream of events
     * @param promptTokens tells the tokens of the prompt, if the answer does not
     * @param done told once what was used
     */
    AnswerCount(String model, String coding, boolean stream, LongSupplier promptTokens, Consumer<Usage> done) {
        this.promptTokens = promptTokens;
        this.done = done;
        this.text = new AnswerText(model);
        this.reader = new AnswerReader(text);
        this.events = stream ? new EventStream(reader) : null;
        this.inflation = Inflation.knows(coding) ? Inflation.of(coding, this::read) : null;
        this.readable = inflation != null || isPlain(coding);
    }

    private static boolean isPlain(String coding) {
        return coding.isBlank() || coding.strip().equalsIgnoreCase("identity");
    }

    @Override
    public void passed(ByteBuffer bytes) {
        if (inflation != null) {
            inflation.feed(bytes);
        } else if (readable) {
            read(bytes);
        } else {
            unread += bytes.remaining();
        }
    }

    private void read(ByteBuffer bytes) {
        if (events == null) {
            reader.data(bytes);
        } else {
            events.feed(bytes);
        }
    }

    @Override
    public void whole() {
        over();
    }

    /** What came was made all the same. */
    @Override
    public void broken() {
        over();
    }

    /** No more comes; tells what was used. */
    void over() {
        if (over) {
            return;
        }
        over = true;
        if (inflation != null) {
            inflation.end();
        }
        if (events == null) {
            reader.endOfEvent();
        } else {
            events.end();
        }
        done.accept(reader.usage().or(this));
    }

    @Override
    public long prompt() {
        return promptTokens.getAsLong();
    }

    @Override
    public long completion() {
        return readable ? text.tokens() : unread / BYTES_OF_TOKEN;
    }
}
