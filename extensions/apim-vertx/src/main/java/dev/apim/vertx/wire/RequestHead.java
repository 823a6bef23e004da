package dev.apim.vertx.wire;

import dev.apim.http.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A request's head that passed every check of syntax and framing (RFC 9112 §3, §6): one valid host, at most one length, no coding
 * but {@code chunked}, a target in origin form.
 *
 * @param method a token
 * @param target origin form, or {@code *}
 * @param version {@code HTTP/1.0} or {@code HTTP/1.1}
 * @param host of the {@code Host} field, which an absolute target agrees with
 * @param headers all fields
 * @param length bytes of content, {@link BodyParser#CHUNKED} where the chunks say
 * @param keepAlive whether the client wants to go on with the connection
 * @param expectsContinue whether it waits for {@code 100 Continue}
 * @param takesTrailers whether it said {@code TE: trailers}
 */
public record RequestHead(
        String method,
        String target,
        String version,
        String host,
        Headers headers,
        long length,
        boolean keepAlive,
        boolean expectsContinue,
        boolean takesTrailers) {

    /** Judges what a {@link HeadParser} read. */
    public static RequestHead of(String line, Headers headers) throws MalformedMessageException {
        int first = line.indexOf(' ');
        int second = line.indexOf(' ', first + 1);
        if (first < 1 || second < first + 2 || line.indexOf(' ', second + 1) >= 0) {
            throw bad("The request line is not method, target and version.");
        }
        String version = version(line, second + 1);
        String method = method(line.substring(0, first));
        RequestFields fields = RequestFields.read(headers, version.equals("HTTP/1.1"));
        String target = target(line.substring(first + 1, second), method, fields.host());
        return new RequestHead(
                method,
                target,
                version,
                fields.host(),
                headers,
                fields.length(),
                fields.keepAlive(),
                fields.expectsContinue(),
                fields.takesTrailers());
    }

    private static String version(String line, int from) throws MalformedMessageException {
        if (line.length() - from == 8) {
            if (line.startsWith("HTTP/1.1", from)) {
                return "HTTP/1.1";
            }
            if (line.startsWith("HTTP/1.0", from)) {
                return "HTTP/1.0";
            }
        }
        throw bad("The version is neither HTTP/1.1 nor HTTP/1.0.");
    }

    private static String method(String method) throws MalformedMessageException {
        if (!Syntax.isToken(method)) {
            throw bad("The method holds a character that is not allowed.");
        }
        if (method.equals("CONNECT")) {
            throw bad("CONNECT is not served.");
        }
        return method;
    }

    private static String target(String target, String method, String host) throws MalformedMessageException {
        if (target.indexOf('#') >= 0) {
            throw bad("The target holds a fragment.");
        }
        if (target.charAt(0) == '/') {
            return target;
        }
        if (target.equals("*") && method.equals("OPTIONS")) {
            return target;
        }
        String origin = origin(target, host);
        if (origin == null) {
            throw bad("The target is neither a path nor an absolute URL of the Host.");
        }
        return origin;
    }

    /** The origin form of an absolute target, or null when it is none or of another host. */
    private static @Nullable String origin(String target, String host) {
        int from = target.regionMatches(true, 0, "http://", 0, 7)
                ? 7
                : target.regionMatches(true, 0, "https://", 0, 8) ? 8 : -1;
        if (from < 0) {
            return null;
        }
        int to = from;
        while (to < target.length() && target.charAt(to) != '/' && target.charAt(to) != '?') {
            to++;
        }
        if (!target.substring(from, to).equalsIgnoreCase(host)) {
            return null;
        }
        String rest = target.substring(to);
        return rest.startsWith("/") ? rest : "/" + rest;
    }

    static MalformedMessageException bad(String reason) {
        return new MalformedMessageException(400, reason);
    }
}
