package dev.apim.vertx.wire;

import java.util.Locale;
import java.util.Set;

/** Which fields may stand in a trailer section (RFC 9110 §6.5.1): none that frames, routes, authenticates or directs a message. */
public final class Trailers {
    private static final Set<String> REFUSED = Set.of(
            "age",
            "authorization",
            "cache-control",
            "connection",
            "content-encoding",
            "content-length",
            "content-range",
            "content-type",
            "cookie",
            "date",
            "expect",
            "expires",
            "forwarded",
            "host",
            "if-match",
            "if-modified-since",
            "if-none-match",
            "if-range",
            "if-unmodified-since",
            "keep-alive",
            "location",
            "max-forwards",
            "ocp-apim-subscription-key",
            "pragma",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "range",
            "retry-after",
            "set-cookie",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "vary",
            "via",
            "warning",
            "www-authenticate");

    private Trailers() {}

    /** Whether a trailer may have this name. */
    public static boolean isAllowed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !REFUSED.contains(lower) && !lower.startsWith("x-forwarded-");
    }
}
