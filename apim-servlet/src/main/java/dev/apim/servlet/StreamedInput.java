package dev.apim.servlet;

import dev.apim.http.Body;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A request body that policies watch, or took the head of, as the host reads it. The host's thread brings the exchange on until bytes
 * are there, so it always blocks.
 */
final class StreamedInput extends ServletInputStream implements Flow.Subscriber<ByteBuffer> {
    private final ServletExchange exchange;
    private final Body body;
    private Flow.@Nullable Subscription subscription;
    private @Nullable ByteBuffer chunk;
    private @Nullable Throwable failure;
    private boolean over;

    StreamedInput(Body body, ServletExchange exchange) {
        this.body = body;
        this.exchange = exchange;
    }

    @Override
    public int read() throws IOException {
        ByteBuffer from = next();
        return from == null ? -1 : from.get() & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        ByteBuffer from = next();
        if (from == null) {
            return -1;
        }
        int count = Math.min(length, from.remaining());
        from.get(into, offset, count);
        return count;
    }

    /** Bytes that are there, waiting for them; {@code null} at the end. */
    private @Nullable ByteBuffer next() throws IOException {
        while (isEmpty() && !over) {
            exchange.decide(this::demand, () -> !isEmpty() || over || exchange.isOver());
            if (isEmpty() && !over) {
                throw new IOException("the request has ended before its body");
            }
        }
        if (isEmpty() && failure != null) {
            throw new IOException("the request body broke off", failure);
        }
        return isEmpty() ? null : chunk;
    }

    private boolean isEmpty() {
        return chunk == null || !chunk.hasRemaining();
    }

    private void demand() {
        if (subscription == null) {
            body.subscribe(this);
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(ByteBuffer bytes) {
        chunk = bytes.duplicate();
        if (isEmpty() && subscription != null) {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable broken) {
        failure = broken;
        over = true;
    }

    @Override
    public void onComplete() {
        over = true;
    }

    @Override
    public int available() {
        return chunk == null ? 0 : chunk.remaining();
    }

    /** Waits for what comes next: only then it is known whether something does. */
    @Override
    public boolean isFinished() {
        try {
            return next() == null;
        } catch (IOException told) {
            return false; // by the next read
        }
    }

    @Override
    public boolean isReady() {
        return true;
    }

    /** All is read at once, on this thread. */
    @Override
    public void setReadListener(ReadListener listener) {
        try {
            if (next() != null) {
                listener.onDataAvailable();
            }
            if (next() == null) {
                listener.onAllDataRead();
            }
        } catch (IOException e) {
            listener.onError(e);
        }
    }
}
