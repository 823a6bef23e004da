package dev.apim.servlet;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cookies of a {@code Cookie} field that policies changed (RFC 6265 §5.4). */
final class RequestCookies {
    private RequestCookies() {}

    /** As the Servlet API has it: null without any. */
    static Cookie @Nullable [] parse(@Nullable String field) {
        List<Cookie> cookies = new ArrayList<>();
        for (String pair : field == null ? new String[0] : field.split(";")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                add(
                        cookies,
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        return cookies.isEmpty() ? null : cookies.toArray(new Cookie[0]);
    }

    /** A name that is none is skipped, as containers do. */
    private static void add(List<Cookie> cookies, String name, String value) {
        boolean token = !name.isEmpty()
                && name.chars().allMatch(c -> c > ' ' && c < 127 && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0);
        if (token && !name.startsWith("$")) {
            boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
            cookies.add(new Cookie(name, quoted ? value.substring(1, value.length() - 1) : value));
        }
    }
}
