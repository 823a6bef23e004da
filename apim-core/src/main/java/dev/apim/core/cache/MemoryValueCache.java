package dev.apim.core.cache;

import com.github.benmanes.caffeine.cache.Cache;
import dev.apim.Time;
import dev.apim.cache.ValueCache;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Values in this process's memory, the least used ones forgotten when it is full. Thread-safe; never blocks; every stage it returns is
 * complete. A value is kept as it is: whoever stores something mutable stores a copy.
 */
public final class MemoryValueCache implements ValueCache {
    /** How many bytes of memory it takes unless said otherwise, by estimate: 32 MiB. */
    public static final long MAX_BYTES = 32L * 1024 * 1024;

    private final long maxBytes;
    private final Cache<String, Expiring<Object>> entries;

    /** Takes up to {@link #MAX_BYTES}. */
    public MemoryValueCache(Time time) {
        this(time, MAX_BYTES);
    }

    /** Takes up to {@code maxBytes} of memory in all, by estimate. */
    public MemoryValueCache(Time time, long maxBytes) {
        this.maxBytes = maxBytes;
        entries = Expiring.cache(time, maxBytes);
    }

    @Override
    public CompletionStage<@Nullable Object> get(String key) {
        Expiring<Object> entry = entries.getIfPresent(key);
        return CompletableFuture.completedFuture(entry == null ? null : entry.value());
    }

    @Override
    public void put(String key, Object value, Duration timeToLive) {
        long weight = 128 + 2L * key.length() + Weight.of(value);
        if (weight > maxBytes) {
            entries.invalidate(key);
            return;
        }
        entries.put(key, new Expiring<>(value, timeToLive, weight));
    }

    @Override
    public void remove(String key) {
        entries.invalidate(key);
    }
}
