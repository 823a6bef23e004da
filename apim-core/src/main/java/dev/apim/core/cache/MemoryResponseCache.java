package dev.apim.core.cache;

import com.github.benmanes.caffeine.cache.Cache;
import dev.apim.Time;
import dev.apim.cache.ResponseCache;
import dev.apim.http.Headers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Responses in this process's memory, the least used ones forgotten when it is full. Thread-safe; never blocks; every stage it returns
 * is complete.
 */
public final class MemoryResponseCache implements ResponseCache {
    /** How many bytes of memory it takes unless said otherwise: 64 MiB. */
    public static final long MAX_BYTES = 64L * 1024 * 1024;

    private static final int ENTRY_BYTES = 256;
    private static final int FIELD_BYTES = 64;

    private final int maxBodyBytes;
    private final long maxBytes;
    private final Cache<String, Expiring<CachedResponse>> entries;

    /** Takes up to {@link #MAX_BYTES}, and bodies of up to 2 MiB. */
    public MemoryResponseCache(Time time) {
        this(time, MAX_BYTES, 2 * 1024 * 1024);
    }

    /** Takes up to {@code maxBytes} of memory in all, and bodies of up to {@code maxBodyBytes}. */
    public MemoryResponseCache(Time time, long maxBytes, int maxBodyBytes) {
        this.maxBytes = maxBytes;
        this.maxBodyBytes = maxBodyBytes;
        entries = Expiring.cache(time, maxBytes);
    }

    @Override
    public CompletionStage<@Nullable CachedResponse> get(String key) {
        Expiring<CachedResponse> entry = entries.getIfPresent(key);
        return CompletableFuture.completedFuture(entry == null ? null : entry.value());
    }

    @Override
    public void put(String key, CachedResponse response, Duration timeToLive) {
        long weight = weight(key, response);
        if (response.body().length > maxBodyBytes || weight > maxBytes) {
            entries.invalidate(key);
            return;
        }
        entries.put(key, new Expiring<>(response, timeToLive, weight));
    }

    @Override
    public int maxBodyBytes() {
        return maxBodyBytes;
    }

    private static long weight(String key, CachedResponse response) {
        long weight = ENTRY_BYTES + 2L * key.length() + response.body().length;
        Headers headers = response.headers();
        for (int i = 0; i < headers.size(); i++) {
            weight += FIELD_BYTES
                    + headers.nameAt(i).length()
                    + headers.valueAt(i).length();
        }
        return weight;
    }
}
