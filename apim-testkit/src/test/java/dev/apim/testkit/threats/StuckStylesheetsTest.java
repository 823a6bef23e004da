package dev.apim.testkit.threats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.core.pipeline.BoundedWork;
import dev.apim.testkit.VirtualTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threat 39: work that never ends is answered for at its deadline, its worker replaced and counted. */
final class StuckStylesheetsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final VirtualTime time = new VirtualTime();
    private final ThreadPoolExecutor pool =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    private final BoundedWork work = new BoundedWork(pool, time);
    private final CountDownLatch hog = new CountDownLatch(1);

    @AfterEach
    void end() {
        hog.countDown();
        pool.shutdownNow();
    }

    @Test
    void whoWaitsIsAnsweredAndOthersGetAWorkerInPlaceOfTheLostOne() throws Exception {
        CompletableFuture<String> stuck = stuck();
        time.advance(PATIENCE);
        assertThatThrownBy(stuck::join).hasCauseInstanceOf(TimeoutException.class);
        assertThat(work.lost()).isEqualTo(1);
        assertThat(work.start(() -> "other", PATIENCE).toCompletableFuture().get(10, TimeUnit.SECONDS))
                .isEqualTo("other");
        hog.countDown();
        while (work.lost() > 0) {
            Thread.onSpinWait();
        }
        assertThat(pool.getMaximumPoolSize()).isEqualTo(1);
    }

    @Test
    void thereAreOnlySoManyWorkersToLose() throws Exception {
        for (int i = 0; i < 20; i++) {
            CompletableFuture<String> stuck = i <= 16 ? stuck() : waiting();
            time.advance(PATIENCE);
            assertThat(stuck).isCompletedExceptionally();
        }
        assertThat(work.lost()).isEqualTo(16);
        assertThat(pool.getMaximumPoolSize()).isEqualTo(17);
    }

    @Test
    void whatIsDoneInTimeLeavesNoTimer() throws Exception {
        assertThat(work.start(() -> "done", PATIENCE).toCompletableFuture().get(10, TimeUnit.SECONDS))
                .isEqualTo("done");
        while (time.pendingTasks() > 0) {
            Thread.onSpinWait();
        }
        assertThat(work.lost()).isZero();
    }

    private CompletableFuture<String> waiting() {
        return work.start(() -> "never begun", PATIENCE).toCompletableFuture();
    }

    private CompletableFuture<String> stuck() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        CompletableFuture<String> result = work.start(
                        () -> {
                            began.countDown();
                            try {
                                hog.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return "late";
                        },
                        PATIENCE)
                .toCompletableFuture();
        began.await();
        return result;
    }
}
