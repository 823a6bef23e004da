package dev.apim.core.pipeline;

import dev.apim.http.Headers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Undoes the content coding of a body that a policy reads (RFC 9110 §8.4). */
public final class ContentCoding {
    private ContentCoding() {}

    /** The body cannot be decoded, or not within the limits. */
    public static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final long decoded;

        RefusedException(String message) {
            this(message, 0);
        }

        private RefusedException(String message, long decoded) {
            super(message);
            this.decoded = decoded;
        }

        /** How many bytes had been decoded when that was too much; 0 where the body cannot be decoded. */
        public long decoded() {
            return decoded;
        }
    }

    /** Whether a message has a coding that is understood, or none. */
    public static boolean isUnderstood(Headers headers) {
        return switch (coding(headers)) {
            case "", "identity", "gzip", "x-gzip", "deflate" -> true;
            default -> false;
        };
    }

    private static String coding(Headers headers) {
        return String.join(",", headers.all("Content-Encoding")).strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The decoded bytes; the message's coding field is then gone.
     *
     * @throws RefusedException when the coding is not understood, or the bytes are not valid for it or too many
     */
    public static byte[] decode(Headers headers, byte[] bytes, BodyLimits limits) throws RefusedException {
        if (bytes.length == 0 || !headers.contains("Content-Encoding")) {
            return bytes;
        }
        String coding = coding(headers);
        byte[] decoded = switch (coding) {
            case "", "identity" -> bytes;
            case "gzip", "x-gzip" -> inflate(bytes, true, limits);
            case "deflate" -> inflate(bytes, false, limits);
            default ->
                throw new RefusedException("A policy reads the body, whose content coding '" + coding
                        + "' is not understood; expected gzip or deflate, once.");
        };
        headers.remove("Content-Encoding");
        return decoded;
    }

    private static byte[] inflate(byte[] bytes, boolean gzip, BodyLimits limits) throws RefusedException {
        if (gzip && !GzipHead.isSound(bytes)) {
            throw new RefusedException("The body is not valid for its content coding: it does not begin as gzip does");
        }
        ByteArrayOutputStream out =
                new ByteArrayOutputStream((int) Math.min(bytes.length * 2L, limits.bufferedBytes()));
        byte[] chunk = new byte[8192];
        try (InputStream in = gzip
                ? new GZIPInputStream(new ByteArrayInputStream(bytes))
                : new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                out.write(chunk, 0, n);
                if (out.size() > limits.bufferedBytes()
                        || (out.size() > limits.inflationGrace()
                                && out.size() / limits.inflationRatio() > bytes.length)) {
                    throw new RefusedException("The decoded body is larger than a policy may read.", out.size());
                }
            }
        } catch (IOException e) {
            throw new RefusedException("The body is not valid for its content coding: " + e.getMessage());
        }
        return out.toByteArray();
    }
}
