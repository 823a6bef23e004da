package dev.apim.runner.http;

import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.vertx.wire.BodyParser;
import dev.apim.vertx.wire.HeadWriter;
import dev.apim.vertx.wire.HopByHop;
import dev.apim.vertx.wire.RequestHead;
import dev.apim.vertx.wire.Syntax;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * How a response is framed (RFC 9112 §6): by its body and the request, whatever its fields say.
 *
 * @param length of the content that follows, {@link BodyParser#CHUNKED} or {@link BodyParser#UNTIL_CLOSE}
 */
record ResponseFraming(RequestHead request, HttpResponse response, long length) {

    static ResponseFraming of(RequestHead request, HttpResponse response) {
        int status = response.status();
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("a response's status is 200 to 599, found " + status);
        }
        long length = response.body().length();
        if (request.method().equals("HEAD") || isBodiless(status)) {
            length = 0;
        } else if (length < 0) {
            length = request.version().equals("HTTP/1.1") ? BodyParser.CHUNKED : BodyParser.UNTIL_CLOSE;
        }
        return new ResponseFraming(request, response, length);
    }

    private static boolean isBodiless(int status) {
        return status == 204 || status == 304;
    }

    boolean withTrailers() {
        return length == BodyParser.CHUNKED && request.takesTrailers();
    }

    /** The head, without hop-by-hop fields and with framing of our own. */
    ByteBuf head(ServerLoop loop, ByteBufAllocator alloc, boolean keepAlive) {
        HeadWriter head = loop.heads;
        Headers headers = response.headers();
        head.statusLine(response.status(), response.reason());
        String listed = headers.joined("Connection");
        boolean dated = false;
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.nameAt(i);
            if (!HopByHop.is(name) && !HopByHop.isContentLength(name) && !isListed(listed, name)) {
                head.field(name, headers.valueAt(i));
                dated |= name.length() == 4 && name.equalsIgnoreCase("date");
            }
        }
        if (!dated) {
            head.field("Date", loop.date());
        }
        frame(head, headers);
        if (!keepAlive) {
            head.raw("Connection: close\r\n");
        } else if (request.version().equals("HTTP/1.0")) {
            head.raw("Connection: keep-alive\r\n");
        }
        return head.finish(alloc);
    }

    private static boolean isListed(@Nullable String listed, String name) {
        return listed != null && Syntax.lists(listed, name);
    }

    private void frame(HeadWriter head, Headers headers) {
        if (length == BodyParser.CHUNKED) {
            head.chunked();
        } else if (request.method().equals("HEAD") || response.status() == 304) {
            lengthOfTheOther(head, headers);
        } else if (length >= 0 && response.status() != 204) {
            head.contentLength(length);
        }
    }

    /** What GET would have had, as far as anybody knows it. */
    private void lengthOfTheOther(HeadWriter head, Headers headers) {
        String said = headers.get("Content-Length");
        if (response.body().length() > 0) {
            head.contentLength(response.body().length());
        } else if (said != null && response.status() != 204 && said.matches("[0-9]{1,18}")) {
            head.contentLength(Long.parseLong(said));
        }
    }
}
