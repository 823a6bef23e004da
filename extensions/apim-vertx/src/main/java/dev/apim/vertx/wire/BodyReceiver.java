package dev.apim.vertx.wire;

import dev.apim.http.Headers;
import io.netty.buffer.ByteBuf;

/** Takes a {@link WireBody} straight off its connection, on the event loop both share. Nothing comes after end or failure. */
public interface BodyReceiver {
    /** Bytes, which belong to the receiver from now on. */
    void chunk(ByteBuf bytes);

    /** What stood ready was handed over; a good moment to flush. */
    void pause();

    /** The content is whole. */
    void end(Headers trailers);

    /** The rest will not come. */
    void failed(Throwable cause);
}
