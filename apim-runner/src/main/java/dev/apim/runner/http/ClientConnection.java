package dev.apim.runner.http;

import dev.apim.vertx.wire.BodyParser;
import dev.apim.vertx.wire.HeadParser;
import dev.apim.vertx.wire.MalformedMessageException;
import dev.apim.vertx.wire.RequestHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.internal.ContextInternal;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: reads requests strictly, one after the other, and hands each to the service once its head is whole and what
 * came with it is checked. The next request is not looked at before the last response has left. Lives on its event loop.
 */
final class ClientConnection extends ChannelInboundHandlerAdapter {
    private enum State {
        /** Waiting for a request, or within its head. */
        HEAD,
        /** Within its content. */
        CONTENT,
        /** The request is whole and its response is not. */
        BUSY,
        /** A last response has left, or is leaving; what comes is thrown away. */
        LINGERING,
        CLOSED
    }

    private static final String TOO_SLOW = "The request came too slowly.";

    private final ServerLoop loop;
    private final HeadParser heads;
    private final BodyParser content;
    private final Watch watch;
    private final ArrayDeque<ByteBuf> ahead = new ArrayDeque<>(0);
    private @Nullable ChannelHandlerContext context;
    private @Nullable ServerExchange exchange;
    private State state = State.HEAD;
    private String peer = "";
    private boolean consuming;
    private boolean inRound;
    private boolean startDue;
    private long received;
    private int phase;

    ClientConnection(ServerLoop loop) {
        this.loop = loop;
        ServerSettings settings = loop.port.settings();
        heads = new HeadParser(HeadParser.Kind.REQUEST, settings.limits());
        content = new BodyParser(settings.limits());
        watch = new Watch(settings.deadlines());
    }

    ServerLoop loop() {
        return loop;
    }

    /** The other end's address, without port. */
    String peer() {
        return peer;
    }

