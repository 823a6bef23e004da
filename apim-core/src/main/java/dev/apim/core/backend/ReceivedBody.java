package dev.apim.core.backend;

import dev.apim.http.Body;
import dev.apim.http.Url;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A response body: the JDK's lists of chunks, one chunk per demand. At most one list is waiting here. Thread-safe; one thread at a
 * time hands chunks over, whoever brought the last news.
 */
final class ReceivedBody implements Body, Flow.Subscriber<List<ByteBuffer>>, Flow.Subscription {
    private final Flow.Publisher<List<ByteBuffer>> source;
    private final long length;
    private final Url url;
    private final Runnable over;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final AtomicInteger news = new AtomicInteger();
    private final AtomicLong demand = new AtomicLong();
    private final Queue<ByteBuffer> waiting = new ConcurrentLinkedQueue<>();
    private volatile Flow.@Nullable Subscriber<? super ByteBuffer> subscriber;
    private volatile Flow.@Nullable Subscription upstream;
    private volatile boolean asked;
    private volatile boolean ended;
    private volatile boolean silent;
    private volatile boolean abandoned;
    private volatile @Nullable Throwable failure;

    ReceivedBody(Flow.Publisher<List<ByteBuffer>> source, long length, Url url, Runnable over) {
        this.source = source;
        this.length = length;
        this.url = url;
        this.over = over;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> newSubscriber) {
        if (taken.compareAndSet(false, true)) {
            subscriber = newSubscriber;
            source.subscribe(this);
        } else {
            newSubscriber.onSubscribe(new Nothing());
            newSubscriber.onError(new IllegalStateException("the body was taken before or given up"));
        }
    }

    /** Takes and drops everything, so that the connection can be used again. */
    void discard() {
        subscribe(new Discarding());
    }

    /** Closes the connection; whoever takes the body is told {@code cause}, if there is one. */
    void giveUp(@Nullable RuntimeException cause) {
        if (taken.compareAndSet(false, true)) {
            silent = true;
            source.subscribe(this);
        } else if (!ended) {
            silent = cause == null;
            fail(cause);
        }
        over.run();
    }

    private void fail(@Nullable RuntimeException cause) {
        Flow.Subscription from = upstream;
        if (from != null) {
            from.cancel();
        }
        abandoned = true;
        failure = cause;
        ended = true;
        handOver();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        upstream = subscription;
        Flow.Subscriber<? super ByteBuffer> to = subscriber;
        if (silent || to == null) {
            subscription.cancel();
        } else {
            to.onSubscribe(this);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> chunks) {
        for (ByteBuffer chunk : chunks) {
            if (chunk.hasRemaining()) {
                waiting.add(chunk);
            }
        }
        asked = false;
        handOver();
    }

    @Override
    public void onError(Throwable cause) {
        if (!ended) {
            failure = JdkFailures.malformed(url, "it ended before its announced end", cause);
            ended = true;
            handOver();
        }
    }

    @Override
    public void onComplete() {
        ended = true;
        handOver();
    }

    @Override
    public void request(long count) {
        if (count <= 0) {
            fail(new IllegalArgumentException("demand is positive, found " + count));
            return;
        }
        demand.accumulateAndGet(count, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
        handOver();
    }

    /** By the one who takes it. */
    @Override
    public void cancel() {
        silent = true;
        Flow.Subscription from = upstream;
        if (from != null) {
            from.cancel();
        }
        over.run();
    }

    private void handOver() {
        if (news.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        while (seen != 0) {
            step();
            seen = news.addAndGet(-seen);
        }
    }

    private void step() {
        Flow.Subscriber<? super ByteBuffer> to = subscriber;
        boolean last = ended; // before the look at what is waiting: the end comes after the last chunk
        while (to != null && !silent && !abandoned && demand.get() > 0) {
            ByteBuffer chunk = waiting.poll();
            if (chunk == null) {
                break;
            }
            demand.decrementAndGet();
            to.onNext(chunk);
        }
        if (to == null || silent || !waiting.isEmpty() && !abandoned) {
            return;
        }
        Flow.Subscription from = upstream;
        if (last) {
            finish(to);
        } else if (demand.get() > 0 && !asked && from != null) {
            asked = true;
            from.request(1);
        }
    }

    private void finish(Flow.Subscriber<? super ByteBuffer> to) {
        silent = true;
        over.run();
        Throwable cause = failure;
        if (cause == null) {
            to.onComplete();
        } else {
            to.onError(cause);
        }
    }

    /** Of one who gets nothing. */
    private static final class Nothing implements Flow.Subscription {
        @Override
        public void request(long count) {
            // There is nothing to ask for.
        }

        @Override
        public void cancel() {
            // Nor to call off.
        }
    }

    /** Nothing in it is of use. */
    private static final class Discarding implements Flow.Subscriber<ByteBuffer> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer chunk) {
            // Dropped.
        }

        @Override
        public void onError(Throwable cause) {
            // The response was handed over whole: what follows it concerns nobody.
        }

        @Override
        public void onComplete() {
            // As expected.
        }
    }
}
