package dev.apim.core.policies.caching;

import dev.apim.http.Headers;
import dev.apim.http.ResponseMessage;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which responses may be stored, and what of them. */
final class ResponseRule {
    private static final List<String> CONDITIONS =
            List.of("Range", "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "If-Range");
    private static final List<String> LEFT_OUT = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authentication-Info",
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "Content-Length",
            "Age",
            "Cache-Control",
            "Expires",
            "Pragma");

    private ResponseRule() {}

    /**
     * Why the response is not stored; {@code null} where it may be.
     *
     * @param wanted what the author says of it, if anything: then the status is free
     */
    static @Nullable String refusal(CacheTicket ticket, ResponseMessage response, @Nullable Boolean wanted) {
        String status = statusRefusal(ticket, response.status(), wanted);
        if (status != null) {
            return status;
        }
        Headers headers = response.headers();
        if (headers.contains("Set-Cookie") || headers.contains("Set-Cookie2")) {
            return "it sets a cookie";
        }
        if (headers.contains("Content-Range")) {
            return "it is a part of a response";
        }
        if (CacheControl.names(headers, "Vary").contains("*")) {
            return "it varies by more than its request (Vary: *)";
        }
        Set<String> directives = CacheControl.directives(headers);
        if (directives.contains("no-store")) {
            return "the backend forbids it (no-store)";
        }
        return directives.contains("private") && !(ticket.allowPrivate() && ticket.callerInKey())
                ? "it is private, and allow-private-response-caching with a key that tells callers apart is not given"
                : null;
    }

    /** The fields worth storing: end to end, without what belongs to one transmission or is told anew. */
    static Headers fields(Headers headers, Freshness freshness) {
        Headers kept = headers.copy();
        CacheControl.names(headers, "Connection").forEach(kept::remove);
        LEFT_OUT.forEach(kept::remove);
        return kept.add("Cache-Control", freshness.toString());
    }

    /** The request fields that tell the variants of a response apart beyond its key: lower case, sorted. */
    static List<String> variesBy(CacheTicket ticket, Headers headers) {
        Headers told = headers;
        String coding = headers.get("Content-Encoding");
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            // Backends forget to say so, and a client that cannot decode it must not get it.
            told = headers.copy().add("Vary", "Accept-Encoding");
        }
        return CacheControl.names(told, "Vary").stream()
                .filter(name -> !ticket.keyedFields().contains(name))
                .toList();
    }

    private static @Nullable String statusRefusal(CacheTicket ticket, int status, @Nullable Boolean wanted) {
        if (wanted == null) {
            return status == 200 ? null : "its status is " + status + " and cache-response is not given";
        }
        if (!wanted) {
            return "cache-response is false";
        }
        if (status < 200 || status == 206 || status == 304) {
            return "a " + status + " is no whole response";
        }
        boolean conditional = CONDITIONS.stream().anyMatch(ticket.fields()::contains);
        return conditional && status != 200
                ? "a " + status + " may owe to a condition that the key does not cover"
                : null;
    }
}
