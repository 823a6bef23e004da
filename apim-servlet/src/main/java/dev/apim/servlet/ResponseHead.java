package dev.apim.servlet;

import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The head of a response, given to the container. */
final class ResponseHead {
    private ResponseHead() {}

    /** A whole response made by the gateway ahead of everything. */
    static void refuse(HttpServletResponse raw, HttpResponse response) throws IOException {
        write(raw, response);
        if (response.body() instanceof BytesBody bytes) {
            raw.getOutputStream().write(bytes.bytes());
        }
    }

    /** For want of threads that may wait, or of time. */
    static HttpResponse unavailable() {
        HttpResponse answer = error(503, "Service Unavailable");
        answer.headers().add("Retry-After", "1");
        return answer;
    }

    /** In the place of a response that cannot be sent. */
    static HttpResponse internalError() {
        return error(500, "Internal server error");
    }

    private static HttpResponse error(int status, String message) {
        return HttpResponse.of(
                status, "application/json", "{ \"statusCode\": " + status + ", \"message\": \"" + message + "\" }");
    }

    /** Sets status and fields on a response that has none yet. The reason phrase is lost: the Servlet API has no place for it. */
    static void write(HttpServletResponse raw, HttpResponse response) {
        Headers headers = response.headers();
        check(headers);
        raw.setStatus(response.status());
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.nameAt(i);
            if (!isFraming(name)) {
                raw.addHeader(name, headers.valueAt(i));
            }
        }
        length(raw, response);
    }

    private static void length(HttpServletResponse raw, HttpResponse response) {
        int status = response.status();
        if (status == 204 || status == 304 || status < 200) {
            return;
        }
        if (response.body().length() > 0) {
            raw.setContentLengthLong(response.body().length());
        } else if (response.body().length() == 0) {
            String announced = response.headers().get("Content-Length");
            if (announced != null && announced.chars().allMatch(c -> c >= '0' && c <= '9') && announced.length() < 19) {
                raw.setContentLengthLong(Long.parseLong(announced));
            }
        }
    }

    /** The container frames: it knows the connection. */
    static boolean isFraming(String name) {
        return name.equalsIgnoreCase("Content-Length")
                || name.equalsIgnoreCase("Transfer-Encoding")
                || name.equalsIgnoreCase("Trailer")
                || name.equalsIgnoreCase("Connection")
                || name.equalsIgnoreCase("Keep-Alive");
    }

    /**
     * A container would cut or blank out what must not be in a field; a policy's mistake is told instead.
     *
     * @throws IllegalArgumentException when a name or value cannot be sent
     */
    static void check(Headers headers) {
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.nameAt(i);
            String value = headers.valueAt(i);
            if (!isToken(name)) {
                throw new IllegalArgumentException("A response field has a name that is none.");
            }
            for (int k = 0; k < value.length(); k++) {
                char c = value.charAt(k);
                if (c < ' ' && c != '\t' || c == 127) {
                    throw new IllegalArgumentException("The response field " + name + " holds a control character.");
                }
            }
        }
    }

    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isTokenCharacter(name.charAt(i))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isTokenCharacter(char c) {
        return c > ' ' && c < 127 && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }
}
