package dev.apim.testkit;

import dev.apim.http.Body;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A body that arrives when a test says so: of a request that is still being sent, or of a backend that is still answering. Used from
 * one thread.
 *
 * <pre>{@code
 * StreamingBody upload = new StreamingBody();
 * TestCall call = gateway.send("POST", "/orders", upload);
 * upload.send("half of ").send("it").complete();
 * }</pre>
 */
public final class StreamingBody implements Body {
    private Flow.@Nullable Subscriber<? super ByteBuffer> subscriber;
    private boolean over;
    private boolean cancelled;

    /** Nothing has arrived yet; its length is not known. */
    public StreamingBody() {}

    /** The next bytes arrive, as UTF-8; nobody gets them once the body was given up. */
    public StreamingBody send(String text) {
        if (!over && !cancelled) {
            taker().onNext(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }
        return this;
    }

    /** The end arrives. */
    public void complete() {
        if (!over && !cancelled) {
            over = true;
            taker().onComplete();
        }
    }

    /** It breaks off. */
    public void fail(Throwable cause) {
        if (!over && !cancelled) {
            over = true;
            taker().onError(cause);
        }
    }

    /** Whether somebody reads it. */
    public boolean isTaken() {
        return subscriber != null;
    }

    /** Whether its reader gave it up. */
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public long length() {
        return -1;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> newSubscriber) {
        if (subscriber != null) {
            throw new AssertionError("the body was taken for the second time");
        }
        subscriber = newSubscriber;
        newSubscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                // The test decides what comes when.
            }

            @Override
            public void cancel() {
                cancelled = true;
            }
        });
    }

    private Flow.Subscriber<? super ByteBuffer> taker() {
        if (subscriber == null) {
            throw new AssertionError("nobody reads the body yet");
        }
        return subscriber;
    }
}
