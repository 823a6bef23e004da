package dev.apim.runner.http;

import dev.apim.vertx.wire.BodyParser;
import dev.apim.vertx.wire.HeadLimits;
import dev.apim.vertx.wire.HeadParser;
import dev.apim.vertx.wire.MalformedMessageException;
import dev.apim.vertx.wire.RequestHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;

/** Reads one request without a server, from bytes in two pieces. */
final class WholeRequest {
    private final HeadParser heads = new HeadParser(HeadParser.Kind.REQUEST, HeadLimits.REQUEST);
    private final BodyParser body = new BodyParser(HeadLimits.REQUEST);
    private boolean inBody;

    private WholeRequest() {}

    /** The status it is refused with; 200 when it is whole, 0 when bytes are missing. */
    static int statusOf(byte[] bytes, int cut) {
        WholeRequest request = new WholeRequest();
        try {
            request.read(Arrays.copyOf(bytes, cut));
            request.read(Arrays.copyOfRange(bytes, cut, bytes.length));
        } catch (MalformedMessageException e) {
            return e.status();
        }
        return request.inBody && request.body.isEnded() ? 200 : 0;
    }

    private void read(byte[] piece) throws MalformedMessageException {
        ByteBuf in = Unpooled.wrappedBuffer(piece);
        while (in.isReadable()) {
            if (!inBody) {
                if (heads.parse(in)) {
                    body.start(
                            RequestHead.of(heads.startLine(), heads.headers()).length());
                    inBody = true;
                }
            } else if (body.isEnded()) {
                return;
            } else {
                in.skipBytes(body.advance(in));
            }
        }
    }
}
