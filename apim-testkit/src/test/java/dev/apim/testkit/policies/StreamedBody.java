package dev.apim.testkit.policies;

import dev.apim.http.Body;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A body whose chunks a test sends one by one. */
final class StreamedBody implements Body {
    private final long length;
    private final Deque<String> chunks;
    private Flow.@Nullable Subscriber<? super ByteBuffer> subscriber;

    StreamedBody(String... chunks) {
        this(-1, chunks);
    }

    private StreamedBody(long length, String... chunks) {
        this.length = length;
        this.chunks = new ArrayDeque<>(List.of(chunks));
    }

    /** One that says how many bytes it has. */
    static StreamedBody ofKnownLength(String... chunks) {
        return new StreamedBody(String.join("", chunks).length(), chunks);
    }

    void send() {
        taker().onNext(ByteBuffer.wrap(chunks.remove().getBytes(StandardCharsets.UTF_8)));
    }

    void complete() {
        taker().onComplete();
    }

    void fail() {
        taker().onError(new IllegalStateException("broken"));
    }

    /** Takes a body and tells what came of it: its chunks, then {@code end} or the failure's message. */
    static List<String> subscribe(Body body) {
        List<String> seen = new ArrayList<>();
        body.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ByteBuffer chunk) {
                seen.add(StandardCharsets.UTF_8.decode(chunk).toString());
            }

            @Override
            public void onError(Throwable failure) {
                seen.add(String.valueOf(failure.getMessage()));
            }

            @Override
            public void onComplete() {
                seen.add("end");
            }
        });
        return seen;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> newSubscriber) {
        subscriber = newSubscriber;
        newSubscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {}
        });
    }

    private Flow.Subscriber<? super ByteBuffer> taker() {
        if (subscriber == null) {
            throw new AssertionError("nobody took the body");
        }
        return subscriber;
    }
}
