package dev.apim.runner.http;

import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** Subscribes to give up: nobody wants the body. */
final class Refusal implements Flow.Subscriber<ByteBuffer> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.cancel();
    }

    @Override
    public void onNext(ByteBuffer bytes) {}

    @Override
    public void onError(Throwable cause) {}

    @Override
    public void onComplete() {}
}
