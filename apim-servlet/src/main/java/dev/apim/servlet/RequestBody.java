package dev.apim.servlet;

import dev.apim.http.Body;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The request's body as the client sends it. Nothing of the container's is touched until somebody subscribes. What is demanded is read
 * by the thread that waits for it, or, once {@linkplain #listen a listener} is set, when the container has it. On the lane only.
 */
final class RequestBody implements Body, Flow.Subscription, ReadListener {
    private static final int CHUNK = 16 * 1024;

    private final HttpServletRequest request;
    private final Executor lane;
    private Flow.@Nullable Subscriber<? super ByteBuffer> subscriber;
    private @Nullable ServletInputStream input;
    private long demand;
    private boolean asynchronous;
    private boolean listening;
    /** Whether the container said that it has something, and not the contrary since. */
    private boolean available;

    private boolean over;

    RequestBody(HttpServletRequest request, Executor lane) {
        this.request = request;
        this.lane = lane;
    }

    @Override
    public long length() {
        return request.getContentLengthLong();
    }

    /** Whether somebody took it, so that the host cannot have it from the container any more. */
    boolean isTaken() {
        return subscriber != null;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> newSubscriber) {
        if (subscriber != null) {
            throw new IllegalStateException("The request body streams: it can be taken once.");
        }
        subscriber = newSubscriber;
        newSubscriber.onSubscribe(this);
        if (asynchronous) {
            try {
                listen();
            } catch (IOException e) {
                fail(e);
            }
        }
    }

    @Override
    public void request(long count) {
        demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
        if (listening) {
            // Later, so that a subscriber that demands in onNext does not grow the stack.
            lane.execute(this::pump);
        }
    }

    @Override
    public void cancel() {
        over = true;
    }

    /** Whether a thread that waits has something to read. */
    boolean wants() {
        return subscriber != null && demand > 0 && !over && !listening;
    }

    /** Reads and hands over a chunk; blocks until the client has sent it. */
    void readBlocking() {
        try {
            hand(input());
        } catch (IOException e) {
            fail(e);
        }
    }

    /**
     * From now on what is demanded is read when the container has it, by whoever takes the body, now or later. The request is in
     * asynchronous mode.
     */
    void listen() throws IOException {
        asynchronous = true;
        if (subscriber != null && !over && !listening) {
            listening = true;
            input().setReadListener(this);
        }
    }

    private ServletInputStream input() throws IOException {
        ServletInputStream present = input;
        if (present == null) {
            present = request.getInputStream();
            input = present;
        }
        return present;
    }

    private void hand(ServletInputStream in) throws IOException {
        byte[] bytes = new byte[CHUNK];
        int read = in.read(bytes);
        Flow.Subscriber<? super ByteBuffer> to = subscriber;
        if (to == null || over) {
            return;
        }
        if (read < 0) {
            over = true;
            to.onComplete();
        } else if (read > 0) {
            demand = demand == Long.MAX_VALUE ? demand : demand - 1;
            to.onNext(ByteBuffer.wrap(read == CHUNK ? bytes : Arrays.copyOf(bytes, read)));
        }
    }

    private void pump() {
        try {
            ServletInputStream in = input();
            while (demand > 0 && !over && available) {
                if (!in.isFinished() && !in.isReady()) {
                    available = false;
                    return;
                }
                if (in.isFinished()) {
                    end();
                } else {
                    hand(in);
                }
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private void end() {
        if (!over && subscriber != null) {
            over = true;
            subscriber.onComplete();
        }
    }

    private void fail(Throwable error) {
        if (!over && subscriber != null) {
            over = true;
            subscriber.onError(error);
        }
    }

    @Override
    public void onDataAvailable() {
        lane.execute(() -> {
            available = true;
            pump();
        });
    }

    @Override
    public void onAllDataRead() {
        lane.execute(this::end);
    }

    @Override
    public void onError(Throwable error) {
        lane.execute(() -> fail(error));
    }
}
