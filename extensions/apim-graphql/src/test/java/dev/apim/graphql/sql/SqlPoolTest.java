package dev.apim.graphql.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.core.event.MemoryBroadcast;
import dev.apim.policy.PolicyServices;
import dev.apim.testkit.StubBackend;
import dev.apim.testkit.VirtualTime;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How connections are shared out; what workers do is done when the test says so. */
class SqlPoolTest {
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final VirtualTime time = new VirtualTime();
    private boolean full;

    private SqlPool pool() {
        PolicyServices services = new PolicyServices(
                time,
                unused(dev.apim.limit.RateLimiter.class),
                unused(dev.apim.cache.ResponseCache.class),
                unused(dev.apim.cache.ValueCache.class),
                new StubBackend(),
                task -> {
                    if (full) {
                        throw new RejectedExecutionException();
                    }
                    tasks.add(task);
                },
                new MemoryBroadcast(),
                new dev.apim.core.telemetry.MemoryMetrics(),
                dev.apim.core.event.EventQueues.atHand(),
                new dev.apim.core.cache.MemoryVectorIndex(time),
                unused(dev.apim.limit.QuotaCounter.class));
        return new SqlPool(ConnectionText.parse("jdbc:sqlite::memory:", false), services);
    }

    private static <T> T unused(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            throw new AssertionError("not used here");
        }));
    }

    private void work() {
        while (!tasks.isEmpty()) {
            tasks.poll().run();
        }
    }

    @Test
    void noMoreThanEightAtOnceAndTheOthersFollow() {
        SqlPool pool = pool();
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 20; i++) {
            var unused = pool.run(connection -> done.incrementAndGet());
        }
        assertThat(tasks).hasSize(8);
        work();
        assertThat(done).hasValue(20);
    }

    @Test
    void aConnectionIsUsedAgainUntilNobodyWantsItForAMinute() throws Exception {
        SqlPool pool = pool();
        Set<Connection> seen = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            var unused = pool.run(seen::add);
            work();
        }
        assertThat(seen).hasSize(1);
        time.advance(Duration.ofSeconds(60));
        work();
        assertThat(seen.iterator().next().isClosed()).isTrue();
        var unused = pool.run(seen::add);
        work();
        assertThat(seen).hasSize(2);
    }

    @Test
    void aConnectionOnWhichSomethingFailedIsNotUsedAgain() throws Exception {
        SqlPool pool = pool();
        Set<Connection> seen = new HashSet<>();
        CompletionStage<Object> failed = pool.run(connection -> {
            seen.add(connection);
            throw new java.sql.SQLException("secret text", "S0001", 7);
        });
        work();
        assertThat(seen.iterator().next().isClosed()).isTrue();
        assertThatThrownBy(() -> failed.toCompletableFuture().join())
                .hasCauseInstanceOf(SqlFailure.class)
                .hasMessageContaining("S0001")
                .hasMessageNotContaining("secret text");
    }

    @Test
    void whereNoWorkerIsFreeItFailsAndTheNextOneIsServed() {
        SqlPool pool = pool();
        full = true;
        assertThat(pool.run(connection -> 1).toCompletableFuture()).isCompletedExceptionally();
        full = false;
        var later = pool.run(connection -> 2).toCompletableFuture();
        work();
        assertThat(later).isCompletedWithValue(2);
    }
}
