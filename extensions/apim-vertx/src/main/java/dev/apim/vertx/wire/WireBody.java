package dev.apim.vertx.wire;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A body that streams from a connection. Who writes it to another connection of the same event loop takes it with {@link #receive} and
 * gets the very buffers that were read; everybody else subscribes and gets copies on the heap.
 *
 * <p>The connection offers what it reads; what nobody demands yet waits here, and past 64 KiB the connection stops reading. Everything
 * but {@link #subscribe} happens on the event loop.
 */
public final class WireBody implements Body {
    private static final int MOST_WAITING = 64 * 1024;

    /** The connection the body comes from. */
    public interface Source {
        /** Somebody wants bytes: at first demand the other end may be told to send. */
        void resumeReading();

        /** Enough bytes wait. */
        void stopReading();

        /** Nobody wants the rest. */
        void giveUp();

        /** Whether more may come before the connection's current round of reading ends. */
        boolean isReading();
    }

    private final EventLoop loop;
    private final long length;
    private final Source source;
    private final ArrayDeque<ByteBuf> waiting = new ArrayDeque<>(2);
    private long waitingBytes;
    private @Nullable BodyReceiver receiver;
    private boolean flowing;
    private boolean delivering;
    private boolean complete;
    private boolean over;
    private Headers trailers = new Headers();
    private @Nullable Throwable failure;

    /** With the length from the head, or -1. */
    public WireBody(EventLoop loop, long length, Source source) {
        this.loop = loop;
        this.length = length;
        this.source = source;
    }

    /** Where chunks come and demand goes. */
    public EventLoop loop() {
        return loop;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public Headers trailers() {
        return trailers;
    }

    /** Whether somebody took it. */
    public boolean isTaken() {
        return receiver != null || over;
    }

    /** From the connection: bytes, which belong to the body from now on. */
    public void offer(ByteBuf bytes) {
        BodyReceiver to = receiver;
        if (over) {
            bytes.release();
        } else if (flowing && !delivering && to != null && waiting.isEmpty()) {
            to.chunk(bytes);
        } else {
            waiting.add(bytes);
            waitingBytes += bytes.readableBytes();
            if (waitingBytes >= MOST_WAITING) {
                source.stopReading();
            }
        }
    }

    /** From the connection: a round of reading is over. */
    public void roundOver() {
        BodyReceiver to = receiver;
        if (to != null && !over) {
            to.pause();
        }
    }

    /** From the connection: the content was whole. */
    public void complete(Headers trailerFields) {
        trailers = trailerFields;
        complete = true;
        deliver();
    }

    /** From the connection: the rest will not come. */
    public void fail(Throwable cause) {
        if (!complete && failure == null) {
            failure = cause;
            if (receiver == null) {
                release(); // it may never be taken, and is of no use any more
            }
            deliver();
        }
    }

    /** Lets go of what waits; nothing is delivered any more. */
    public void discard() {
        over = true;
        release();
    }

    private void release() {
        for (ByteBuf bytes = waiting.poll(); bytes != null; bytes = waiting.poll()) {
            bytes.release();
        }
        waitingBytes = 0;
    }

    /** Takes the body; may be called once, and starts to flow at once. */
    public void receive(BodyReceiver to) {
        if (isTaken()) {
            to.failed(new IllegalStateException("The body was taken before."));
            return;
        }
        receiver = to;
        resume();
        if (!over && !source.isReading()) {
            to.pause();
        }
    }

    /** More may flow. */
    public void resume() {
        flowing = true;
        deliver();
        if (flowing && !complete && failure == null && !over) {
            source.resumeReading();
        }
    }

    /** No more may flow for now. */
    public void hold() {
        flowing = false;
    }

    /** The receiver wants nothing more. */
    public void cancel() {
        if (!over) {
            discard();
            source.giveUp();
        }
    }

    private void deliver() {
        BodyReceiver to = receiver;
        if (to == null || delivering || over) {
            return;
        }
        delivering = true;
        while (flowing && !over && !waiting.isEmpty()) {
            ByteBuf bytes = waiting.remove();
            waitingBytes -= bytes.readableBytes();
            to.chunk(bytes);
        }
        delivering = false;
        if (!over && waiting.isEmpty()) {
            finish(to);
        }
    }

    private void finish(BodyReceiver to) {
        if (failure != null) {
            over = true;
            to.failed(failure);
        } else if (complete) {
            over = true;
            to.end(trailers);
        }
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        FlowReceiver to = new FlowReceiver(this, subscriber);
        if (loop.inEventLoop()) {
            to.start();
        } else {
            loop.execute(to::start);
        }
    }
}
