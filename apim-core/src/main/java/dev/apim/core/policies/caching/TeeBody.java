package dev.apim.core.policies.caching;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A body that hands its bytes on unchanged and, when the last one has passed, hands all of them to somebody else as well; not when there
 * are more than {@code limit}, and not when the stream broke or was given up.
 */
record TeeBody(Body source, int limit, Consumer<byte[]> whole) implements Body {
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
        source.subscribe(new Tee(subscriber));
    }

    private final class Tee implements Flow.Subscriber<ByteBuffer> {
        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private @Nullable List<ByteBuffer> kept = new ArrayList<>();
        private long size;

        Tee(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer chunk) {
            size += chunk.remaining();
            if (size > limit) {
                kept = null;
            }
            if (kept != null) {
                kept.add(chunk.duplicate());
            }
            subscriber.onNext(chunk);
        }

        @Override
        public void onError(Throwable failure) {
            kept = null;
            subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
            if (kept != null && (source.length() < 0 || source.length() == size)) {
                whole.accept(joined(kept));
            }
            subscriber.onComplete();
        }

        private byte[] joined(List<ByteBuffer> chunks) {
            ByteBuffer all = ByteBuffer.allocate((int) size);
            chunks.forEach(all::put);
            return all.array();
        }
    }
}
