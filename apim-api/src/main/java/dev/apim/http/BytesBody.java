package dev.apim.http;

import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** A body whose bytes lie in memory. Immutable; it may be taken any number of times. */
public final class BytesBody implements Body {
    static final BytesBody EMPTY = new BytesBody(new byte[0]);

    private final byte[] bytes;

    BytesBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes themselves, not a copy: do not change them. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new OneChunk(subscriber));
    }

    @Override
    public String toString() {
        return "Body[" + bytes.length + " bytes]";
    }

    private final class OneChunk implements Flow.Subscription {
        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private boolean done;
        private boolean cancelled;

        OneChunk(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long count) {
            if (done) {
                return;
            }
            done = true;
            if (count <= 0) {
                subscriber.onError(new IllegalArgumentException("demand is positive, found " + count));
                return;
            }
            if (bytes.length > 0) {
                subscriber.onNext(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
            }
            if (!cancelled) {
                subscriber.onComplete();
            }
        }

        @Override
        public void cancel() {
            done = true;
            cancelled = true;
        }
    }
}
