package dev.apim.testkit;

import dev.apim.http.Body;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The bytes of a body, as they come. */
public final class CollectedBody implements Flow.Subscriber<ByteBuffer> {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean complete;
    private @Nullable Throwable failure;
    private Flow.@Nullable Subscription subscription;
    private final Runnable end;

    private CollectedBody(Runnable end) {
        this.end = end;
    }

    /** Takes all of a body. */
    public static CollectedBody of(Body body) {
        return of(body, () -> {});
    }

    /** Takes all of a body and says when its end has come, or what broke it off. */
    static CollectedBody of(Body body, Runnable end) {
        CollectedBody collected = new CollectedBody(end);
        body.subscribe(collected);
        return collected;
    }

    /** Gives up on the rest. */
    void cancel() {
        if (subscription != null && !complete && failure == null) {
            subscription.cancel();
        }
    }

    /** What has come so far. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** What has come so far, as UTF-8. */
    public String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Whether the end has come. */
    public boolean isComplete() {
        return complete;
    }

    /** What broke it off, if something did. */
    public @Nullable Throwable failure() {
        return failure;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        newSubscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer chunk) {
        byte[] copy = new byte[chunk.remaining()];
        chunk.duplicate().get(copy);
        bytes.writeBytes(copy);
    }

    @Override
    public void onError(Throwable error) {
        failure = error;
        end.run();
    }

    @Override
    public void onComplete() {
        complete = true;
        end.run();
    }
}
