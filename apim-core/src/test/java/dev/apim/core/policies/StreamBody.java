package dev.apim.core.policies;

import dev.apim.http.Body;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;

/** A body that comes in chunks and can be taken once; it knows whether it was given up. */
public final class StreamBody implements Body {
    private final String[] chunks;
    private final long length;
    private boolean taken;
    private boolean cancelled;

    private StreamBody(long length, String... chunks) {
        this.length = length;
        this.chunks = chunks;
    }

    /** Of unknown length. */
    public static StreamBody of(String... chunks) {
        return new StreamBody(-1, chunks);
    }

    /** Says it has this length. */
    public static StreamBody declaring(long length, String... chunks) {
        return new StreamBody(length, chunks);
    }

    /** Whether the reader gave up. */
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        if (taken) {
            throw new IllegalStateException("taken twice");
        }
        taken = true;
        subscriber.onSubscribe(new Flow.Subscription() {
            private int next;

            @Override
            public void request(long count) {
                for (long i = 0; i < count && next < chunks.length && !cancelled; i++) {
                    subscriber.onNext(ByteBuffer.wrap(chunks[next++].getBytes(StandardCharsets.UTF_8)));
                }
                if (next == chunks.length && !cancelled) {
                    next++;
                    subscriber.onComplete();
                }
            }

            @Override
            public void cancel() {
                cancelled = true;
            }
        });
    }
}
