package dev.apim.testkit;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/**
 * A streaming body that says when it is over: read to its end, broken off, or given up.
 *
 * @param source of the bytes
 * @param over told once or more
 */
record WatchedBody(Body source, Runnable over) implements Body {
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
        source.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscriber.onSubscribe(new Flow.Subscription() {
                    @Override
                    public void request(long count) {
                        subscription.request(count);
                    }

                    @Override
                    public void cancel() {
                        over.run();
                        subscription.cancel();
                    }
                });
            }

            @Override
            public void onNext(ByteBuffer chunk) {
                subscriber.onNext(chunk);
            }

            @Override
            public void onError(Throwable failure) {
                over.run();
                subscriber.onError(failure);
            }

            @Override
            public void onComplete() {
                over.run();
                subscriber.onComplete();
            }
        });
    }
}
