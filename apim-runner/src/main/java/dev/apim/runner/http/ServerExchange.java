package dev.apim.runner.http;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import dev.apim.http.HttpResponse;
import dev.apim.http.HttpService;
import dev.apim.http.ServerCall;
import dev.apim.vertx.wire.BodyParser;
import dev.apim.vertx.wire.BodyWriter;
import dev.apim.vertx.wire.RequestHead;
import dev.apim.vertx.wire.WireBody;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its response, in the hands of a service. The lane is the connection's event loop. */
final class ServerExchange
        implements ServerCall, WireBody.Source, BodyWriter.Listener, GenericFutureListener<Future<? super Void>> {
    private static final Logger LOG = LoggerFactory.getLogger(ServerExchange.class);

    /** Content that nobody wanted is still read, for the sake of the connection, when it is no more than this. */
    private static final long MOST_DRAINED = 64 * 1024;

    private final ClientConnection connection;
    private final RequestHead head;
    private final @Nullable WireBody body;
    private final long started;
    private HttpService.@Nullable Ending ending;
    private @Nullable BodyWriter writer;
    private @Nullable Throwable endCause;
    private int status;
    private boolean continued;
    private boolean answered;
    private boolean keepAlive;
    private boolean over;
    private boolean reading = true;

    ServerExchange(ClientConnection connection, RequestHead head) {
        this.connection = connection;
        this.head = head;
        keepAlive = head.keepAlive();
        body = head.length() == 0
                ? null
                : new WireBody(connection.context().channel().eventLoop(), head.length(), this);
        started = connection.loop().port.accessLog().isOn()
                ? connection.loop().time.nanos()
                : 0;
    }

    void start(HttpService service) {
        HttpRequest request = new HttpRequest(
                head.method(),
                "http",
                head.host(),
                head.target(),
                head.version(),
                connection.peer(),
                head.headers(),
                body == null ? Body.empty() : body);
        try {
            HttpService.Ending told = service.handle(request, this);
            if (over) {
                told.ended(endCause);
            } else {
                ending = told;
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "A service failed at {} {}",
                    head.method(),
                    connection.loop().port.accessLog().redacted(head.target()),
                    e);
            failWithError(e);
        }
    }

    /** It will never start. */
    void discard() {
        if (body != null) {
            body.discard();
        }
    }

    private void failWithError(RuntimeException e) {
        if (answered) {
            abort(e);
        } else {
            respond(HttpResponse.of(500, "application/json", ErrorBody.json(500, "Internal server error")));
        }
    }

    boolean isAnswered() {
        return answered;
    }

    /** Bytes of content handed to the channel. */
    long sent() {
        return writer == null ? 0 : writer.sent();
    }

    boolean wantsContent() {
        return reading && (!head.expectsContinue() || continued);
    }

    void content(ByteBuf bytes) {
        continued = true; // it did not wait
        if (body == null || over) {
            bytes.release();
        } else {
            body.offer(bytes);
        }
    }

    void contentWhole(Headers trailers) {
        if (body != null && !over) {
            body.complete(trailers);
        }
    }

    void roundOver() {
        if (body != null) {
            body.roundOver();
        }
    }

    void writable() {
        if (writer != null) {
            writer.writable();
        }
    }

    @Override
    public void execute(Runnable task) {
        if (connection.context().channel().eventLoop().inEventLoop()) {
            connection.loop().context.dispatch(task);
        } else {
            connection.loop().context.runOnContext(onLane -> task.run());
        }
    }

    @Override
    public void respond(HttpResponse response) {
        if (over) {
            drop(response.body());
            return;
        }
        if (answered) {
            throw new IllegalStateException("The request was answered before.");
        }
        try {
            write(response);
        } catch (IllegalArgumentException e) {
            LOG.error("A response cannot be written: {}", e.getMessage());
            drop(response.body());
            write(HttpResponse.of(500, "application/json", ErrorBody.json(500, "Internal server error")));
        }
    }

    private void write(HttpResponse response) {
        ResponseFraming framing = ResponseFraming.of(head, response);
        boolean stays =
                keepAlive && framing.length() != BodyParser.UNTIL_CLOSE && !connection.isDraining() && !leavesTooMuch();
        ChannelHandlerContext out = connection.context();
        ByteBuf bytes = framing.head(connection.loop(), out.alloc(), stays);
        answered = true;
        keepAlive = stays;
        status = response.status();
        if (framing.length() == 0) {
            drop(response.body());
        }
        ChannelPromise last = out.newPromise();
        last.addListener(this);
        BodyWriter writing = new BodyWriter(out, framing.length(), framing.withTrailers(), last, this);
        writer = writing;
        writing.start(bytes, response.body());
    }

    /** Whether so much of the request is still to come that ending the connection costs less. */
    private boolean leavesTooMuch() {
        long remaining = connection.requestRemaining();
        return remaining < 0 || remaining > MOST_DRAINED || (remaining > 0 && head.expectsContinue() && !continued);
    }

    /** A body that nobody will read lets go of its connection. */
    private static void drop(Body unread) {
        if (unread instanceof WireBody wire) {
            wire.cancel();
        } else if (!unread.isRepeatable()) {
            unread.subscribe(new Refusal());
        }
    }

    @Override
    public void abort(Throwable cause) {
        if (!over) {
            if (writer != null && writer.isUntilClose()) {
                connection.reset();
            } else {
                connection.close();
            }
            finish(cause);
        }
    }

    /** The client is gone, or sent what is no request. */
    void clientFailed(Throwable cause) {
        finish(cause);
    }

    @Override
    public void written() {
        // The promise of the last write tells when it has left.
    }

    @Override
    public void broken(Throwable cause) {
        abort(cause);
    }

    /** The last byte has left, or did not. */
    @Override
    public void operationComplete(Future<? super Void> last) {
        if (!over) {
            finish(last.isSuccess() ? null : last.cause());
            connection.exchangeOver(last.isSuccess() && keepAlive && !leavesTooMuch());
        }
    }

    private void finish(@Nullable Throwable cause) {
        if (over) {
            return;
        }
        over = true;
        endCause = cause;
        if (writer != null) {
            writer.stop();
        }
        if (body != null) {
            body.fail(cause == null ? new ClosedChannelException() : cause);
            body.discard();
        }
        log();
        HttpService.Ending told = ending;
        if (told != null) {
            told.ended(cause);
        }
    }

    private void log() {
        AccessLog log = connection.loop().port.accessLog();
        if (log.isOn()) {
            long micros = (connection.loop().time.nanos() - started) / 1_000;
            log.write(connection.peer(), head.method(), head.target(), answered ? status : 499, sent(), micros);
        }
    }

    @Override
    public void resumeReading() {
        if (head.expectsContinue() && !continued && !answered) {
            ChannelHandlerContext out = connection.context();
            out.writeAndFlush(ByteBufUtil.writeAscii(out.alloc(), "HTTP/1.1 100 Continue\r\n\r\n"), out.voidPromise());
        }
        continued = true;
        reading = true;
        if (!connection.context().channel().config().isAutoRead()) {
            connection.context().channel().config().setAutoRead(true);
        }
    }

    @Override
    public void stopReading() {
        reading = false;
        connection.context().channel().config().setAutoRead(false);
    }

    @Override
    public void giveUp() {
        if (connection.requestRemaining() != 0) {
            keepAlive = false;
        }
    }

    @Override
    public boolean isReading() {
        return connection.isInRound();
    }
}
