package dev.apim.testkit;

import dev.apim.http.Body;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Takes a body one chunk at a time and fails when more come than it demanded. */
final class SteppedBody implements Flow.Subscriber<ByteBuffer> {
    private final CompletableFuture<byte[]> all = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong demanded = new AtomicLong();
    private final boolean cancels;
    private Flow.Subscription upstream = new Flow.Subscription() {
        @Override
        public void request(long count) {
            throw new AssertionError("a chunk came before the subscription");
        }

        @Override
        public void cancel() {
            throw new AssertionError("a chunk came before the subscription");
        }
    };

    private SteppedBody(boolean cancels) {
        this.cancels = cancels;
    }

    /** All its bytes. */
    static byte[] of(Body body, Duration patience) throws Exception {
        SteppedBody taker = new SteppedBody(false);
        body.subscribe(taker);
        return taker.all.get(patience.toSeconds(), TimeUnit.SECONDS);
    }

    /** Takes it and gives up at once. */
    static void cancel(Body body) {
        body.subscribe(new SteppedBody(true));
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        upstream = subscription;
        if (cancels) {
            subscription.cancel();
        } else {
            ask();
        }
    }

    private void ask() {
        demanded.incrementAndGet();
        upstream.request(1);
    }

    @Override
    public void onNext(ByteBuffer chunk) {
        if (demanded.decrementAndGet() < 0) {
            all.completeExceptionally(new AssertionError("a chunk came that was not demanded"));
            return;
        }
        byte[] copy = new byte[chunk.remaining()];
        chunk.duplicate().get(copy);
        bytes.writeBytes(copy);
        ask();
    }

    @Override
    public void onError(Throwable cause) {
        all.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        all.complete(bytes.toByteArray());
    }
}
