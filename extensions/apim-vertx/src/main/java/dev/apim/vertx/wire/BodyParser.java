package dev.apim.vertx.wire;

import dev.apim.http.Headers;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Finds the content of one message in the bytes that follow its head, and its end (RFC 9112 §6, §7). Chunk framing is taken literally:
 * digits, CRLF, nothing else but a short extension without quotes. Not thread-safe; used again with {@link #start}.
 */
public final class BodyParser {
    /** The chunks say where the content ends. */
    public static final long CHUNKED = -1;
    /** It ends when the connection does. */
    public static final long UNTIL_CLOSE = -2;

    private static final int MOST_EXTENSION = 4 * 1024;
    private static final int MOST_DIGITS = 16;

    private enum At {
        CONTENT,
        SIZE,
        EXTENSION,
        SIZE_LF,
        DATA,
        DATA_CR,
        DATA_LF,
        TRAILERS,
        END
    }

    private final HeadLimits limits;
    private At at = At.END;
    private long remaining;
    private int digits;
    private int extension;
    private @Nullable HeadParser trailers;

    public BodyParser(HeadLimits limits) {
        this.limits = limits;
    }

    /** Makes ready for content of so many bytes, {@link #CHUNKED} or {@link #UNTIL_CLOSE}. */
    public void start(long length) {
        trailers = null;
        if (length == CHUNKED) {
            nextChunk();
        } else {
            remaining = length == UNTIL_CLOSE ? Long.MAX_VALUE : length;
            at = length == 0 ? At.END : At.CONTENT;
        }
    }

    /** Whether the content and what frames it is over. */
    public boolean isEnded() {
        return at == At.END;
    }

    /** The bytes still to come where the length was given ahead; else -1. */
    public long remaining() {
        return at == At.END ? 0 : at == At.CONTENT ? remaining : -1;
    }

    /** The trailer fields, once it ended. */
    public Headers trailers() {
        return trailers == null ? new Headers() : trailers.headers();
    }

    /**
     * Takes framing, up to content.
     *
     * @return how many bytes of content stand at the reader index, which the caller takes before the next call; 0 when it ended or
     *     more bytes are needed
     */
    public int advance(ByteBuf in) throws MalformedMessageException {
        while (at != At.END && in.isReadable()) {
            switch (at) {
                case CONTENT -> {
                    return take(in, At.END);
                }
                case DATA -> {
                    return take(in, At.DATA_CR);
                }
                case TRAILERS -> trailers(in);
                default -> frame(in.readByte());
            }
        }
        return 0;
    }

    private int take(ByteBuf in, At after) {
        int count = (int) Math.min(remaining, in.readableBytes());
        remaining -= count;
        if (remaining == 0) {
            at = after;
        }
        return count;
    }

    private void frame(byte b) throws MalformedMessageException {
        switch (at) {
            case SIZE -> size(b);
            case EXTENSION -> extension(b);
            case SIZE_LF -> {
                expect(b, '\n');
                at = remaining == 0 ? At.TRAILERS : At.DATA;
            }
            case DATA_CR -> {
                expect(b, '\r');
                at = At.DATA_LF;
            }
            default -> {
                expect(b, '\n');
                nextChunk();
            }
        }
    }

    private void nextChunk() {
        at = At.SIZE;
        remaining = 0;
        digits = 0;
        extension = 0;
    }

    private void size(byte b) throws MalformedMessageException {
        int digit = Character.digit(b, 16);
        if (digit >= 0) {
            digits++;
            remaining = remaining << 4 | digit;
            if (digits > MOST_DIGITS || remaining < 0) {
                throw bad("A chunk size is too great.");
            }
        } else if (digits > 0 && b == '\r') {
            at = At.SIZE_LF;
        } else if (digits > 0 && b == ';') {
            at = At.EXTENSION;
        } else {
            throw bad("A chunk size is not hexadecimal digits.");
        }
    }

    private void extension(byte b) throws MalformedMessageException {
        if (b == '\r') {
            at = At.SIZE_LF;
        } else if (b == '"' || !Syntax.VALUE[b & 0xff] || ++extension > MOST_EXTENSION) {
            throw bad("A chunk extension is quoted, too long, or holds a character that is not allowed.");
        }
    }

    private void trailers(ByteBuf in) throws MalformedMessageException {
        if (trailers == null) {
            trailers = new HeadParser(HeadParser.Kind.TRAILERS, limits);
        }
        if (trailers.parse(in)) {
            Headers fields = trailers.headers();
            for (int i = 0; i < fields.size(); i++) {
                if (!Trailers.isAllowed(fields.nameAt(i))) {
                    throw bad("A trailer field has a name that is not allowed in trailers.");
                }
            }
            at = At.END;
        }
    }

    private static void expect(byte b, char expected) throws MalformedMessageException {
        if (b != expected) {
            throw bad("A chunk does not end in CR LF.");
        }
    }

    private static MalformedMessageException bad(String reason) {
        return new MalformedMessageException(400, reason);
    }
}
