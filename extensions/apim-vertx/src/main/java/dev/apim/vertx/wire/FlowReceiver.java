package dev.apim.vertx.wire;

import dev.apim.http.Headers;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** Hands the chunks of a {@link WireBody} to a subscriber as it demands them, copied to the heap so that it may keep them. */
final class FlowReceiver implements BodyReceiver, Flow.Subscription {
    private final WireBody body;
    private final Flow.Subscriber<? super ByteBuffer> subscriber;
    private long demand;
    private boolean taken;
    private boolean over;

    FlowReceiver(WireBody body, Flow.Subscriber<? super ByteBuffer> subscriber) {
        this.body = body;
        this.subscriber = subscriber;
    }

    void start() {
        subscriber.onSubscribe(this);
        if (!over && !taken && body.isTaken()) {
            refuse();
        }
    }

    private void refuse() {
        over = true;
        subscriber.onError(new IllegalStateException("The body was taken before."));
    }

    @Override
    public void request(long count) {
        if (body.loop().inEventLoop()) {
            want(count);
        } else {
            body.loop().execute(() -> want(count));
        }
    }

    private void want(long count) {
        if (over) {
            return;
        }
        if (count <= 0) {
            giveUp();
            subscriber.onError(new IllegalArgumentException("demand is positive, found " + count));
            return;
        }
        demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
        if (taken) {
            body.resume();
        } else if (body.isTaken()) {
            refuse();
        } else {
            taken = true;
            body.receive(this);
        }
    }

    @Override
    public void cancel() {
        if (body.loop().inEventLoop()) {
            giveUp();
        } else {
            body.loop().execute(this::giveUp);
        }
    }

    private void giveUp() {
        if (!over) {
            over = true;
            if (taken || !body.isTaken()) {
                body.cancel();
            }
        }
    }

    @Override
    public void chunk(ByteBuf bytes) {
        byte[] copy = new byte[bytes.readableBytes()];
        bytes.readBytes(copy);
        bytes.release();
        if (--demand == 0) {
            body.hold();
        }
        subscriber.onNext(ByteBuffer.wrap(copy));
    }

    @Override
    public void pause() {
        // The subscriber was told of each chunk already.
    }

    @Override
    public void end(Headers trailers) {
        if (!over) {
            over = true;
            subscriber.onComplete();
        }
    }

    @Override
    public void failed(Throwable cause) {
        if (!over) {
            over = true;
            subscriber.onError(cause);
        }
    }
}
