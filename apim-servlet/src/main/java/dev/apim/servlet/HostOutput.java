package dev.apim.servlet;

import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of the host's response go. They are kept until the response would be committed: when more is written than the
 * container buffers, at a flush, and at the end. Then the policies see the head, and decide: the bytes go on to the client, to the
 * policies that read them, or nowhere.
 *
 * <p>The host writes off the lane, on one thread at a time.
 */
final class HostOutput {
    private static final byte[] NONE = new byte[0];

    private final HostSide side;
    private final HttpServletResponse raw;
    private State state = State.OPEN;
    private byte[] kept = NONE;
    private int size;
    private int limit;
    private long announced = -1;
    private @Nullable String message;
    private boolean error;
    private boolean ending;
    private @Nullable String redirect;
    private @Nullable Headers before;
    private Body body = Body.empty();
    private @Nullable HostBody stream;
    private @Nullable Supplier<Map<String, String>> trailers;

    private enum State {
        /** Kept. */
        OPEN,
        /** To the client. */
        PASS,
        /** To policies. */
        PIPE,
        /** The host has said all it may. */
        CLOSED
    }

    HostOutput(HostSide side, HttpServletResponse raw) {
        this.side = side;
        this.raw = raw;
        this.limit = raw.getBufferSize();
    }

    // What the host says.

    /** Whether head and kept bytes may still change. */
    boolean isOpen() {
        return state == State.OPEN && !error && redirect == null;
    }

    boolean isCommitted() {
        return !isOpen();
    }

    int limit() {
        return limit;
    }

    void limit(int bytes) {
        limit = bytes;
    }

    /** The length that the host announces, or -1. */
    void announce(long length) {
        announced = length;
    }

    void clear() {
        size = 0;
    }

    /** What the host sends behind its body. */
    void trailers(Supplier<Map<String, String>> given) {
        raw.setTrailerFields(given);
        trailers = given;
    }

    /** Takes all back that the host has said. */
    void reset() {
        clear();
        announced = -1;
        raw.reset();
        HostHead.withoutTrailers(raw, trailers);
        trailers = null;
    }

    /** The container makes the page, after the policies have seen the status; at once where it is the container itself that asks. */
    void sendError(int status, @Nullable String text) throws IOException {
        clear();
        message = text;
        if (side.isEndedByContainer()) {
            state = State.CLOSED;
            sendErrorPage(status);
            return;
        }
        announced = -1;
        raw.setStatus(status);
        error = true;
    }

    void sendRedirect(int status, String location, boolean clearBuffer) {
        if (clearBuffer) {
            clear();
        }
        announced = -1;
        raw.setStatus(status);
        raw.setHeader("Location", location);
        redirect = location;
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        if (isOpen()) {
            if (size + length <= limit) {
                keep(bytes, offset, length);
                return;
            }
            // All in one go: a host that writes when the container has room may write once.
            keep(bytes, offset, length);
            commit();
            return;
        }
        switch (state) {
            case PASS -> raw.getOutputStream().write(bytes, offset, length);
            case PIPE -> push(Arrays.copyOfRange(bytes, offset, offset + length));
            default -> {
                // The policies have answered in the host's place.
            }
        }
    }

    private void keep(byte[] bytes, int offset, int length) {
        if (size + length > kept.length) {
            // Most hosts write all there is at once.
            kept = Arrays.copyOf(kept, size == 0 ? length : Math.max(size + length, Math.max(512, size * 2)));
        }
        System.arraycopy(bytes, offset, kept, size, length);
        size += length;
    }

    private byte[] takeKept() {
        byte[] all = size == kept.length ? kept : Arrays.copyOf(kept, size);
        kept = NONE;
        size = 0;
        return all;
    }

    /** The host has ended: a flush sends nothing ahead any more. */
    void ending() {
        ending = true;
    }

    void flush() throws IOException {
        if (ending) {
            return;
        }
        if (isOpen()) {
            commit();
        }
        if (state == State.PASS) {
            raw.flushBuffer();
        }
    }

    /** The host closes its stream: all of the response is here. */
    void close() throws IOException {
        if (isOpen()) {
            side.exchange()
                    .decide(
                            () -> answerWhole(null),
                            () -> state != State.OPEN || side.exchange().isDoneWithHost());
            state = state == State.OPEN ? State.CLOSED : state;
        } else if (state == State.PASS) {
            raw.getOutputStream().close();
        }
    }

    private void commit() throws IOException {
        HostBody streaming = new HostBody(announced);
        stream = streaming;
        body = streaming;
        side.exchange()
                .decide(
                        this::answer,
                        () -> state != State.OPEN
                                || streaming.isTaken()
                                || streaming.isOver()
                                || side.exchange().isDoneWithHost());
        byte[] first = takeKept();
        if (state == State.OPEN) {
            state = streaming.isTaken() ? State.PIPE : State.CLOSED;
        }
        if (first.length == 0) {
            return;
        }
        if (state == State.PASS) {
            raw.getOutputStream().write(first);
        } else if (state == State.PIPE) {
            push(first);
        }
    }

    private void push(byte[] bytes) {
        HostBody to = stream;
        if (to != null) {
            side.exchange()
                    .decide(() -> {}, () -> to.isWanted() || side.exchange().isOver());
            side.exchange().decide(() -> to.push(bytes), () -> true);
        }
    }

    private void answer() {
        Headers head = HostHead.of(raw, announced);
        before = head;
        side.answer(new HttpResponse(raw.getStatus(), "", head.copy(), body));
    }

    // What the policies make of it, on the lane.

    /** The host has ended: nothing more comes. */
    void end(@Nullable Throwable failure) {
        switch (state) {
            case OPEN -> answerWhole(failure);
            case PASS -> {
                state = State.CLOSED;
                side.exchange().end(failure);
            }
            case PIPE -> {
                state = State.CLOSED;
                if (stream != null) {
                    stream.end(failure);
                }
            }
            case CLOSED -> {
                // The policies have answered, or call the host once more.
            }
        }
    }

    private void answerWhole(@Nullable Throwable failure) {
        if (failure != null) {
            clear();
            raw.setStatus(500);
        }
        body = size == 0 ? Body.empty() : Body.of(takeKept());
        Headers head = HostHead.of(raw, announced);
        before = head;
        HttpResponse answer = new HttpResponse(raw.getStatus(), "", head.copy(), body);
        state = State.CLOSED;
        side.answer(answer);
    }

    /** Sends the gateway's answer over a head that the host has made. */
    boolean respond(HttpResponse answer) throws IOException {
        boolean same = answer.body() == body;
        HostHead.change(raw, Objects.requireNonNull(before), answer, same, trailers);
        if (same && state == State.OPEN && stream != null) {
            state = State.PASS;
            return true;
        }
        if (error && HostSide.isEmpty(answer)) {
            sendErrorPage(answer.status());
        } else if (redirect != null && HostSide.isEmpty(answer) && isSameRedirect(answer)) {
            raw.sendRedirect(redirect);
        } else if (same && body instanceof BytesBody whole) {
            if (whole.length() > 0) {
                raw.getOutputStream().write(whole.bytes());
            }
        } else {
            side.exchange().write(answer.body());
            return true;
        }
        side.exchange().end(null);
        return true;
    }

    private void sendErrorPage(int status) throws IOException {
        if (message == null) {
            raw.sendError(status);
        } else {
            raw.sendError(status, message);
        }
    }

    /** The container may complete the address; what is no plain redirect is sent as it stands. */
    private boolean isSameRedirect(HttpResponse answer) {
        return answer.status() == 302
                && String.valueOf(redirect).equals(answer.headers().get("Location"));
    }
}
