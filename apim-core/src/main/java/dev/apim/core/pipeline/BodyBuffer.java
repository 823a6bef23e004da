package dev.apim.core.pipeline;

import dev.apim.Cancellable;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.http.MessageBody;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Brings a streaming body into memory, within the limit, decoding a compressed one. Everything happens on the exchange's lane.
 */
final class BodyBuffer implements Flow.Subscriber<ByteBuffer>, Cancellable {
    private final MessageBody body;
    private final Headers headers;
    private final BodyLimits limits;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes;
    private Flow.@Nullable Subscription subscription;
    private boolean over;

    private BodyBuffer(MessageBody body, Headers headers, BodyLimits limits, long expected) {
        this.body = body;
        this.headers = headers;
        this.limits = limits;
        this.bytes = new ByteArrayOutputStream(expected > 0 ? (int) expected : 1024);
    }

    /** Whether a body is on its way and not in memory. */
    static boolean isStreaming(MessageBody body) {
        return !body.isAbsent() && !body.isGone() && !body.isBuffered();
    }

    /**
     * Makes a body that lies in memory already readable: within the limit if it is as the caller sent it, and decoded.
     *
     * @return why it cannot be read, if it cannot
     */
    static @Nullable Throwable inMemory(MessageBody body, Headers headers, GatewayExchange exchange) {
        BytesBody bytes = body.buffered();
        if (bytes == null) {
            return null;
        }
        BodyLimits limits = exchange.runtime().limits();
        if (bytes.length() > limits.bufferedBytes()
                && bytes == exchange.received().body()) {
            return new TooLarge(limits.bufferedBytes());
        }
        if (!headers.contains("Content-Encoding")) {
            return null;
        }
        try {
            body.replace(Body.of(ContentCoding.decode(headers, bytes.bytes(), limits)));
            return null;
        } catch (ContentCoding.RefusedException e) {
            return e;
        }
    }

    /** Starts to read; the message gets its bytes when {@link #done} completes. */
    static BodyBuffer start(MessageBody body, Headers headers, BodyLimits limits) {
        long expected = body.length();
        BodyBuffer buffer = new BodyBuffer(body, headers, limits, Math.min(expected, limits.bufferedBytes()));
        if (expected > limits.bufferedBytes()) {
            body.discard();
            buffer.fail(new TooLarge(limits.bufferedBytes()));
        } else {
            body.take().subscribe(buffer);
        }
        return buffer;
    }

    CompletableFuture<Void> done() {
        return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        newSubscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer chunk) {
        if (over) {
            return;
        }
        if (bytes.size() + (long) chunk.remaining() > limits.bufferedBytes()) {
            cancel();
            done.completeExceptionally(new TooLarge(limits.bufferedBytes()));
            return;
        }
        byte[] copy = new byte[chunk.remaining()];
        chunk.duplicate().get(copy);
        bytes.write(copy, 0, copy.length);
    }

    @Override
    public void onError(Throwable error) {
        fail(error);
    }

    @Override
    public void onComplete() {
        if (over) {
            return;
        }
        over = true;
        try {
            body.replace(Body.of(ContentCoding.decode(headers, bytes.toByteArray(), limits)));
            done.complete(null);
        } catch (ContentCoding.RefusedException e) {
            done.completeExceptionally(e);
        }
    }

    @Override
    public void cancel() {
        if (!over) {
            over = true;
            if (subscription != null) {
                subscription.cancel();
            }
        }
    }

    private void fail(Throwable error) {
        if (!over) {
            over = true;
            done.completeExceptionally(error);
        }
    }

    /** The body is over the limit. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;

        TooLarge(long limit) {
            super("The body is larger than the " + limit + " bytes that a policy may read.");
        }
    }
}
