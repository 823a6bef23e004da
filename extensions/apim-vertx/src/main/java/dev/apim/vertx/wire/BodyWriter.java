package dev.apim.vertx.wire;

import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Writes one message to a channel: the head it is given and a body under the channel's back-pressure, framed by length or by chunks.
 * What comes in one round of reading leaves in one flush. Used on the channel's event loop; publishers may call from elsewhere.
 */
public final class BodyWriter implements BodyReceiver, Flow.Subscriber<ByteBuffer> {
    /** How the writing ended; one of the two is called, once, unless it is stopped. */
    public interface Listener {
        /** Everything was handed to the channel. */
        void written();

        /** The body broke off, or was not as long as announced. */
        void broken(Throwable cause);
    }

    private static final ByteBuf LINE_END = Unpooled.unreleasableBuffer(
                    Unpooled.directBuffer(2).writeByte('\r').writeByte('\n'))
            .asReadOnly();

    private final ChannelHandlerContext out;
    private final long length;
    private final boolean withTrailers;
    private final ChannelPromise last;
    private final Listener listener;
    private Body source = Body.empty();
    private @Nullable WireBody wire;
    private Flow.@Nullable Subscription subscription;
    private long sent;
    private boolean unflushed;
    private boolean over;
    private boolean asking;
    private boolean askAgain;

    /**
     * Not started yet.
     *
     * @param length of the content, {@link BodyParser#CHUNKED} or {@link BodyParser#UNTIL_CLOSE}
     * @param withTrailers whether trailers are written after chunks
     * @param last done when the last byte has left
     */
    public BodyWriter(
            ChannelHandlerContext out, long length, boolean withTrailers, ChannelPromise last, Listener listener) {
        this.out = out;
        this.length = length;
        this.withTrailers = withTrailers;
        this.last = last;
        this.listener = listener;
    }

    /** Whether everything was handed to the channel, or given up. */
    public boolean isOver() {
        return over;
    }

    /** Whether only the end of the connection ends the content. */
    public boolean isUntilClose() {
        return length == BodyParser.UNTIL_CLOSE;
    }

    /** How many bytes of content went to the channel. */
    public long sent() {
        return sent;
    }

    /** Writes the head, which belongs to the writer, and starts on the body. */
    public void start(ByteBuf head, Body body) {
        if (length == 0) {
            finish(head);
        } else if (body instanceof BytesBody bytes && length == bytes.length()) {
            out.write(head, out.voidPromise());
            sent = length;
            finish(Unpooled.wrappedBuffer(bytes.bytes()));
        } else {
            out.write(head, out.voidPromise());
            unflushed = true;
            take(body);
        }
    }

    /** Writes only the head for now; the body comes with {@link #take}. */
    public void startWithHead(ByteBuf head) {
        out.writeAndFlush(head, out.voidPromise());
    }

    /** Starts on the body after the head. */
    public void take(Body body) {
        source = body;
        if (body instanceof WireBody same && same.loop() == out.channel().eventLoop()) {
            wire = same;
            same.receive(this);
        } else {
            body.subscribe(this);
            pause();
        }
    }

    /** The channel can take more again. */
    public void writable() {
        if (over) {
            return;
        }
        if (wire != null) {
            wire.resume();
        } else {
            ask();
        }
    }

    /** Gives up on the body. */
    public void stop() {
        if (!over) {
            over = true;
            letGo();
        }
    }

    private void letGo() {
        if (wire != null) {
            wire.cancel();
        } else if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void chunk(ByteBuf bytes) {
        if (over) {
            bytes.release();
            return;
        }
        int count = bytes.readableBytes();
        sent += count;
        if (length >= 0 && sent > length) {
            bytes.release();
            breakOff(new IllegalStateException("The body is longer than the " + length + " bytes announced."));
        } else if (sent == length) {
            finish(bytes);
        } else if (count == 0) {
            bytes.release();
        } else {
            if (length == BodyParser.CHUNKED) {
                writeChunk(bytes, count);
            } else {
                out.write(bytes, out.voidPromise());
            }
            unflushed = true;
            if (wire != null && !out.channel().isWritable()) {
                wire.hold();
                pause();
            }
        }
    }

    /** Each chunk with its own end: there are readers that do not look at data before they saw it. */
    private void writeChunk(ByteBuf bytes, int count) {
        String size = Integer.toHexString(count);
        ByteBuf start = out.alloc().buffer(10);
        for (int i = 0; i < size.length(); i++) {
            start.writeByte(size.charAt(i));
        }
        out.write(start.writeShort('\r' << 8 | '\n'), out.voidPromise());
        out.write(bytes, out.voidPromise());
        out.write(LINE_END.duplicate(), out.voidPromise());
    }

    @Override
    public void pause() {
        if (unflushed) {
            unflushed = false;
            out.flush();
        }
    }

    @Override
    public void end(Headers trailers) {
        if (over) {
            return;
        }
        if (length == BodyParser.CHUNKED) {
            finish(lastChunk(trailers));
        } else if (length == BodyParser.UNTIL_CLOSE) {
            finish(Unpooled.EMPTY_BUFFER);
        } else {
            breakOff(new IllegalStateException("The body ended after " + sent + " of " + length + " bytes announced."));
        }
    }

    private ByteBuf lastChunk(Headers trailers) {
        HeadWriter writer = new HeadWriter();
        writer.raw("0\r\n");
        if (withTrailers) {
            for (int i = 0; i < trailers.size(); i++) {
                if (Trailers.isAllowed(trailers.nameAt(i))) {
                    writer.field(trailers.nameAt(i), trailers.valueAt(i));
                }
            }
        }
        return writer.finish(out.alloc());
    }

    @Override
    public void failed(Throwable cause) {
        if (!over) {
            over = true;
            listener.broken(cause);
        }
    }

    private void finish(ByteBuf bytes) {
        over = true;
        out.writeAndFlush(bytes, last);
        listener.written();
    }

    private void breakOff(Throwable cause) {
        over = true;
        letGo();
        listener.broken(cause);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        onLoop(this::ask);
    }

    @Override
    public void onNext(ByteBuffer bytes) {
        onLoop(() -> {
            chunk(Unpooled.wrappedBuffer(bytes));
            pause();
            ask();
        });
    }

    @Override
    public void onError(Throwable cause) {
        onLoop(() -> failed(cause));
    }

    @Override
    public void onComplete() {
        onLoop(() -> end(source.trailers()));
    }

    /** One demand at a time, in a loop rather than by recursion where the publisher answers at once. */
    private void ask() {
        Flow.Subscription from = subscription;
        if (from == null) {
            return;
        }
        askAgain = true;
        if (asking) {
            return;
        }
        asking = true;
        while (askAgain && !over && out.channel().isWritable()) {
            askAgain = false;
            from.request(1);
        }
        asking = false;
    }

    private void onLoop(Runnable task) {
        if (out.channel().eventLoop().inEventLoop()) {
            task.run();
        } else {
            out.channel().eventLoop().execute(task);
        }
    }
}
