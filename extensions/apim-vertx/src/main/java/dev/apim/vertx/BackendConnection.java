package dev.apim.vertx;

import dev.apim.backend.BackendException;
import dev.apim.http.Headers;
import dev.apim.vertx.wire.BodyParser;
import dev.apim.vertx.wire.HeadLimits;
import dev.apim.vertx.wire.HeadParser;
import dev.apim.vertx.wire.MalformedMessageException;
import dev.apim.vertx.wire.ResponseHead;
import dev.apim.vertx.wire.WireBody;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.internal.ContextInternal;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a backend: reads responses for the call that has it. It goes back to the pool only at the end of the round of
 * reading in which its exchange ended whole, so that bytes beyond the end are seen before anybody else can get them.
 */
final class BackendConnection extends ChannelInboundHandlerAdapter implements WireBody.Source {
    private final ConnectionPool pool;
    private final Lane lane;
    private final Origin origin;
    private final HeadParser heads = new HeadParser(HeadParser.Kind.RESPONSE, HeadLimits.RESPONSE);
    private final BodyParser content = new BodyParser(HeadLimits.RESPONSE);
    private @Nullable ChannelHandlerContext context;
    private @Nullable VertxCall call;
    private @Nullable ResponseHead head;
    private @Nullable WireBody body;
    private boolean reading;
    private boolean finished;
    private boolean closed;
    private long expires;

    private BackendConnection(ConnectionPool pool, Lane lane, Origin origin) {
        this.pool = pool;
        this.lane = lane;
        this.origin = origin;
    }

