package dev.apim.core.lane;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/** A stream between a lane and threads that are none: what is for the one side is handed to its executor, the rest passes. */
final class LaneBody implements Body {
    private final Body body;
    private final Executor signals;
    private final Executor demands;

    private LaneBody(Body body, Executor signals, Executor demands) {
        this.body = body;
        this.signals = signals;
        this.demands = demands;
    }

    /** A foreign body that is taken on the lane. */
    static Body takenOn(Lane lane, Body body) {
        return new LaneBody(body, lane, Runnable::run);
    }

    /** The lane's body, taken by a foreign thread. */
    static Body givenOn(Lane lane, Body body) {
        return new LaneBody(body, Runnable::run, lane);
    }

    @Override
    public long length() {
        return body.length();
    }

    @Override
    public Headers trailers() {
        return body.trailers();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        demands.execute(() -> body.subscribe(new Bridge(subscriber)));
    }

    private final class Bridge implements Flow.Subscriber<ByteBuffer> {
        private final Flow.Subscriber<? super ByteBuffer> subscriber;

        Bridge(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            signals.execute(() -> subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {
                    demands.execute(() -> subscription.request(count));
                }

                @Override
                public void cancel() {
                    demands.execute(subscription::cancel);
                }
            }));
        }

        @Override
        public void onNext(ByteBuffer chunk) {
            signals.execute(() -> subscriber.onNext(chunk));
        }

        @Override
        public void onError(Throwable error) {
            signals.execute(() -> subscriber.onError(error));
        }

        @Override
        public void onComplete() {
            signals.execute(subscriber::onComplete);
        }
    }
}
