package dev.apim.cache;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Values that policies keep between requests (Azure: cache-lookup-value). Thread-safe. A failure of the store is a miss. */
public interface ValueCache {
    /** The value, or {@code null}; never fails. */
    CompletionStage<@Nullable Object> get(String key);

    /** Stores a value for {@code timeToLive}. */
    void put(String key, Object value, Duration timeToLive);

    /** Forgets a value. */
    void remove(String key);
}
