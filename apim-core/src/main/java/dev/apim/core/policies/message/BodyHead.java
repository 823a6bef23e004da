package dev.apim.core.policies.message;

import dev.apim.Cancellable;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Takes a body into memory if it is short; one that turns out longer streams on from where it is, with what was taken ahead of it. No
 * byte is lost either way, and no more is demanded than somebody wants. Used once, on the lane.
 *
 * <p>What lies in memory of a longer body is at most the limit and the chunk that went beyond it. One whose length is known to be beyond
 * the limit is not touched at all. See {@link BodyBytes} for bodies that are of no use when they are longer.
 */
public final class BodyHead implements Flow.Subscriber<ByteBuffer>, Cancellable {
    private final Body source;
    private final int limit;
    private final CompletableFuture<Body> done = new CompletableFuture<>();
    private final Deque<ByteBuffer> kept = new ArrayDeque<>();
    private Flow.@Nullable Subscription upstream;
    private @Nullable Rest rest;
    private @Nullable Throwable failure;
    private long seen;
    private boolean complete;
    private boolean cancelled;

    private BodyHead(Body source, int limit) {
        this.source = source;
        this.limit = limit;
    }

    /**
     * Starts to take a body that nobody has taken yet.
     *
     * @param limit most bytes of a short one
     */
    public static BodyHead of(Body source, int limit) {
        BodyHead head = new BodyHead(source, limit);
        if (source instanceof BytesBody || source.length() > limit) {
            head.done.complete(source);
        } else {
            source.subscribe(head);
        }
        return head;
    }

    /**
     * What to go on with: a {@link BytesBody} that is the whole of a short body, or one that streams; fails where the stream broke
     * before either was known.
     */
    public CompletionStage<Body> done() {
        return done;
    }

    /** How many bytes have arrived: of a longer body, what is known of its size while it is not read on. */
    public long seen() {
        return seen;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        upstream = subscription;
        if (cancelled) {
            subscription.cancel();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onNext(ByteBuffer chunk) {
        if (cancelled) {
            return;
        }
        if (rest != null) {
            rest.arrived(chunk);
            return;
        }
        seen += chunk.remaining();
        if (chunk.hasRemaining()) {
            kept.add(chunk.duplicate());
        }
        if (seen > limit) {
            rest = new Rest();
            done.complete(rest);
        } else if (upstream != null) {
            upstream.request(1);
        }
    }

    @Override
    public void onError(Throwable broken) {
        failure = broken;
        end();
    }

    @Override
    public void onComplete() {
        end();
    }

    private void end() {
        complete = true;
        if (cancelled) {
            return;
        }
        if (rest != null) {
            rest.drain();
        } else if (failure != null) {
            kept.clear();
            done.completeExceptionally(failure);
        } else {
            done.complete(whole());
        }
    }

    private Body whole() {
        ByteBuffer all = ByteBuffer.allocate((int) seen);
        kept.forEach(all::put);
        kept.clear();
        return Body.of(all.array());
    }

    /** Gives up on all of it, whoever has it. */
    @Override
    public void cancel() {
        cancelled = true;
        kept.clear();
        if (upstream != null && !complete) {
            upstream.cancel();
        }
    }

    /** What was taken, and then the rest. */
    private final class Rest implements Body, Flow.Subscription {
        private Flow.@Nullable Subscriber<? super ByteBuffer> subscriber;
        private long demand;
        private long asked;
        private boolean draining;

        @Override
        public long length() {
            return source.length();
        }

        @Override
        public Headers trailers() {
            return source.trailers();
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> newSubscriber) {
            if (subscriber != null) {
                throw new IllegalStateException("The body streams: it can be taken once.");
            }
            subscriber = newSubscriber;
            newSubscriber.onSubscribe(this);
            drain();
        }

        @Override
        public void request(long count) {
            if (count <= 0) {
                failure = new IllegalArgumentException("demand is positive, found " + count);
                kept.clear();
                giveUp();
                complete = true;
            } else {
                demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
            }
            drain();
        }

        private void giveUp() {
            if (upstream != null && !complete) {
                upstream.cancel();
            }
        }

        void arrived(ByteBuffer chunk) {
            asked = asked == Long.MAX_VALUE || asked == 0 ? asked : asked - 1;
            kept.add(chunk);
            drain();
        }

        /** Hands over what is there and wanted. A subscriber that demands in onNext finds the loop running and returns. */
        void drain() {
            Flow.Subscriber<? super ByteBuffer> to = subscriber;
            if (to == null || draining) {
                return;
            }
            draining = true;
            while (demand > 0 && !kept.isEmpty()) {
                demand = demand == Long.MAX_VALUE ? demand : demand - 1;
                to.onNext(kept.remove());
            }
            draining = false;
            if (cancelled || !kept.isEmpty()) {
                return;
            }
            if (complete) {
                finish(to);
            } else if (demand > asked && upstream != null) {
                long more = demand - asked;
                asked = demand;
                upstream.request(more);
            }
        }

        private void finish(Flow.Subscriber<? super ByteBuffer> to) {
            cancelled = true; // nothing comes after the end
            if (failure == null) {
                to.onComplete();
            } else {
                to.onError(failure);
            }
        }

        @Override
        public void cancel() {
            BodyHead.this.cancel();
        }
    }
}
