package dev.apim.servlet;

import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The head that the host has made on the container's response, and its changes. */
final class HostHead {
    private static final String COOKIE = "Set-Cookie";

    private HostHead() {}

    /** The fields as they stand. */
    static Headers of(HttpServletResponse raw, long length) {
        Headers headers = new Headers(4);
        for (String name : raw.getHeaderNames()) {
            Collection<String> values = raw.getHeaders(name);
            if (values.size() == 1) {
                headers.add(name, raw.getHeader(name));
            } else {
                values.forEach(value -> headers.add(name, value));
            }
        }
        String type = raw.getContentType();
        if (type != null) {
            headers.set("Content-Type", type);
        }
        if (length >= 0) {
            headers.set("Content-Length", Long.toString(length));
        } else {
            headers.remove("Content-Length");
        }
        return headers;
    }

    /** Gives status and fields of the answer to a response that has those of {@code before}. */
    static void change(
            HttpServletResponse raw,
            Headers before,
            HttpResponse answer,
            boolean sameBody,
            @Nullable Supplier<Map<String, String>> trailers) {
        Headers after = answer.headers();
        ResponseHead.check(after);
        String length = before.get("Content-Length");
        if (loses(before, after) || (length != null || trailers != null) && !sameBody) {
            // A container takes a field back only with all others.
            raw.reset();
            ResponseHead.write(raw, withoutKeptCookies(raw, answer));
            if (!sameBody) {
                withoutTrailers(raw, trailers);
            } else if (trailers != null) {
                before.all("Trailer").forEach(value -> raw.addHeader("Trailer", value));
                raw.setTrailerFields(trailers);
            }
        } else {
            raw.setStatus(answer.status());
            add(raw, before, after);
            if (!sameBody && answer.body().length() > 0) {
                raw.setContentLengthLong(answer.body().length());
            }
        }
        if (sameBody && length != null) {
            raw.setContentLengthLong(Long.parseLong(length));
        }
    }

    /** Takes trailers back, which not every container does with the rest. */
    static void withoutTrailers(HttpServletResponse raw, @Nullable Supplier<Map<String, String>> trailers) {
        if (trailers != null) {
            raw.setTrailerFields(Map::of);
        }
    }

    private static void add(HttpServletResponse raw, Headers before, Headers after) {
        for (int i = 0; i < after.size(); i++) {
            String name = after.nameAt(i);
            if (ResponseHead.isFraming(name) || !isFirst(after, i)) {
                continue;
            }
            if (isSame(before, after, name)) {
                continue;
            }
            raw.setHeader(name, after.valueAt(i));
            for (int k = i + 1; k < after.size(); k++) {
                if (after.nameAt(k).equalsIgnoreCase(name)) {
                    raw.addHeader(name, after.valueAt(k));
                }
            }
        }
    }

    private static boolean isSame(Headers before, Headers after, String name) {
        int count = after.count(name);
        if (before.count(name) != count) {
            return false;
        }
        return count == 1
                ? Objects.equals(before.get(name), after.get(name))
                : before.all(name).equals(after.all(name));
    }

    private static boolean isFirst(Headers headers, int index) {
        String name = headers.nameAt(index);
        for (int i = 0; i < index; i++) {
            if (headers.nameAt(i).equalsIgnoreCase(name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean loses(Headers before, Headers after) {
        for (int i = 0; i < before.size(); i++) {
            String name = before.nameAt(i);
            if (!ResponseHead.isFraming(name) && !after.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** Some containers keep a session's cookie through a reset, which must not be sent twice. */
    private static HttpResponse withoutKeptCookies(HttpServletResponse raw, HttpResponse answer) {
        Collection<String> kept = raw.getHeaders(COOKIE);
        if (kept.isEmpty()) {
            return answer;
        }
        Headers missing = new Headers();
        for (int i = 0; i < answer.headers().size(); i++) {
            String name = answer.headers().nameAt(i);
            String value = answer.headers().valueAt(i);
            if (!name.equalsIgnoreCase(COOKIE) || !kept.contains(value)) {
                missing.add(name, value);
            }
        }
        return new HttpResponse(answer.status(), answer.reason(), missing, answer.body());
    }

    /** Takes back what an earlier attempt said; the cookie of a session that it began stays. */
    static void startOver(HttpServletResponse raw, String sessionCookie) {
        List<String> cookies = List.copyOf(raw.getHeaders(COOKIE));
        raw.reset();
        for (String cookie : cookies) {
            if (cookie.startsWith(sessionCookie + "=")
                    && !raw.getHeaders(COOKIE).contains(cookie)) {
                raw.addHeader(COOKIE, cookie);
            }
        }
    }
}
