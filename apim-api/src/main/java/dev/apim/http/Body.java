package dev.apim.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;

/**
 * The bytes of a message on their way: a stream of chunks under demand that can be taken once, or bytes that lie in memory and can
 * be taken again.
 *
 * <p>Chunks are handed over on the lane of the exchange the body belongs to; a chunk is valid for as long as the receiver keeps it
 * and is never changed. The first demand for the body of a request that carries {@code Expect: 100-continue} lets the client send.
 * Cancelling the subscription gives up on the rest: the connection it came on is not used again.
 */
public interface Body extends Flow.Publisher<ByteBuffer> {
    /** The number of bytes, or -1 where it is not known ahead. */
    long length();

    /** Whether the bytes lie in memory, so that {@link #subscribe} may be called again. */
    default boolean isRepeatable() {
        return false;
    }

    /** Trailer fields (RFC 9110 §6.5); meaningful once the stream has completed. */
    default Headers trailers() {
        return new Headers();
    }

    /** No bytes at all. */
    static Body empty() {
        return BytesBody.EMPTY;
    }

    /** Bytes in memory. The array belongs to the body from now on. */
    static BytesBody of(byte[] bytes) {
        return bytes.length == 0 ? BytesBody.EMPTY : new BytesBody(bytes);
    }

    /** A text in UTF-8. */
    static BytesBody of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }
}
