package dev.apim.core.backend;

import dev.apim.http.Body;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A request body as the JDK takes it: chunk by chunk, as the backend has room. Thread-safe. */
final class SentBody implements BodyPublisher {
    private final Body body;
    private final AtomicReference<@Nullable Relay> relay = new AtomicReference<>();

    SentBody(Body body) {
        this.body = body;
    }

    /** Whether the JDK asks for it: not before {@code 100 Continue}, where that is expected. */
    boolean isDemanded() {
        return relay.get() != null;
    }

    /** What broke it off, if something did. */
    @Nullable
    Throwable failure() {
        Relay taken = relay.get();
        return taken == null ? null : taken.failure;
    }

    /** Nobody wants the rest. */
    void giveUp() {
        Relay taken = relay.get();
        if (taken != null) {
            taken.cancel();
        }
    }

    @Override
    public long contentLength() {
        return Math.max(-1, body.length());
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        Relay taken = new Relay(subscriber);
        if (relay.getAndSet(taken) != null && !body.isRepeatable()) {
            subscriber.onSubscribe(taken);
            subscriber.onError(new IOException("the body was sent before and not kept, so it cannot be sent again"));
        } else {
            body.subscribe(taken);
        }
    }

    /** Hands chunks on, but for empty ones: in chunked framing they would end the body. */
    private static final class Relay implements Flow.Subscriber<ByteBuffer>, Flow.Subscription {
        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private volatile Flow.@Nullable Subscription upstream;
        private volatile boolean cancelled;
        private volatile @Nullable Throwable failure;

        Relay(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            upstream = subscription;
            if (cancelled) {
                subscription.cancel();
            }
            subscriber.onSubscribe(this);
        }

        @Override
        public void onNext(ByteBuffer chunk) {
            if (chunk.hasRemaining()) {
                subscriber.onNext(chunk);
            } else {
                request(1);
            }
        }

        @Override
        public void onError(Throwable cause) {
            failure = cause;
            subscriber.onError(cause);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }

        @Override
        public void request(long count) {
            Flow.Subscription from = upstream;
            if (from != null && !cancelled) {
                from.request(count);
            }
        }

        @Override
        public void cancel() {
            Flow.Subscription from = upstream;
            boolean before = cancelled;
            cancelled = true;
            if (from != null && !before) {
                from.cancel();
            }
        }
    }
}
