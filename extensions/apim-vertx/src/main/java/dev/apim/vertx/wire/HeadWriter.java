package dev.apim.vertx.wire;

import dev.apim.http.ReasonPhrases;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Arrays;

/**
 * Writes heads, one after the other. Every name and value is judged while it is copied, so that no policy and no expression can put a
 * line end or another control character on the wire; a head that fails is dropped whole. Not thread-safe.
 */
public final class HeadWriter {
    private byte[] bytes = new byte[1024];
    private int length;

    /**
     * {@code METHOD target HTTP/1.1}.
     *
     * @throws IllegalArgumentException when method or target cannot be written
     */
    public void requestLine(String method, String target) {
        length = 0;
        if (!Syntax.isToken(method)) {
            throw new IllegalArgumentException("The method holds a character that cannot be sent.");
        }
        if (!Syntax.isTarget(target)) {
            throw new IllegalArgumentException("The request target holds a character that cannot be sent.");
        }
        raw(method);
        raw(" ");
        raw(target);
        raw(" HTTP/1.1\r\n");
    }

    /** {@code HTTP/1.1 status reason}; a reason that cannot be written, or is empty, gives way to the standard one. */
    public void statusLine(int status, String reason) {
        length = 0;
        raw("HTTP/1.1 ");
        raw(Integer.toString(status));
        raw(" ");
        raw(reason.isEmpty() || !Syntax.isValue(reason) ? ReasonPhrases.of(status) : reason);
        raw("\r\n");
    }

    /**
     * One field line.
     *
     * @throws IllegalArgumentException when name or value cannot be written; the message does not hold the value
     */
    public void field(String name, String value) {
        int size = name.length() + value.length() + 4;
        ensure(size);
        int to = copy(name, length, Syntax.TCHAR);
        if (to < 0 || name.isEmpty()) {
            throw new IllegalArgumentException("A header field has a name that cannot be sent.");
        }
        bytes[to++] = ':';
        bytes[to++] = ' ';
        to = copy(value, to, Syntax.VALUE);
        if (to < 0) {
            throw new IllegalArgumentException(
                    "The header field '" + name + "' has a value with a character that cannot be sent.");
        }
        bytes[to++] = '\r';
        bytes[to++] = '\n';
        length = to;
    }

    /** {@code Content-Length}. */
    public void contentLength(long value) {
        raw("Content-Length: ");
        raw(Long.toString(value));
        raw("\r\n");
    }

    /** {@code Transfer-Encoding: chunked}. */
    public void chunked() {
        raw("Transfer-Encoding: chunked\r\n");
    }

    /** Text of our own, ASCII, unjudged. */
    public void raw(String text) {
        ensure(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    /** The head with its empty line; the writer can start on the next. */
    public ByteBuf finish(ByteBufAllocator alloc) {
        raw("\r\n");
        ByteBuf head = alloc.buffer(length);
        head.writeBytes(bytes, 0, length);
        length = 0;
        if (bytes.length > 16 * 1024) {
            bytes = new byte[1024];
        }
        return head;
    }

    private int copy(String text, int to, boolean[] allowed) {
        byte[] target = bytes;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0xff || !allowed[c]) {
                return -1;
            }
            target[to + i] = (byte) c;
        }
        return to + text.length();
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }
}
