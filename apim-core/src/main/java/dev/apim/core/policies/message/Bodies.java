package dev.apim.core.policies.message;

import dev.apim.http.Body;
import dev.apim.http.MessageBody;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** Giving up on bodies that nobody will read. */
public final class Bodies {
    private Bodies() {}

    /** Cancels a body that is still streaming, so that what it comes on is released; leaves one in memory alone. */
    public static void discard(MessageBody body) {
        if (!body.isGone() && !body.isAbsent() && !body.isBuffered()) {
            discard(body.take());
        }
    }

    /** The same of a body that nobody has taken yet. */
    public static void discard(Body body) {
        if (!body.isRepeatable()) {
            body.subscribe(new Discarding());
        }
    }

    private static final class Discarding implements Flow.Subscriber<ByteBuffer> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(ByteBuffer chunk) {
            // A chunk that was on its way when the subscription was cancelled.
        }

        @Override
        public void onError(Throwable failure) {
            // What broke was not wanted any more.
        }

        @Override
        public void onComplete() {
            // It had ended already.
        }
    }
}
