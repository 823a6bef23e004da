package dev.apim.core.policies.caching;

import dev.apim.http.Headers;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What clients and caches between them and us are told about storing a response (Azure: downstream-caching-type).
 *
 * @param type of caches that may store it
 * @param mustRevalidate whether they ask again when it is stale (RFC 9111 §5.2.2.2)
 */
record Downstream(Type type, boolean mustRevalidate) {
    /** Which caches may store a response. */
    enum Type {
        NONE,
        PRIVATE,
        PUBLIC;

        /** Anything unknown is {@link #NONE}. */
        static Type of(@Nullable String value) {
            return switch (value == null ? "" : value.strip().toLowerCase(Locale.ROOT)) {
                case "private" -> PRIVATE;
                case "public" -> PUBLIC;
                default -> NONE;
            };
        }
    }

    /** The same where the response is one caller's own: caches shared with others must not keep it. */
    Downstream ofOneCaller() {
        return type == Type.PUBLIC ? new Downstream(Type.PRIVATE, mustRevalidate) : this;
    }

    /** Tells it in the fields of a response, in place of what the backend told. */
    void tell(Headers headers, Freshness freshness) {
        headers.remove("Expires");
        headers.remove("Pragma");
        Type told = freshness.ofOneCaller() && type == Type.PUBLIC ? Type.PRIVATE : type;
        headers.set(
                "Cache-Control",
                told == Type.NONE
                        ? "no-store"
                        : told.name().toLowerCase(Locale.ROOT) + ", max-age=" + freshness.seconds()
                                + (mustRevalidate ? ", must-revalidate" : ""));
    }

    /** Tells a client that may store the response how long we had it (RFC 9111 §5.1). */
    void tellAge(Headers headers, long seconds) {
        if (type != Type.NONE) {
            headers.set("Age", Long.toString(seconds));
        }
    }
}
