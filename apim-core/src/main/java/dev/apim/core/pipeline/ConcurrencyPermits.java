package dev.apim.core.pipeline;

import java.util.concurrent.ConcurrentHashMap;

/** How many requests are inside each concurrency limit of this gateway. Thread-safe; limits of the same key share one count. */
public final class ConcurrencyPermits {
    private final ConcurrentHashMap<String, Integer> held = new ConcurrentHashMap<>();

    /** Takes a permit unless {@code max} are taken. */
    boolean tryAcquire(String key, int max) {
        boolean[] taken = {false};
        held.compute(key, (k, count) -> {
            int now = count == null ? 0 : count;
            taken[0] = now < max;
            return taken[0] ? now + 1 : count;
        });
        return taken[0];
    }

    /** Gives one back. */
    void release(String key) {
        held.computeIfPresent(key, (k, count) -> count == 1 ? null : count - 1);
    }

    /** Permits taken at the moment, over all keys. */
    public int inUse() {
        return held.values().stream().mapToInt(Integer::intValue).sum();
    }
}
