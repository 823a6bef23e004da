package dev.apim.runner.http;

import dev.apim.vertx.wire.HeadWriter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;

/** The errors the server itself answers with, in the shape of Azure's. */
final class ErrorBody {
    private ErrorBody() {}

    /** The message is one of ours: it needs no escapes. */
    static String json(int status, String message) {
        return "{ \"statusCode\": " + status + ", \"message\": \"" + message + "\" }";
    }

    /** A whole response that ends the connection. */
    static ByteBuf response(ByteBufAllocator alloc, String date, int status, String message) {
        byte[] body = json(status, message).getBytes(StandardCharsets.US_ASCII);
        HeadWriter head = new HeadWriter();
        head.statusLine(status, "");
        if (status == 503) {
            head.raw("Retry-After: 1\r\n");
        }
        head.field("Date", date);
        head.raw("Content-Type: application/json\r\nConnection: close\r\n");
        head.contentLength(body.length);
        return head.finish(alloc).writeBytes(body);
    }
}
