package dev.apim.servlet;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.http.MessageBody;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the gateway answers: on the thread that waits, which may block; in asynchronous mode a chunk whenever the container has
 * room for it. On the lane only.
 */
final class ClientSide implements Flow.Subscriber<ByteBuffer>, AsyncListener {
    private final ServletExchange exchange;
    private final HttpServletResponse raw;
    private final boolean mayHaveTrailers;
    private final @Nullable AsyncContext async;
    private @Nullable ServletOutputStream out;
    private Flow.@Nullable Subscription subscription;
    private @Nullable ByteBuffer pending;
    private boolean streams;
    private boolean whole;
    private boolean unflushed;
    /** Whether the container said that it has room, and not the contrary since. */
    private boolean room;

    private boolean aborting;
    private boolean ended;

    /** On the thread that waits, or asynchronously. */
    ClientSide(
            ServletExchange exchange,
            HttpServletRequest request,
            HttpServletResponse raw,
            @Nullable AsyncContext async) {
        this.exchange = exchange;
        this.mayHaveTrailers = !request.getProtocol().equals("HTTP/1.0");
        this.raw = raw;
        this.async = async;
    }

    /** Has the container go on without its thread: no time is set for the exchange but those of its policies. */
    static ClientSide asynchronous(ServletExchange exchange, HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(0);
        ClientSide side = new ClientSide(exchange, request, response, async);
        async.addListener(side);
        return side;
    }

    boolean isAsync() {
        return async != null;
    }

    boolean isAborting() {
        return aborting;
    }

    /** Sends a whole response. */
    void respond(HttpResponse answer) throws IOException {
        ResponseHead.write(raw, answer);
        write(answer.body());
    }

    /** Sends a body; the head is set. */
    void write(Body body) throws IOException {
        if (body.length() == 0) {
            if (!body.isRepeatable()) {
                MessageBody.of(body).discard();
            }
            finish();
            return;
        }
        streams = body.length() < 0;
        if (streams && mayHaveTrailers) {
            raw.setTrailerFields(() -> trailers(body));
        }
        out = raw.getOutputStream();
        if (async != null) {
            out.setWriteListener(new Room());
        }
        body.subscribe(this);
    }

    /** Asked by the container when the body is out. */
    private static Map<String, String> trailers(Body body) {
        Headers fields = body.trailers();
        Map<String, String> map = new HashMap<>();
        fields.names().forEach(name -> map.put(name, String.valueOf(fields.joined(name))));
        return map;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(ByteBuffer chunk) {
        pending = chunk;
        pump();
    }

    @Override
    public void onComplete() {
        whole = true;
        pump();
    }

    @Override
    public void onError(Throwable error) {
        if (!ended) {
            ended = true;
            exchange.abort(error);
        }
    }

    private void pump() {
        ServletOutputStream to = out;
        if (to == null || ended) {
            return;
        }
        try {
            if (pending != null && isReady(to)) {
                writeChunk(to, pending);
            }
            if (streams && unflushed && async != null && isReady(to)) {
                unflushed = false;
                to.flush();
            }
            if (whole && pending == null && isReady(to)) {
                finish();
            }
        } catch (IOException e) {
            clientGone(e);
        }
    }

    private boolean isReady(ServletOutputStream to) {
        if (async == null) {
            return true;
        }
        room = room && to.isReady();
        return room;
    }

    private void writeChunk(ServletOutputStream to, ByteBuffer chunk) throws IOException {
        byte[] bytes = new byte[chunk.remaining()];
        chunk.duplicate().get(bytes);
        pending = null;
        unflushed = true;
        to.write(bytes);
        if (subscription != null) {
            subscription.request(1);
        }
    }

    /** Lets out what was written, ahead of a wait. */
    void flush() {
        if (unflushed && out != null && async == null) {
            unflushed = false;
            try {
                out.flush();
            } catch (IOException e) {
                clientGone(e);
            }
        }
    }

    private void finish() {
        if (!ended) {
            ended = true;
            exchange.end(null);
            complete();
        }
    }

    private void clientGone(Throwable cause) {
        if (!ended) {
            ended = true;
            if (subscription != null) {
                subscription.cancel();
            }
            exchange.end(cause);
            complete();
        }
    }

    private void complete() {
        if (async != null) {
            try {
                async.complete();
            } catch (IllegalStateException alreadyOver) {
                org.slf4j.LoggerFactory.getLogger(ClientSide.class)
                        .debug("the container had ended the request: {}", alreadyOver.getMessage());
            }
        }
    }

    /** Breaks the connection: a container does so when a filter fails after the head is out. */
    void abort() {
        aborting = true;
        if (async != null) {
            async.dispatch();
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        Throwable cause = event.getThrowable() == null ? new IOException("the client has gone") : event.getThrowable();
        exchange.execute(() -> clientGone(cause));
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        exchange.execute(() -> clientGone(new IOException("the container's time for the request is over")));
    }

    /** The container is done with it; whatever was not ended by then cannot be any more. */
    @Override
    public void onComplete(AsyncEvent event) {
        exchange.execute(() -> clientGone(new IOException("the container ended the request")));
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}

    /** Hears of room, and that there will be none: the client's failure, which is not the body's. */
    private final class Room implements WriteListener {
        @Override
        public void onWritePossible() {
            exchange.execute(() -> {
                room = true;
                pump();
            });
        }

        @Override
        public void onError(Throwable cause) {
            exchange.execute(() -> clientGone(cause));
        }
    }
}
