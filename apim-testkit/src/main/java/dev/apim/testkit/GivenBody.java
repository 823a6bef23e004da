package dev.apim.testkit;

import dev.apim.http.Body;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A request body made as it is demanded, on the thread that demands: so many chunks, then the end or a failure. */
final class GivenBody implements Body {
    /** Most chunks that were demanded and not yet handed over. */
    final AtomicLong mostDemanded = new AtomicLong();

    /** Chunks handed over. */
    final AtomicLong given = new AtomicLong();

    private final byte[] chunk;
    private final int chunks;
    private final long length;
    private final @Nullable Throwable failure;

    private GivenBody(byte[] chunk, int chunks, long length, @Nullable Throwable failure) {
        this.chunk = chunk;
        this.chunks = chunks;
        this.length = length;
        this.failure = failure;
    }

    static GivenBody known(byte[] chunk, int chunks) {
        return new GivenBody(chunk, chunks, (long) chunk.length * chunks, null);
    }

    /** Of unknown length, with an empty chunk after each. */
    static GivenBody unknown(byte[] chunk, int chunks) {
        return new GivenBody(chunk, chunks, -1, null);
    }

    /** Breaks off after the chunks. */
    static GivenBody failing(byte[] chunk, int chunks, Throwable failure) {
        return new GivenBody(chunk, chunks, -1, failure);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new Demand(subscriber));
    }

    /** Hands chunks over, without recursion. */
    private final class Demand implements Flow.Subscription {
        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private final AtomicLong demanded = new AtomicLong();
        private volatile boolean over;
        private volatile boolean empty;

        Demand(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long count) {
            long before = demanded.getAndAccumulate(count, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
            mostDemanded.accumulateAndGet(before == 0 ? count : before + 1, Math::max);
            if (before > 0) {
                return; // somebody is handing over already
            }
            do {
                next();
            } while (!over && demanded.decrementAndGet() > 0);
        }

        private void next() {
            if (over) {
                return;
            }
            if (length < 0 && empty) {
                empty = false;
                subscriber.onNext(ByteBuffer.allocate(0));
            } else if (given.get() < chunks) {
                empty = true;
                given.incrementAndGet();
                subscriber.onNext(ByteBuffer.wrap(chunk).asReadOnlyBuffer());
            }
            if (given.get() == chunks && !(length < 0 && empty)) {
                end();
            }
        }

        private void end() {
            over = true;
            if (failure == null) {
                subscriber.onComplete();
            } else {
                subscriber.onError(failure);
            }
        }

        @Override
        public void cancel() {
            over = true;
        }
    }
}
