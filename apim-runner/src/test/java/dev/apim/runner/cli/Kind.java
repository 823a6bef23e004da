package dev.apim.runner.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way in which an exchange through the gateway may go, right or wrong. Every exchange has a number, and all its bytes that people
 * chose bear it in angle brackets, so that bytes of another are known wherever they appear.
 */
enum Kind {
    LENGTH("GET", 200),
    CHUNKS("GET", 200),
    POST("POST", 200),
    POST_IN_CHUNKS("POST", 200),
    INFORMED("GET", 200),
    MORE_REQUESTS_IN_THE_BODY("POST", 403),
    HEAD_WITH_BODY("HEAD", 200),
    NO_CONTENT_WITH_BODY("GET", 204),
    NOT_MODIFIED_WITH_BODY("GET", 304),
    MORE_THAN_ITS_LENGTH("GET", 200),
    EARLY("POST", 403),
    TWO_LENGTHS("GET", 502),
    LENGTH_AND_CHUNKS("GET", 502),
    NOT_HTTP("GET", 502),
    CUT_OFF("GET", 200);

    private static final Pattern MARK = Pattern.compile("<(\\d+)>");

    final String method;
    final int status;

    Kind(String method, int status) {
        this.method = method;
        this.status = status;
    }

    /** Whether the backend's connection may serve another request after it: after an answer that is early, once it has the whole body. */
    boolean isSound() {
        return ordinal() <= MORE_REQUESTS_IN_THE_BODY.ordinal();
    }

    /** Whether the client's connection may be of no more use after it. */
    boolean mayEndTheConnection() {
        return this == EARLY || this == MORE_REQUESTS_IN_THE_BODY || this == CUT_OFF;
    }

    /** Whether the backend answers on the head alone. */
    boolean isEarly() {
        return this == EARLY || this == MORE_REQUESTS_IN_THE_BODY;
    }

    /** What the client sends. */
    String request(long number) {
        String head = method + " /a/" + name().toLowerCase(Locale.ROOT) + "/" + number
                + " HTTP/1.1\r\nHost: h\r\nX-Mark: <" + number + ">\r\n";
        String text = text(number);
        return switch (this) {
            case POST -> head + "Content-Length: " + text.length() + "\r\n\r\n" + text;
            case POST_IN_CHUNKS -> head + "Transfer-Encoding: chunked\r\n\r\n" + chunks(text);
            case EARLY -> head + "Content-Length: 100000\r\n\r\n" + text;
            case MORE_REQUESTS_IN_THE_BODY -> {
                String body = ("GET /a/smuggled/" + number + " HTTP/1.1\r\nHost: h\r\n\r\n")
                        .repeat(1 + (int) (number % 2000));
                yield head + "Content-Length: " + body.length() + "\r\n\r\n" + body;
            }
            default -> head + "\r\n";
        };
    }

    /** What the backend sends. */
    String response(long number) {
        String text = text(number);
        String mark = "X-Mark: <" + number + ">\r\n";
        String length = "Content-Length: " + text.length() + "\r\n";
        String whole = "HTTP/1.1 200 OK\r\n" + mark + length + "\r\n" + text;
        return switch (this) {
            case LENGTH, POST, POST_IN_CHUNKS, HEAD_WITH_BODY -> whole;
            case CHUNKS -> "HTTP/1.1 200 OK\r\n" + mark + "Transfer-Encoding: chunked\r\n\r\n" + chunks(text);
            case INFORMED ->
                "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n" + mark + "\r\nHTTP/1.1 102 Processing\r\n\r\n" + whole;
            case NO_CONTENT_WITH_BODY -> "HTTP/1.1 204 No Content\r\n" + mark + "\r\n" + whole;
            case NOT_MODIFIED_WITH_BODY -> "HTTP/1.1 304 Not Modified\r\n" + mark + length + "\r\n" + whole;
            case MORE_THAN_ITS_LENGTH -> whole + whole;
            case EARLY, MORE_REQUESTS_IN_THE_BODY -> "HTTP/1.1 403 Forbidden\r\n" + mark + length + "\r\n" + text;
            case TWO_LENGTHS -> "HTTP/1.1 200 OK\r\n" + mark + length + "Content-Length: 1\r\n\r\n" + text;
            case LENGTH_AND_CHUNKS ->
                "HTTP/1.1 200 OK\r\n" + mark + length + "Transfer-Encoding: chunked\r\n\r\n" + chunks(text);
            case NOT_HTTP -> "<" + number + ">\r\n\r\n";
            case CUT_OFF -> "HTTP/1.1 200 OK\r\n" + mark + "Content-Length: 100000\r\n\r\n" + text;
        };
    }

    /** The body that the client shall read, if its status is the one of this kind. */
    String body(long number) {
        return switch (this) {
            case HEAD_WITH_BODY, NO_CONTENT_WITH_BODY, NOT_MODIFIED_WITH_BODY -> "";
            default -> text(number);
        };
    }

    /** Content of an exchange: its mark, a few times. */
    static String text(long number) {
        return ("<" + number + ">").repeat(1 + (int) (number % 50));
    }

    private static String chunks(String text) {
        int half = text.length() / 2;
        return Integer.toHexString(half) + "\r\n" + text.substring(0, half) + "\r\n"
                + Integer.toHexString(text.length() - half) + "\r\n" + text.substring(half) + "\r\n0\r\n\r\n";
    }

    /** Whether text bears the mark of another exchange. */
    static boolean isForeign(String text, long number) {
        String own = Long.toString(number);
        Matcher marks = MARK.matcher(text);
        while (marks.find()) {
            if (!marks.group(1).equals(own)) {
                return true;
            }
        }
        return false;
    }
}
