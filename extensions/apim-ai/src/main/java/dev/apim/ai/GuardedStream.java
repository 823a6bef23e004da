package dev.apim.ai;

import dev.apim.Cancellable;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Passes the events of a model's answer on once what they say is checked, a window of text at a time. What does not pass, or cannot be
 * checked, ends the stream: the events held back are dropped, and no more are taken (Azure: llm-content-safety, of streamed responses).
 * Used on the exchange's lane.
 */
final class GuardedStream implements Body, Flow.Subscriber<ByteBuffer>, Flow.Subscription {
    /** Events without text, such as images, are not held back beyond so many bytes. */
    private static final int MOST_HELD = 4 * 1024 * 1024;

    private final Body source;
    private final Exchange exchange;
    private final Check check;
    private final EventTexts events;
    private final Deque<ByteBuffer> ready = new ArrayDeque<>();
    private final Deque<String> unchecked = new ArrayDeque<>();
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private Flow.@Nullable Subscription upstream;
    private Flow.@Nullable Subscriber<? super ByteBuffer> downstream;
    private Cancellable checking = Cancellable.none();
    private long demand;
    private boolean busy;
    private boolean complete;

    /** Looks at a text. */
    interface Check {
        /** {@link Outcome#next} where it may pass, maybe after a while. */
        Outcome of(Exchange exchange, String text);
    }

    GuardedStream(Body source, Exchange exchange, TextWindows windows, Check check) {
        this.source = source;
        this.exchange = exchange;
        this.check = check;
        this.events = new EventTexts(windows);
    }

    @Override
    public long length() {
        return -1;
    }

    @Override
    public Headers trailers() {
        return source.trailers();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        downstream = subscriber;
        source.subscribe(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        upstream = subscription;
        if (downstream != null) {
            downstream.onSubscribe(this);
        }
    }

    @Override
    public void request(long count) {
        demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
        drain();
    }

    @Override
    public void cancel() {
        downstream = null;
        checking.cancel();
        if (upstream != null) {
            upstream.cancel();
        }
    }

    @Override
    public void onNext(ByteBuffer chunk) {
        busy = false;
        events.take(chunk, held);
        if (events.isDue() || held.size() > MOST_HELD) {
            look();
        } else {
            drain();
        }
    }

    @Override
    public void onComplete() {
        complete = true;
        events.end(held);
        look();
    }

    @Override
    public void onError(Throwable failure) {
        Flow.Subscriber<? super ByteBuffer> to = downstream;
        downstream = null;
        checking.cancel();
        if (to != null) {
            to.onError(failure);
        }
    }

    private void look() {
        busy = true;
        unchecked.addAll(events.due());
        next();
    }

    private void next() {
        String text = unchecked.poll();
        if (text != null) {
            take(check.of(exchange, text));
            return;
        }
        if (held.size() > 0) {
            ready.add(ByteBuffer.wrap(held.toByteArray()));
            held.reset();
        }
        busy = false;
        drain();
    }

    private void take(Outcome outcome) {
        if (downstream == null) {
            return;
        }
        if (outcome instanceof Outcome.Suspend<?> wait) {
            await(wait);
        } else if (outcome == Outcome.next()) {
            next();
        } else {
            stop();
        }
    }

    private <T> void await(Outcome.Suspend<T> wait) {
        checking = wait.cancel();
        wait.stage()
                .whenComplete(
                        (result, failure) -> exchange.execute(() -> take(wait.resume(exchange, result, failure))));
    }

    private void stop() {
        Flow.Subscriber<? super ByteBuffer> to = downstream;
        downstream = null;
        if (upstream != null && !complete) {
            upstream.cancel();
        }
        if (to != null) {
            to.onComplete();
        }
    }

    private void drain() {
        while (demand > 0 && !ready.isEmpty() && downstream != null) {
            demand--;
            downstream.onNext(ready.remove());
        }
        if (downstream == null || busy || !ready.isEmpty()) {
            return;
        }
        if (complete) {
            stop();
        } else if (demand > 0 && upstream != null) {
            busy = true;
            upstream.request(1);
        }
    }
}
