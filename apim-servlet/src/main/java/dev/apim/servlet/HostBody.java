package dev.apim.servlet;

import dev.apim.http.Body;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The body that the host is writing. Unless a policy takes it, the host's bytes go to the client and never come here. */
final class HostBody implements Body, Flow.Subscription {
    private final long length;
    private Flow.@Nullable Subscriber<? super ByteBuffer> subscriber;
    private long demand;
    private boolean over;

    /** With the length that the host announced, or -1. */
    HostBody(long length) {
        this.length = length;
    }

    @Override
    public long length() {
        return length;
    }

    boolean isTaken() {
        return subscriber != null;
    }

    /** Whether nobody wants the rest. */
    boolean isOver() {
        return over;
    }

    boolean isWanted() {
        return demand > 0 || over;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> newSubscriber) {
        if (subscriber != null) {
            throw new IllegalStateException("The host's response streams: it can be taken once.");
        }
        subscriber = newSubscriber;
        newSubscriber.onSubscribe(this);
    }

    @Override
    public void request(long count) {
        demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
    }

    @Override
    public void cancel() {
        over = true;
    }

    /** Hands on what the host wrote; there is demand. */
    void push(byte[] bytes) {
        if (!over && subscriber != null && bytes.length > 0) {
            demand = demand == Long.MAX_VALUE ? demand : demand - 1;
            subscriber.onNext(ByteBuffer.wrap(bytes));
        }
    }

    /** The host has ended, or failed. */
    void end(@Nullable Throwable failure) {
        if (over || subscriber == null) {
            return;
        }
        over = true;
        if (failure == null) {
            subscriber.onComplete();
        } else {
            subscriber.onError(failure);
        }
    }
}
