package dev.apim.core.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.apim.Time;
import java.time.Duration;

/** An entry with a life and a weight of its own. */
record Expiring<V>(V value, Duration timeToLive, long weight) {
    /** A cache of such entries, bounded by their weights. Its upkeep runs on the callers' threads. */
    static <V> Cache<String, Expiring<V>> cache(Time time, long maxWeight) {
        return Caffeine.newBuilder()
                .maximumWeight(maxWeight)
                .weigher((String key, Expiring<V> entry) -> (int) Math.min(Integer.MAX_VALUE, entry.weight()))
                .expireAfter(Expiry.<String, Expiring<V>>writing((key, entry) -> entry.timeToLive()))
                .ticker(time::nanos)
                .executor(Runnable::run)
                .build();
    }
}
