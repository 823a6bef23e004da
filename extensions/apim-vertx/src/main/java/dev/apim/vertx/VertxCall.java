package dev.apim.vertx;

import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendException;
import dev.apim.backend.BackendException.Kind;
import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.http.Url;
import dev.apim.vertx.wire.BodyParser;
import dev.apim.vertx.wire.BodyWriter;
import dev.apim.vertx.wire.HeadWriter;
import dev.apim.vertx.wire.HopByHop;
import dev.apim.vertx.wire.ResponseHead;
import dev.apim.vertx.wire.WireBody;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One request on its way: waits for a connection, writes the request, hands over the response. Lives on its lane. */
final class VertxCall implements BackendCall, BodyWriter.Listener {
    @Nullable
    VertxCall previous;

    @Nullable
    VertxCall next;

    private final Lane lane;
    private final BackendRequest request;
    private final Origin origin;
    private final CompletableFuture<HttpResponse> response = new CompletableFuture<>();
    private @Nullable BackendConnection connection;
    private @Nullable BodyWriter writer;
    private @Nullable WireBody body;
    private long deadline;
    private long continueDeadline;
    private boolean awaitsContinue;
    private boolean requestWritten;
    private boolean early;
    private boolean answered;
    private boolean over;

    VertxCall(Lane lane, BackendRequest request) {
        this.lane = lane;
        this.request = request;
        Url url = request.url();
        origin = new Origin(url.scheme().equals("https"), url.host(), url.port(), request.options());
    }

    Origin origin() {
        return origin;
    }

    boolean isHead() {
        return request.method().equals("HEAD");
    }

    @Override
    public CompletionStage<HttpResponse> response() {
        return response;
    }

    /** The client was closed: it cannot be sent. */
    void refuse() {
        response.completeExceptionally(Failures.broken(origin, "the client was closed"));
    }

    /** On the lane. */
    void start() {
        if (lane.isClosed()) {
            refuse();
            return;
        }
        deadline = lane.nanos() + request.timeout().toNanos();
        lane.add(this);
        lane.pool(origin).acquire(this);
    }

    /** A connection is ours. */
    void connected(BackendConnection given) {
        ByteBuf head;
        long length = request.body() == Body.empty()
                ? 0
                : Math.max(BodyParser.CHUNKED, request.body().length());
        try {
            head = head(given.context(), length);
        } catch (IllegalArgumentException e) {
            lane.pool(origin).release(given);
            fail(e);
            return;
        }
        connection = given;
        given.assign(this);
        ChannelHandlerContext out = given.context();
        BodyWriter writing = new BodyWriter(out, length, false, out.voidPromise(), this);
        writer = writing;
        if (length != 0 && "100-continue".equalsIgnoreCase(request.headers().get("Expect"))) {
            awaitsContinue = true;
            long patience = request.continueTimeout().toNanos();
            continueDeadline = patience == 0 ? deadline : lane.nanos() + patience;
            writing.startWithHead(head);
        } else {
            writing.start(head, request.body());
        }
    }

    private ByteBuf head(ChannelHandlerContext out, long length) {
        HeadWriter head = lane.heads;
        Headers headers = request.headers();
        ConnectionOptions.Proxy proxy = origin.forwardingProxy();
        head.requestLine(
                request.method(),
                proxy == null ? request.url().target() : request.url().toString());
        if (!headers.contains("Host")) {
            head.field("Host", request.url().authority());
        }
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.nameAt(i);
            if (!HopByHop.is(name) && !HopByHop.isContentLength(name)) {
                head.field(name, headers.valueAt(i));
            }
        }
        if (proxy != null && proxy.username() != null) {
            head.field("Proxy-Authorization", basic(proxy));
        }
        if ("trailers".equalsIgnoreCase(headers.get("TE"))) {
            head.raw("TE: trailers\r\nConnection: TE\r\n");
        }
        if (length > 0 || (length == 0 && announcesEmpty(request.method()))) {
            head.contentLength(length);
        } else if (length < 0) {
            head.chunked();
        }
        return head.finish(out.alloc());
    }

    private static String basic(ConnectionOptions.Proxy proxy) {
        byte[] credentials = (proxy.username() + ":" + proxy.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** RFC 9110 §8.6: methods that anticipate content say so even when there is none. */
    private static boolean announcesEmpty(String method) {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }

    /** The backend said {@code 100 Continue}, or has been waited for long enough. */
    void goAhead() {
        BodyWriter writing = writer;
        if (awaitsContinue && writing != null && !over) {
            awaitsContinue = false;
            writing.take(request.body());
        }
    }

    void writable() {
        BodyWriter writing = writer;
        if (writing != null && !awaitsContinue) {
            writing.writable();
        }
    }

    @Override
    public void written() {
        requestWritten = true;
    }

    @Override
    public void broken(Throwable cause) {
        if (connection != null && !over) {
            fail(Failures.body(origin, cause));
        }
    }

    /** The head of the response came; {@code body} is null where nothing follows. */
    void answered(ResponseHead head, @Nullable WireBody body) {
        if (head.status() == 407 && origin.forwardingProxy() != null) {
            fail(Failures.broken(origin, "the proxy refused the credentials"));
            return;
        }
        answered = true;
        this.body = body;
        early = !requestWritten;
        awaitsContinue = false;
        lane.remove(this);
        response.complete(
                new HttpResponse(head.status(), head.reason(), head.headers(), body == null ? Body.empty() : body));
    }

    /** The response is whole. Says whether the exchange was: everything sent, and before the answer came. */
    boolean responseEnded() {
        boolean whole = requestWritten && !early && !over;
        over = true;
        connection = null;
        if (writer != null) {
            writer.stop();
        }
        return whole;
    }

    void checkDeadline(long now) {
        if (now - deadline >= 0) {
            fail(new BackendException(
                    Kind.TIMEOUT,
                    "No response of " + origin + " within " + request.timeout().toMillis() + " ms.",
                    null));
        } else if (awaitsContinue && now - continueDeadline >= 0) {
            goAhead();
        }
    }

    /** Ends the call; a response that was handed over already breaks off at its body. */
    void fail(Throwable cause) {
        if (over) {
            return;
        }
        over = true;
        if (!answered) {
            lane.remove(this);
            lane.pool(origin).forget(this);
        }
        BackendConnection mine = connection;
        connection = null;
        if (mine != null) {
            mine.breakOff(cause);
        }
        if (writer != null) {
            writer.stop();
        }
        response.completeExceptionally(cause);
    }

    @Override
    public void cancel() {
        if (lane.loop.inEventLoop()) {
            if (body != null) {
                body.discard();
            }
            fail(new BackendException(Kind.CONNECTION, "The request to " + origin + " was given up.", null));
        } else {
            lane.context.runOnContext(onLane -> cancel());
        }
    }
}
