package dev.apim.core.policies.caching;

import dev.apim.cache.ResponseCache.CachedResponse;
import dev.apim.http.Headers;
import java.util.List;

/**
 * An entry that holds no response but names the request fields by which the responses of its key differ (RFC 9111 §4.1), each stored
 * under a key of its own. It is known by its status 0.
 */
final class Variants {
    private Variants() {}

    static CachedResponse entry(List<String> fields, long storedAtNanos) {
        return new CachedResponse(0, "", Headers.of("Vary", String.join(",", fields)), new byte[0], storedAtNanos);
    }

    static boolean areNamedBy(CachedResponse entry) {
        return entry.status() == 0;
    }

    static List<String> fields(CachedResponse entry) {
        return CacheControl.names(entry.headers(), "Vary");
    }
}
