package dev.apim.core.policies.message;

import dev.apim.Cancellable;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The bytes of a body on its way, within a limit; read once. Used on the lane. */
public final class BodyBytes implements Flow.Subscriber<ByteBuffer>, Cancellable {
    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> done = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    /** The body is beyond the limit; the rest of it is not read. */
    public static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("the body is too large", null, false, false);
        }
    }

    /**
     * Of a body not read yet.
     *
     * @param limit most bytes
     */
    public BodyBytes(int limit) {
        this.limit = limit;
    }

    /** Reads it; the stage fails with {@link TooLarge}, or with what broke the body off. */
    public CompletionStage<byte[]> of(Body body) {
        if (body.length() > limit) {
            done.completeExceptionally(new TooLarge());
            body.subscribe(this); // only to give it up
        } else if (body instanceof BytesBody inMemory) {
            done.complete(inMemory.bytes());
        } else {
            body.subscribe(this);
        }
        return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        if (done.isDone()) {
            newSubscription.cancel();
        } else {
            newSubscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(ByteBuffer chunk) {
        if (done.isDone()) {
            return;
        }
        if (bytes.size() + (long) chunk.remaining() > limit) {
            tooLarge();
            return;
        }
        byte[] copy = new byte[chunk.remaining()];
        chunk.duplicate().get(copy);
        bytes.write(copy, 0, copy.length);
    }

    private void tooLarge() {
        done.completeExceptionally(new TooLarge());
        cancel();
    }

    @Override
    public void onError(Throwable failure) {
        done.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        done.complete(bytes.toByteArray());
    }

    @Override
    public void cancel() {
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
