package dev.apim.vertx.wire;

import dev.apim.http.Headers;

/**
 * The head of a backend's response that passed the checks of syntax and framing (RFC 9112 §4, §6).
 *
 * @param status 100 to 599
 * @param reason as sent, or empty
 * @param headers all fields
 * @param length bytes of content, {@link BodyParser#CHUNKED} or {@link BodyParser#UNTIL_CLOSE}
 * @param keepAlive whether the connection can serve another request as far as this head says: not when it announces a body that the
 *     status forbids, since the backend may send it all the same
 */
public record ResponseHead(int status, String reason, Headers headers, long length, boolean keepAlive) {

    /**
     * Judges what a {@link HeadParser} read.
     *
     * @param toHead whether it answers HEAD, so that no body follows
     */
    public static ResponseHead of(String line, Headers headers, boolean toHead) throws MalformedMessageException {
        boolean http11 = line.startsWith("HTTP/1.1 ");
        if (!http11 && !line.startsWith("HTTP/1.0 ")) {
            throw bad("The status line is not one of HTTP/1.1 or HTTP/1.0.");
        }
        int status = status(line);
        String reason = line.length() > 13 ? line.substring(13) : "";
        long declared = declared(headers, http11);
        String connection = headers.joined("Connection");
        boolean keepAlive = connection == null
                ? http11
                : http11 ? !Syntax.lists(connection, "close") : Syntax.lists(connection, "keep-alive");
        boolean bodiless = status < 200 || status == 204 || status == 304;
        if (bodiless) {
            keepAlive &= status == 100 || declared == 0 || declared == BodyParser.UNTIL_CLOSE;
        }
        long length = toHead || bodiless ? 0 : declared;
        return new ResponseHead(status, reason, headers, length, keepAlive && length != BodyParser.UNTIL_CLOSE);
    }

    private static int status(String line) throws MalformedMessageException {
        int status = 0;
        for (int i = 9; i < 12; i++) {
            int digit = i < line.length() ? line.charAt(i) - '0' : -1;
            if (digit < 0 || digit > 9) {
                throw bad("The status is not three digits.");
            }
            status = status * 10 + digit;
        }
        if (status < 100 || status > 599 || (line.length() > 12 && line.charAt(12) != ' ')) {
            throw bad("The status is not 100 to 599.");
        }
        return status;
    }

    private static long declared(Headers headers, boolean http11) throws MalformedMessageException {
        long length = BodyParser.UNTIL_CLOSE;
        boolean chunked = false;
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.nameAt(i);
            if (name.length() == 14 && name.equalsIgnoreCase("content-length")) {
                long value = Syntax.contentLength(headers.valueAt(i));
                if (value < 0 || length >= 0) {
                    throw bad("There is more than one Content-Length, or it is not a length.");
                }
                length = value;
            } else if (name.length() == 17 && name.equalsIgnoreCase("transfer-encoding")) {
                if (chunked || !http11 || !headers.valueAt(i).equalsIgnoreCase("chunked")) {
                    throw bad("The Transfer-Encoding is not chunked, once, in HTTP/1.1.");
                }
                chunked = true;
            }
        }
        if (chunked && length >= 0) {
            throw bad("There are both Transfer-Encoding and Content-Length.");
        }
        return chunked ? BodyParser.CHUNKED : length;
    }

    private static MalformedMessageException bad(String reason) {
        return new MalformedMessageException(502, reason);
    }
}
