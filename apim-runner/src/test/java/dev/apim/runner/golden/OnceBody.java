package dev.apim.runner.golden;

import dev.apim.http.Body;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;

/** A body that comes from a connection: it can be taken once, and its length is not known. */
final class OnceBody implements Body {
    private final String text;
    private boolean taken;

    OnceBody(String text) {
        this.text = text;
    }

    @Override
    public long length() {
        return -1;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        if (taken) {
            throw new AssertionError("the body was taken before");
        }
        taken = true;
        subscriber.onSubscribe(new Flow.Subscription() {
            private boolean done;

            @Override
            public void request(long count) {
                if (!done) {
                    done = true;
                    subscriber.onNext(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                    subscriber.onComplete();
                }
            }

            @Override
            public void cancel() {
                done = true;
            }
        });
    }
}
