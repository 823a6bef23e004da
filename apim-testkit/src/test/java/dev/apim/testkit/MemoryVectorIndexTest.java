package dev.apim.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.cache.ResponseCache.CachedResponse;
import dev.apim.cache.VectorIndex;
import dev.apim.core.cache.MemoryVectorIndex;
import dev.apim.http.Headers;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemoryVectorIndexTest {
    private final VirtualTime time = new VirtualTime();
    private final MemoryVectorIndex index = new MemoryVectorIndex(time, 1 << 20);

    private static CachedResponse response(int status) {
        return new CachedResponse(status, "", new Headers(), new byte[10], 0);
    }

    private VectorIndex.@Nullable Match nearest(String partition, double distance, float... vector) {
        return index.nearest(partition, vector, distance).toCompletableFuture().join();
    }

    private void put(String partition, int status, float... vector) {
        index.put(partition, vector, response(status), Duration.ofSeconds(60));
    }

    @Test
    void theNearestIsFoundHoweverLongItsVectorIs() {
        put("p", 201, 1, 0);
        put("p", 202, 5, 5);
        put("p", 203, 0, 1);

        VectorIndex.Match match = Objects.requireNonNull(nearest("p", 0.1, 2, 1.9f));

        assertThat(match.response().status()).isEqualTo(202);
        assertThat(match.distance()).isBetween(0.0, 0.001);
    }

    @Test
    void whatIsTooFarIsNotFound() {
        put("p", 201, 1, 0);

        assertThat(nearest("p", 0.2, 1, 1)).isNull();
        assertThat(nearest("p", 0.3, 1, 1)).isNotNull();
    }

    @Test
    void partitionsAreApart() {
        put("p", 201, 1, 0);

        assertThat(nearest("q", 1, 1, 0)).isNull();
    }

    @Test
    void vectorsOfAnotherModelAreNotCompared() {
        put("p", 201, 1, 0, 0);

        assertThat(nearest("p", 1, 1, 0)).isNull();
    }

    @Test
    void entriesEnd() {
        put("p", 201, 1, 0);
        time.advance(Duration.ofSeconds(61));

        assertThat(nearest("p", 1, 1, 0)).isNull();
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < 2_000; i++) {
            put("p" + i, 201, new float[1_000]);
        }
        long found = 0;
        for (int i = 0; i < 2_000; i++) {
            found += nearest("p" + i, 2, new float[1_000]) == null ? 0 : 1;
        }

        assertThat(found).isBetween(1L, 260L);
    }
}
