package dev.apim.servlet;

import dev.apim.core.routing.CanonicalPath;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** What a container says of a request, in the gateway's terms. */
final class Targets {
    private Targets() {}

    /** Path and query as sent, relative to the context; null where the path does not begin with the context's. */
    static @Nullable String target(HttpServletRequest request) {
        String uri = request.getRequestURI();
        String context = request.getContextPath();
        if (!uri.startsWith(context)) {
            return null;
        }
        String path = uri.substring(context.length());
        String query = request.getQueryString();
        String rooted = path.isEmpty() ? "/" : path;
        return query == null ? rooted : rooted + "?" + query;
    }

    /** The path that the container chose a servlet by, as a target: decoded by it, so encoded again. */
    static String seenByContainer(HttpServletRequest request) {
        String path = path(request);
        return isPlain(path) ? path : encoded(path);
    }

    /** Whether gateway and container mean the same path. */
    static boolean agree(HttpServletRequest request, CanonicalPath ours) {
        String info = request.getPathInfo();
        if (info == null || info.isEmpty()) {
            return agrees(ours, path(request));
        }
        // The usual mapping splits the path between two segments.
        String servlet = request.getServletPath();
        int at = end(ours, 0, servlet, true);
        return at >= 0 && end(ours, at, info, false) == ours.segments() || agrees(ours, path(request));
    }

    /** The segment of ours that follows {@code part}, which holds those from {@code first} on; -1 where it holds others. */
    private static int end(CanonicalPath ours, int first, String part, boolean mayGoOn) {
        int at = 0;
        int index = first;
        while (at < part.length() && index < ours.segments()) {
            if (part.charAt(at) != '/' || !ours.segmentIs(index, part, at + 1)) {
                return -1;
            }
            at += 1 + ours.segmentLength(index);
            index++;
        }
        boolean whole = at == part.length() || !mayGoOn && at == part.length() - 1 && part.charAt(at) == '/';
        return whole ? index : -1;
    }

    private static boolean agrees(CanonicalPath ours, String theirs) {
        int at = 0;
        for (int i = 0; i < ours.segments(); i++) {
            if (at >= theirs.length() || theirs.charAt(at) != '/' || !ours.segmentIs(i, theirs, at + 1)) {
                return false;
            }
            at += 1 + ours.segmentLength(i);
        }
        return at == theirs.length() || at == theirs.length() - 1 && theirs.charAt(at) == '/';
    }

    private static String path(HttpServletRequest request) {
        String servlet = request.getServletPath();
        String info = request.getPathInfo();
        String path = info == null ? servlet : servlet.isEmpty() ? info : servlet + info;
        return path.isEmpty() ? "/" : path;
    }

    private static boolean isPlain(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= ' ' || c >= 127 || c == '%' || c == '?' || c == '#' || c == ';' || c == '\\' || c == '"') {
                return false;
            }
        }
        return true;
    }

    private static String encoded(String path) {
        StringBuilder out = new StringBuilder(path.length() + 16);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > ' ' && b < 127 && "%?#;\\\"<>^`{|}".indexOf(b) < 0;
            if (plain) {
                out.append((char) b);
            } else {
                out.append(String.format("%%%02X", b & 0xFF));
            }
        }
        return out.toString();
    }

    /** A request without a length and without chunks has no body in HTTP/1; in HTTP/2 only its end tells. */
    static boolean hasBody(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length > 0
                || length < 0
                        && (request.getHeader("Transfer-Encoding") != null
                                || request.getProtocol().startsWith("HTTP/2")
                                        && !request.getMethod().equals("GET")
                                        && !request.getMethod().equals("HEAD"));
    }

    /** The request as the gateway takes it. */
    static HttpRequest request(HttpServletRequest request, CanonicalPath path, Body body) {
        String target = path.query().isEmpty() ? path.encoded() : path.encoded() + "?" + path.query();
        Headers headers = headers(request);
        String host = headers.get("Host");
        return new HttpRequest(
                request.getMethod(),
                request.getScheme(),
                host == null ? authority(request) : host,
                target,
                version(request.getProtocol()),
                String.valueOf(request.getRemoteAddr()),
                headers,
                body,
                request.isSecure() ? certificate(request) : null);
    }

    /** What the client showed in the handshake; its own stands first (Jakarta Servlet §3.10). */
    private static @Nullable X509Certificate certificate(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.request.X509Certificate") instanceof X509Certificate[] chain
                        && chain.length > 0
                ? chain[0]
                : null;
    }

    private static String authority(HttpServletRequest request) {
        String name = request.getServerName();
        return request.getServerPort() <= 0 ? name : name + ":" + request.getServerPort();
    }

    private static String version(String protocol) {
        return protocol.equals("HTTP/2.0") ? "HTTP/2" : protocol;
    }

    private static Headers headers(HttpServletRequest request) {
        Headers headers = new Headers(8);
        for (Enumeration<String> names = request.getHeaderNames(); names.hasMoreElements(); ) {
            String name = names.nextElement();
            for (Enumeration<String> values = request.getHeaders(name); values.hasMoreElements(); ) {
                headers.add(name, values.nextElement());
            }
        }
        return headers;
    }
}
