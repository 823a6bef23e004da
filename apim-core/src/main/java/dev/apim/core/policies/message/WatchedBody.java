package dev.apim.core.policies.message;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/**
 * A body that hands its bytes on unchanged, at the pace of its receiver, while somebody else sees them pass.
 *
 * @param source of the bytes
 * @param watcher that sees them
 */
public record WatchedBody(Body source, Watcher watcher) implements Body {
    /** Sees the bytes. Called on the lane. */
    @FunctionalInterface
    public interface Watcher {
        /** The next bytes; the buffer is the watcher's own view. */
        void passed(ByteBuffer bytes);

        /** The last one has passed. */
        default void whole() {}

        /** The body broke off. */
        default void broken() {}
    }

    @Override
    public long length() {
        return source.length();
    }

    @Override
    public Headers trailers() {
        return source.trailers();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        source.subscribe(new Passing(subscriber));
    }

    private final class Passing implements Flow.Subscriber<ByteBuffer> {
        private final Flow.Subscriber<? super ByteBuffer> subscriber;

        Passing(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer chunk) {
            watcher.passed(chunk.duplicate());
            subscriber.onNext(chunk);
        }

        @Override
        public void onError(Throwable failure) {
            watcher.broken();
            subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
            watcher.whole();
            subscriber.onComplete();
        }
    }
}
