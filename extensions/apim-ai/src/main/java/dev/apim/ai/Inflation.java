package dev.apim.ai;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Undoes the coding {@code gzip} or {@code deflate} of a body as its bytes pass (RFC 9110 §8.4.1, RFC 1952), for one that only looks at
 * it. Stops at what is not valid, and after {@value #MOST} decoded bytes. Used on one lane; holds memory until {@link #end}.
 */
final class Inflation {
    private static final long MOST = 256L * 1024 * 1024;
    private static final int LONGEST_HEAD = 4 * 1024;
    private static final int TRAILER = 8;

    private final boolean gzip;
    private final Inflater inflater;
    private final Consumer<ByteBuffer> decoded;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[8192];
    private boolean inHead;
    private int trailer;
    private long total;
    private boolean over;

    private Inflation(boolean gzip, Consumer<ByteBuffer> decoded) {
        this.gzip = gzip;
        this.inflater = new Inflater(gzip);
        this.inHead = gzip;
        this.decoded = decoded;
    }

    /** Whether a body of a coding can be decoded; {@code identity} need not be. */
    static boolean knows(String coding) {
        return switch (coding.strip().toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip", "deflate" -> true;
            default -> false;
        };
    }

    /** For a coding that is known; each buffer is valid only within the call that gets it. */
    static Inflation of(String coding, Consumer<ByteBuffer> decoded) {
        return new Inflation(!coding.strip().equalsIgnoreCase("deflate"), decoded);
    }

    /** Takes the next bytes; the buffer is used up. */
    void feed(ByteBuffer bytes) {
        while (bytes.hasRemaining() && !over) {
            if (inHead) {
                head.write(bytes.get());
                inHead = !isWhole();
                over = head.size() > LONGEST_HEAD;
            } else if (trailer > 0) {
                bytes.get();
                trailer--;
                restart();
            } else {
                inflate(bytes);
            }
        }
        bytes.position(bytes.limit());
    }

    /** Lets go of its memory. */
    void end() {
        over = true;
        inflater.end();
    }

    private void inflate(ByteBuffer bytes) {
        inflater.setInput(bytes);
        try {
            int length = inflater.inflate(buffer);
            while (length > 0 && total <= MOST) {
                total += length;
                decoded.accept(ByteBuffer.wrap(buffer, 0, length));
                length = inflater.inflate(buffer);
            }
        } catch (DataFormatException notValid) {
            over = true;
            return;
        }
        boolean finished = inflater.finished();
        trailer = finished && gzip ? TRAILER : 0;
        over = total > MOST || finished && !gzip || !finished && bytes.hasRemaining();
    }

    /** Another member may follow the one that is over. */
    private void restart() {
        if (trailer == 0) {
            inflater.reset();
            head.reset();
            inHead = true;
        }
    }

    /** Whether the head of a gzip member is complete: ten bytes, and what its flags say. */
    private boolean isWhole() {
        byte[] bytes = head.toByteArray();
        if (bytes.length < 10) {
            return false;
        }
        int flags = bytes[3];
        int at = 10;
        if ((flags & 4) != 0) {
            at += bytes.length < 12 ? 2 : 2 + (bytes[10] & 0xFF) + ((bytes[11] & 0xFF) << 8);
        }
        for (int text = 8; text <= 16; text += 8) {
            if ((flags & text) != 0) {
                at = afterZero(bytes, at);
            }
        }
        return bytes.length >= at + ((flags & 2) != 0 ? 2 : 0);
    }

    private static int afterZero(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != 0) {
            at++;
        }
        return at + 1;
    }
}
