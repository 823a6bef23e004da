package dev.apim.core.policies.message;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A body that hands over a chunk for each that is demanded, without recursion, and knows how many it has. */
final class PacedSource implements Body, Flow.Subscription {
    private final Deque<String> chunks;
    private Flow.@Nullable Subscriber<? super ByteBuffer> subscriber;
    private @Nullable Throwable failure;
    private long length = -1;
    private long demanded;
    private int handedOver;
    private boolean held;
    private boolean pumping;
    private boolean over;
    private boolean cancelled;

    private PacedSource(List<String> chunks) {
        this.chunks = new ArrayDeque<>(chunks);
    }

    static PacedSource of(String... chunks) {
        return new PacedSource(List.of(chunks));
    }

    PacedSource declaring(long bytes) {
        length = bytes;
        return this;
    }

    /** Breaks off after its chunks. */
    PacedSource failing(Throwable broken) {
        failure = broken;
        return this;
    }

    /** Nothing comes until the test says so. */
    PacedSource held() {
        held = true;
        return this;
    }

    void goOn() {
        held = false;
        pump();
    }

    boolean isTaken() {
        return subscriber != null;
    }

    boolean isCancelled() {
        return cancelled;
    }

    int handedOver() {
        return handedOver;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public Headers trailers() {
        return Headers.of("X-Sum", "1");
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> newSubscriber) {
        subscriber = newSubscriber;
        newSubscriber.onSubscribe(this);
    }

    @Override
    public void request(long count) {
        demanded = demanded + count < 0 ? Long.MAX_VALUE : demanded + count;
        pump();
    }

    private void pump() {
        Flow.Subscriber<? super ByteBuffer> to = subscriber;
        if (to == null || pumping || held) {
            return;
        }
        pumping = true;
        while (demanded > 0 && !chunks.isEmpty() && !cancelled) {
            demanded--;
            handedOver++;
            to.onNext(ByteBuffer.wrap(chunks.remove().getBytes(StandardCharsets.UTF_8)));
        }
        pumping = false;
        if (chunks.isEmpty() && !cancelled && !over) {
            over = true;
            if (failure == null) {
                to.onComplete();
            } else {
                to.onError(failure);
            }
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
    }
}