    ChannelHandlerContext context() {
        if (context == null) {
            throw new IllegalStateException("The connection has no channel.");
        }
        return context;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        if (ctx.channel().remoteAddress() instanceof InetSocketAddress address && address.getAddress() != null) {
            String numeric = address.getAddress().getHostAddress();
            int zone = numeric.indexOf('%');
            peer = zone < 0 ? numeric : numeric.substring(0, zone);
        }
        loop.add(this);
        ctx.channel().closeFuture().addListener(closed -> gone());
        if (loop.port.opened()) {
            answerLast(503, "Too many connections. Try again later.");
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof ByteBuf in)) {
            ReferenceCountUtil.release(message);
        } else if (state == State.LINGERING || state == State.CLOSED) {
            in.release();
        } else {
            inRound = true;
            received += in.readableBytes();
            ContextInternal outer = loop.context.beginDispatch(); // services find their lane
            try {
                ahead.add(in);
                consume();
            } finally {
                loop.context.endDispatch(outer);
            }
        }
    }

    /** Works off what was read, until it is used up or a response is due first. */
    private void consume() {
        if (consuming) {
            return;
        }
        consuming = true;
        try {
            while (!ahead.isEmpty() && state != State.BUSY && state != State.LINGERING && state != State.CLOSED) {
                ByteBuf in = ahead.getFirst();
                step(in);
                if (!in.isReadable() && ahead.peekFirst() == in) {
                    ahead.removeFirst().release();
                }
            }
            startExchange();
        } catch (MalformedMessageException e) {
            malformed(e);
        } finally {
            consuming = false;
        }
        if (state == State.LINGERING || state == State.CLOSED) {
            releaseAhead();
        } else {
            readAhead(ahead.isEmpty());
        }
    }

    private void readAhead(boolean on) {
        Channel channel = context().channel();
        if (!on && channel.config().isAutoRead()) {
            channel.config().setAutoRead(false);
        } else if (on && state == State.HEAD && !channel.config().isAutoRead()) {
            channel.config().setAutoRead(true);
        }
    }

    private void step(ByteBuf in) throws MalformedMessageException {
        if (state == State.HEAD) {
            if (!heads.isStarted()) {
                phase++;
            }
            if (heads.parse(in)) {
                begin(RequestHead.of(heads.startLine(), heads.headers()));
            }
            return;
        }
        int count = content.advance(in);
        ServerExchange current = exchange;
        if (count > 0) {
            if (current == null) {
                in.skipBytes(count);
            } else {
                current.content(in.readRetainedSlice(count));
            }
        }
        if (content.isEnded()) {
            requestWhole();
        }
    }

    private void begin(RequestHead head) {
        heads.reset();
        phase++;
        content.start(head.length());
        exchange = new ServerExchange(this, head);
        startDue = true;
        state = State.CONTENT;
        if (content.isEnded()) {
            requestWhole();
        }
    }

    private void requestWhole() {
        ServerExchange current = exchange;
        if (current == null) {
            state = State.HEAD; // the rest of a request that was answered before
            phase++;
        } else {
            state = State.BUSY;
            current.contentWhole(content.trailers());
            startExchange();
        }
    }

    private void startExchange() {
        ServerExchange current = exchange;
        if (startDue && current != null) {
            startDue = false;
            current.start(loop.port.service());
        }
    }

    /** Refuses what the service has not seen; breaks off what it has. */
    private void malformed(MalformedMessageException e) {
        ServerExchange seen = seen();
        boolean answered = seen != null && seen.isAnswered();
        if (seen != null) {
            seen.clientFailed(e);
        }
        if (answered) {
            close();
        } else {
            answerLast(e.status(), e.reason());
        }
    }

    /** Takes the exchange away; the service knows of it only if one is returned. */
    private @Nullable ServerExchange seen() {
        ServerExchange current = exchange;
        exchange = null;
        if (current != null && startDue) {
            current.discard();
            return null;
        }
        return current;
    }

    /** Answers something of our own and ends the connection. */
    private void answerLast(int status, String message) {
        ChannelHandlerContext ctx = context();
        ctx.writeAndFlush(ErrorBody.response(ctx.alloc(), loop.date(), status, message), ctx.voidPromise());
        if (loop.port.accessLog().isOn()) {
            loop.port.accessLog().write(peer, "-", "-", status, 0, 0);
        }
        linger();
    }

    /** The response has left, or broke. The next request follows unless the connection is of no more use. */
    void exchangeOver(boolean reusable) {
        exchange = null;
        phase++;
        if (state == State.LINGERING || state == State.CLOSED) {
            return;
        }
        if (!reusable) {
            linger();
            return;
        }
        state = content.isEnded() ? State.HEAD : State.CONTENT;
        if (state == State.CONTENT) {
            context().channel().config().setAutoRead(true);
        }
        consume();
    }

    /** How much of the request is still to come: 0 when it is whole, -1 when nobody knows. */
    long requestRemaining() {
        return content.remaining();
    }

    /** Whether more may come before the current round of reading is over. */
    boolean isInRound() {
        return inRound;
    }

    boolean isDraining() {
        return loop.port.isDraining();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        inRound = false;
        if (exchange != null) {
            exchange.roundOver();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (exchange != null && ctx.channel().isWritable()) {
            exchange.writable();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        closed(cause);
        ctx.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        closed(new ClosedChannelException());
    }

    private void gone() {
        loop.remove(this);
        loop.port.closed();
    }

    private void closed(Throwable cause) {
        ServerExchange current = seen();
        release(State.CLOSED);
        if (current != null) {
            ContextInternal outer = loop.context.beginDispatch();
            try {
                current.clientFailed(cause);
            } finally {
                loop.context.endDispatch(outer);
            }
        }
    }

    private void release(State last) {
        state = last;
        phase++;
        startDue = false;
        if (!consuming) {
            releaseAhead();
        }
    }

    private void releaseAhead() {
        for (ByteBuf in = ahead.poll(); in != null; in = ahead.poll()) {
            in.release();
        }
    }

    /** Closes at once. */
    void close() {
        exchange = null;
        release(State.CLOSED);
        context().close();
    }

    /** Resets, so that nobody takes what was sent for a whole response that ends with the connection. */
    void reset() {
        context().channel().config().setOption(ChannelOption.SO_LINGER, 0);
        close();
    }

    /** Says that no more comes and waits until the client has read it: a close with unread input would destroy the response. */
    private void linger() {
        release(State.LINGERING);
        Channel channel = context().channel();
        context().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener((ChannelFutureListener) done -> {
            if (done.isSuccess() && channel instanceof DuplexChannel duplex) {
                duplex.shutdownOutput();
                channel.config().setAutoRead(true);
            } else {
                channel.close();
            }
        });
    }

    /** Ends what takes too long. Called once in a while. */
    void look(long now) {
        watch.phase(now, phase);
        switch (state) {
            case HEAD -> {
                if (heads.isStarted() && watch.headIsLate(now)) {
                    malformed(new MalformedMessageException(408, TOO_SLOW));
                } else if (!heads.isStarted() && watch.isIdleTooLong(now, isDraining())) {
                    close();
                }
            }
            case CONTENT, BUSY -> exchanging(now);
            case LINGERING -> {
                if (watch.hasLingered(now)) {
                    context().close();
                }
            }
            case CLOSED -> {}
        }
    }

    private void exchanging(long now) {
        Channel channel = context().channel();
        ServerExchange current = exchange;
        boolean due = state == State.CONTENT
                && !startDue
                && channel.config().isAutoRead()
                && (current == null || current.wantsContent());
        if (watch.readsTooSlowly(now, due, received)) {
            malformed(new MalformedMessageException(408, TOO_SLOW));
            return;
        }
        ChannelOutboundBuffer unsent = channel.unsafe().outboundBuffer();
        long pending = unsent == null ? 0 : unsent.totalPendingWriteBytes();
        if (current != null && watch.writesTooSlowly(now, pending > 0, current.sent() - pending)) {
            close();
            current.clientFailed(new ClosedChannelException());
        }
    }
}
