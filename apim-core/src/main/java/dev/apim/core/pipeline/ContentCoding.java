package dev.apim.core.pipeline;

import dev.apim.http.Headers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Undoes the content coding of a body that a policy reads (RFC 9110 §8.4). */
final class ContentCoding {
    private ContentCoding() {}

    /** The body cannot be decoded, or not within the limits. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /** The decoded bytes; the message's coding field is then gone. */
    static byte[] decode(Headers headers, byte[] bytes, BodyLimits limits) throws RefusedException {
        List<String> codings = headers.all("Content-Encoding");
        if (codings.isEmpty() || bytes.length == 0) {
            return bytes;
        }
        String coding = String.join(",", codings).strip().toLowerCase(Locale.ROOT);
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
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length * 2);
        byte[] chunk = new byte[8192];
        try (InputStream in = gzip
                ? new GZIPInputStream(new ByteArrayInputStream(bytes))
                : new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                out.write(chunk, 0, n);
                if (out.size() > limits.bufferedBytes()
                        || (out.size() > limits.inflationGrace()
                                && out.size() / limits.inflationRatio() > bytes.length)) {
                    throw new RefusedException("The decoded body is larger than a policy may read.");
                }
            }
        } catch (IOException e) {
            throw new RefusedException("The body is not valid for its content coding: " + e.getMessage());
        }
        return out.toByteArray();
    }
}
