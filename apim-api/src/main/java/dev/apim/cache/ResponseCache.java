package dev.apim.cache;

import dev.apim.http.Headers;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Whole responses by key. Thread-safe. A failure of the store is a miss, never an error. */
public interface ResponseCache {
    /** The entry, or {@code null}; never fails. */
    CompletionStage<@Nullable CachedResponse> get(String key);

    /** Stores an entry for {@code timeToLive}; may be refused for its size. */
    void put(String key, CachedResponse response, Duration timeToLive);

    /** The most bytes of a body worth offering; a longer one is not kept in memory in order to be stored. */
    default int maxBodyBytes() {
        return 2 * 1024 * 1024;
    }

    /**
     * A stored response. Immutable by agreement: readers copy the headers.
     *
     * @param status code
     * @param reason phrase, or empty
     * @param headers end-to-end fields
     * @param body all bytes
     * @param storedAtNanos of {@link dev.apim.Time#nanos()} when it was stored
     */
    record CachedResponse(int status, String reason, Headers headers, byte[] body, long storedAtNanos) {}
}