    static BackendConnection install(Channel channel, ConnectionPool pool, Lane lane, Origin origin) {
        BackendConnection connection = new BackendConnection(pool, lane, origin);
        channel.pipeline().addLast("backend", connection);
        connection.expires = lane.nanos() + lane.settings.idleTimeout().toNanos();
        return connection;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    /** Where to write. */
    ChannelHandlerContext context() {
        if (context == null) {
            throw new IllegalStateException("The connection has no channel.");
        }
        return context;
    }

    boolean isExpired(long now) {
        return now - expires >= 0;
    }

    /** The call has the connection until its exchange ended. */
    void assign(VertxCall next) {
        call = next;
        head = null;
        finished = false;
        heads.reset();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof ByteBuf in)) {
            ReferenceCountUtil.release(message);
            return;
        }
        reading = true;
        ContextInternal outer = lane.context.beginDispatch(); // what follows may send again, and must find its lane
        try {
            while (in.isReadable() && !closed) {
                if (call == null || finished) {
                    close(); // bytes that nobody asked for
                    return;
                }
                read(in);
            }
        } catch (MalformedMessageException e) {
            fail(Failures.malformed(origin, e.reason()));
        } finally {
            lane.context.endDispatch(outer);
            in.release();
        }
    }

    private void read(ByteBuf in) throws MalformedMessageException {
        if (head != null) {
            readContent(in);
        } else if (heads.parse(in)) {
            readHead();
        }
    }

    private void readHead() throws MalformedMessageException {
        VertxCall current = call;
        if (current == null) {
            return;
        }
        ResponseHead parsed = ResponseHead.of(heads.startLine(), heads.headers(), current.isHead());
        heads.reset();
        if (parsed.status() == 101) {
            throw new MalformedMessageException(502, "It switches protocols, which was not asked for.");
        }
        if (parsed.status() < 200) {
            if (parsed.status() == 100) {
                current.goAhead();
            }
            return;
        }
        head = parsed;
        content.start(parsed.length());
        if (content.isEnded()) {
            body = null;
            current.answered(parsed, null);
            ended();
        } else {
            WireBody streaming = new WireBody(lane.loop, Math.max(-1, parsed.length()), this);
            body = streaming;
            current.answered(parsed, streaming);
        }
    }

    private void readContent(ByteBuf in) throws MalformedMessageException {
        int count = content.advance(in);
        WireBody to = body;
        if (count > 0) {
            ByteBuf slice = in.readRetainedSlice(count);
            if (to == null) {
                slice.release();
            } else {
                to.offer(slice);
            }
        }
        if (content.isEnded() && !closed && !finished) {
            ended();
        }
    }

    /** The response is whole. */
    private void ended() {
        finished = true;
        WireBody to = body;
        if (to != null) {
            to.complete(content.trailers());
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        reading = false;
        WireBody to = body;
        if (to != null) {
            to.roundOver();
        }
        if (finished) {
            roundOver();
        }
    }

    /** Gives the connection back, or closes it where the exchange leaves any doubt about it. */
    private void roundOver() {
        VertxCall current = call;
        ResponseHead last = head;
        call = null;
        body = null;
        head = null;
        finished = false;
        if (current == null || last == null) {
            return;
        }
        boolean clean =
                current.responseEnded() && last.keepAlive() && (!current.isHead() || lane.settings.reuseAfterHead());
        if (clean && !closed) {
            ChannelHandlerContext ctx = context();
            if (!ctx.channel().config().isAutoRead()) {
                ctx.channel().config().setAutoRead(true);
            }
            expires = lane.nanos() + idleNanos(last.headers());
            pool.release(this);
        } else {
            close();
        }
    }

    /** Ours, or one second less than the backend's {@code Keep-Alive: timeout}. */
    private long idleNanos(Headers headers) {
        long idle = lane.settings.idleTimeout().toNanos();
        String keepAlive = headers.get("Keep-Alive");
        int at = keepAlive == null ? -1 : keepAlive.indexOf("timeout=");
        if (keepAlive == null || at < 0) {
            return idle;
        }
        long seconds = 0;
        for (int i = at + 8; i < keepAlive.length() && i < at + 14; i++) {
            int digit = keepAlive.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            seconds = seconds * 10 + digit;
        }
        return Math.min(idle, Math.max(0, seconds - 1) * 1_000_000_000L);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        reading = false;
        ResponseHead current = head;
        if (finished) {
            roundOver();
        } else if (current != null && current.length() == BodyParser.UNTIL_CLOSE) {
            ended();
            roundOver();
        } else if (current != null) {
            fail(Failures.malformed(origin, "it ended before its announced end"));
        } else if (heads.isStarted()) {
            fail(Failures.malformed(origin, "it ended within its head"));
        } else {
            fail(Failures.broken(origin, "it was closed before a response"));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (head != null && !finished) {
            fail(Failures.malformed(origin, "it ended before its announced end"));
        } else {
            fail(Failures.broken(origin, String.valueOf(cause.getMessage())));
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (call != null && ctx.channel().isWritable()) {
            call.writable();
        }
    }

    private void fail(BackendException cause) {
        VertxCall current = finished ? null : call;
        if (current == null) {
            close();
        } else {
            ContextInternal outer = lane.context.beginDispatch();
            try {
                current.fail(cause);
            } finally {
                lane.context.endDispatch(outer);
            }
        }
    }

    /** Closes; the body that was handed over breaks off, if it was not whole. */
    void breakOff(Throwable cause) {
        WireBody to = finished ? null : body;
        close();
        if (to != null) {
            to.fail(cause);
        }
    }

    /** Closes at once; whoever waits for the exchange is told by the caller. */
    void close() {
        if (!closed) {
            closed = true;
            call = null;
            body = null;
            pool.remove(this);
            context().close();
        }
    }

    @Override
    public void resumeReading() {
        ChannelHandlerContext ctx = context();
        if (!ctx.channel().config().isAutoRead()) {
            ctx.channel().config().setAutoRead(true);
        }
    }

    @Override
    public void stopReading() {
        context().channel().config().setAutoRead(false);
    }

    @Override
    public void giveUp() {
        VertxCall current = call;
        if (current != null && !finished) {
            current.cancel();
        }
    }

    @Override
    public boolean isReading() {
        return reading;
    }
}
