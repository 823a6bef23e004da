package dev.apim.ai;

import dev.apim.Cancellable;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Takes a body into memory if it is short; one that turns out longer is left to stream on from where it is, with what was taken ahead of
 * it. No byte is lost either way. Used on one lane.
 */
final class ShortAnswer implements Flow.Subscriber<ByteBuffer>, Cancellable {
    private final Body source;
    private final int limit;
    private final CompletableFuture<Body> done = new CompletableFuture<>();
    private final Deque<ByteBuffer> kept = new ArrayDeque<>();
    private Flow.@Nullable Subscription upstream;
    private Flow.@Nullable Subscriber<? super ByteBuffer> downstream;
    private @Nullable Throwable failure;
    private long size;
    private long demand;
    private boolean complete;

    private ShortAnswer(Body source, int limit) {
        this.source = source;
        this.limit = limit;
    }

    static ShortAnswer of(Body source, int limit) {
        ShortAnswer answer = new ShortAnswer(source, limit);
        source.subscribe(answer);
        return answer;
    }

    /** The whole body in memory, or one that streams; fails where the stream broke. */
    CompletionStage<Body> done() {
        return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        upstream = subscription;
        subscription.request(1);
    }

    @Override
    public void onNext(ByteBuffer chunk) {
        if (downstream != null) {
            kept.add(chunk);
            drain();
            return;
        }
        kept.add(chunk.duplicate());
        size += chunk.remaining();
        if (size > limit) {
            done.complete(new Rest());
        } else if (upstream != null) {
            upstream.request(1);
        }
    }

    @Override
    public void onError(Throwable broken) {
        failure = broken;
        complete = true;
        if (!done.completeExceptionally(broken)) {
            drain();
        }
    }

    @Override
    public void onComplete() {
        complete = true;
        if (done.isDone()) {
            drain();
            return;
        }
        ByteBuffer all = ByteBuffer.allocate((int) size);
        kept.forEach(chunk -> all.put(chunk.duplicate()));
        kept.clear();
        done.complete(Body.of(all.array()));
    }

    @Override
    public void cancel() {
        if (upstream != null) {
            upstream.cancel();
        }
    }

    private void drain() {
        Flow.Subscriber<? super ByteBuffer> to = downstream;
        if (to == null) {
            return;
        }
        while (demand > 0 && !kept.isEmpty()) {
            demand--;
            to.onNext(kept.poll());
        }
        if (complete && kept.isEmpty()) {
            downstream = null;
            if (failure == null) {
                to.onComplete();
            } else {
                to.onError(failure);
            }
        }
    }

    private final class Rest implements Body, Flow.Subscription {
        @Override
        public long length() {
            return source.length();
        }

        @Override
        public Headers trailers() {
            return source.trailers();
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            downstream = subscriber;
            subscriber.onSubscribe(this);
        }

        @Override
        public void request(long count) {
            demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
            long beyond = demand - kept.size();
            drain();
            if (beyond > 0 && upstream != null && !complete) {
                upstream.request(beyond);
            }
        }

        @Override
        public void cancel() {
            downstream = null;
            ShortAnswer.this.cancel();
        }
    }
}
