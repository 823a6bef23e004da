package dev.apim.benchmarks;

import dev.apim.http.HttpResponse;
import dev.apim.http.ServerCall;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** A call on the calling thread whose client takes the whole response at once. */
final class DrainedCall implements ServerCall, Flow.Subscriber<ByteBuffer> {
    private int status;
    private long bytes;

    int status() {
        return status;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public void respond(HttpResponse response) {
        status = response.status();
        if (response.body().length() != 0) {
            response.body().subscribe(this);
        }
    }

    @Override
    public void abort(Throwable cause) {
        throw new IllegalStateException(cause);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer chunk) {
        bytes += chunk.remaining();
    }

    @Override
    public void onError(Throwable cause) {
        throw new IllegalStateException(cause);
    }

    @Override
    public void onComplete() {}
}
