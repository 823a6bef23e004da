package dev.apim.vertx.wire;

import dev.apim.http.Headers;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the head of a message, or its trailer section, from bytes that come in any pieces: one pass over the bytes, each judged before
 * anything is made of it. Strict: lines end in CRLF, nothing is folded, skipped or repaired. Not thread-safe; used again after
 * {@link #reset}.
 */
public final class HeadParser {
    /** What kind of section starts. */
    public enum Kind {
        REQUEST("request line"),
        RESPONSE("status line"),
        TRAILERS("trailer section");

        private final String start;

        Kind(String start) {
            this.start = start;
        }
    }

    private enum At {
        START,
        START_LF,
        FIELD,
        NAME,
        VALUE,
        FIELD_LF,
        END_LF
    }

    private static final int PIECE = 1024;

    private final Kind kind;
    private final HeadLimits limits;
    private byte[] bytes = new byte[PIECE];
    private int filled;
    private int next;
    private At at;
    private int sectionFrom;
    private int nameFrom;
    private int nameTo;
    private String startLine = "";
    private Headers headers;

    public HeadParser(Kind kind, HeadLimits limits) {
        this.kind = kind;
        this.limits = limits;
        at = first();
        headers = new Headers(12);
    }

    /** Whether at least one byte of the section came. */
    public boolean isStarted() {
        return filled > 0;
    }

    /** The first line without CRLF; empty for trailers. */
    public String startLine() {
        return startLine;
    }

    /** The fields read; they belong to the caller once the section is complete. */
    public Headers headers() {
        return headers;
    }

    /** Makes ready for another section. */
    public void reset() {
        if (bytes.length > 4 * PIECE) {
            bytes = new byte[PIECE];
        }
        filled = 0;
        next = 0;
        sectionFrom = 0;
        at = first();
        headers = new Headers(12);
    }

    private At first() {
        return kind == Kind.TRAILERS ? At.FIELD : At.START;
    }

    /**
     * Takes bytes up to the end of the section and not one more.
     *
     * @return whether the section is complete
     */
    public boolean parse(ByteBuf in) throws MalformedMessageException {
        while (in.isReadable()) {
            int piece = Math.min(in.readableBytes(), PIECE);
            if (filled + piece > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(filled + piece, bytes.length * 2));
            }
            in.getBytes(in.readerIndex(), bytes, filled, piece);
            filled += piece;
            if (scan()) {
                in.skipBytes(piece - (filled - next));
                return true;
            }
            in.skipBytes(piece);
        }
        return false;
    }

    private boolean scan() throws MalformedMessageException {
        while (next < filled) {
            switch (at) {
                case START -> start();
                case START_LF -> {
                    lineFeed();
                    sectionFrom = next;
                    at = At.FIELD;
                }
                case FIELD -> field();
                case NAME -> name();
                case VALUE -> value();
                case FIELD_LF -> {
                    lineFeed();
                    at = At.FIELD;
                }
                case END_LF -> {
                    lineFeed();
                    return true;
                }
            }
        }
        return false;
    }

    private void start() throws MalformedMessageException {
        boolean[] allowed = kind == Kind.REQUEST ? Syntax.REQUEST_LINE : Syntax.VALUE;
        next = skip(allowed, next);
        if (next > limits.line()) {
            throw new MalformedMessageException(414, "The request line is longer than " + limits.line() + " bytes.");
        }
        if (next < filled) {
            carriageReturn();
            startLine = new String(bytes, 0, next - 1, StandardCharsets.ISO_8859_1);
            at = At.START_LF;
        }
    }

    private void field() throws MalformedMessageException {
        if (bytes[next] == '\r') {
            next++;
            at = At.END_LF;
        } else if (headers.size() == limits.fields()) {
            throw new MalformedMessageException(431, "There are more than " + limits.fields() + " header fields.");
        } else {
            nameFrom = next;
            at = At.NAME;
        }
    }

    private void name() throws MalformedMessageException {
        next = skip(Syntax.TCHAR, next);
        checkSize();
        if (next < filled) {
            if (bytes[next] != ':' || next == nameFrom) {
                throw new MalformedMessageException(400, "A header field has no valid name.");
            }
            nameTo = next++;
            at = At.VALUE;
        }
    }

    private void value() throws MalformedMessageException {
        next = skip(Syntax.VALUE, next);
        checkSize();
        if (next < filled) {
            carriageReturn();
            int from = nameTo + 1;
            int to = next - 1;
            while (from < to && isBlank(bytes[from])) {
                from++;
            }
            while (from < to && isBlank(bytes[to - 1])) {
                to--;
            }
            headers.add(text(nameFrom, nameTo), text(from, to));
            at = At.FIELD_LF;
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private int skip(boolean[] allowed, int from) {
        byte[] b = bytes;
        int i = from;
        while (i < filled && allowed[b[i] & 0xff]) {
            i++;
        }
        return i;
    }

    private void checkSize() throws MalformedMessageException {
        if (next - nameFrom > limits.field() || next - sectionFrom > limits.section()) {
            throw new MalformedMessageException(
                    431,
                    "A header field is longer than " + limits.field() + " bytes, or all are than " + limits.section()
                            + ".");
        }
    }

    private void carriageReturn() throws MalformedMessageException {
        if (bytes[next++] != '\r') {
            throw new MalformedMessageException(
                    400,
                    at == At.START
                            ? "The " + kind.start + " holds a character that is not allowed."
                            : "A header field holds a character that is not allowed.");
        }
    }

    private void lineFeed() throws MalformedMessageException {
        if (bytes[next++] != '\n') {
            throw new MalformedMessageException(400, "A line does not end in CR LF.");
        }
    }
}
