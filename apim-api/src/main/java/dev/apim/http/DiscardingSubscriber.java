package dev.apim.http;

import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** Cancels whatever it is given. */
enum DiscardingSubscriber implements Flow.Subscriber<ByteBuffer> {
    /** Stateless. */
    INSTANCE;

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
