package dev.apim.cache;

import dev.apim.cache.ResponseCache.CachedResponse;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Responses found by the meaning of what was asked: each is kept under a vector, and the nearest one is the answer (Azure:
 * llm-semantic-cache-lookup). Thread-safe. A failure of the store is a miss, never an error.
 *
 * <pre>{@code
 * index.put("chat", vector, response, Duration.ofMinutes(1));
 * index.nearest("chat", similar, 0.05).thenAccept(match -> ...);
 * }</pre>
 */
public interface VectorIndex {
    /**
     * The nearest entry, or {@code null} where none is near enough; never fails.
     *
     * @param partition only its entries are looked at
     * @param vector of any length but zero; entries of another length are not compared
     * @param maxDistance greatest cosine distance (1 − cosine similarity), 0 to 1
     */
    CompletionStage<@Nullable Match> nearest(String partition, float[] vector, double maxDistance);

    /** Stores an entry for {@code timeToLive}; may be refused for its size. The array belongs to the index from now on. */
    void put(String partition, float[] vector, CachedResponse response, Duration timeToLive);

    /** The most bytes of a body worth offering. */
    default int maxBodyBytes() {
        return 1024 * 1024;
    }

    /**
     * What was found.
     *
     * @param response as stored
     * @param distance cosine distance of its vector, 0 to 1
     */
    record Match(CachedResponse response, double distance) {}
}
