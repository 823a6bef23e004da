package dev.apim.core.policies.limit;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;

/** A streaming body that tells how many bytes pass, as they pass. */
record CountedBody(Body source, LongConsumer passed) implements Body {
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
        source.subscribe(new Counting(subscriber));
    }

    private final class Counting implements Flow.Subscriber<ByteBuffer> {
        private final Flow.Subscriber<? super ByteBuffer> subscriber;

        Counting(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer chunk) {
            passed.accept(chunk.remaining());
            subscriber.onNext(chunk);
        }

        @Override
        public void onError(Throwable failure) {
            subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }
    }
}
