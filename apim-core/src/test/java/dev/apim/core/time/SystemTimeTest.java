package dev.apim.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class SystemTimeTest {
    @Test
    void tasksRunOnOneDaemonThreadAndAFailingOneDoesNotStopTheNext() throws Exception {
        try (SystemTime time = new SystemTime()) {
            time.schedule(Duration.ZERO, () -> {
                throw new IllegalStateException("a task that fails on purpose");
            });
            CompletableFuture<Thread> ranOn = new CompletableFuture<>();
            time.schedule(Duration.ofMillis(1), () -> ranOn.complete(Thread.currentThread()));
            Thread timer = ranOn.get(30, TimeUnit.SECONDS);
            assertThat(timer.isDaemon()).isTrue();
            assertThat(timer.getName()).isEqualTo("apim-timer");
        }
    }

    @Test
    void aCancelledTaskNeverRuns() throws Exception {
        try (SystemTime time = new SystemTime()) {
            AtomicBoolean ran = new AtomicBoolean();
            time.schedule(Duration.ofMillis(5), () -> ran.set(true)).cancel();
            CompletableFuture<Boolean> later = new CompletableFuture<>();
            time.schedule(Duration.ofMillis(20), () -> later.complete(ran.get()));
            assertThat(later.get(30, TimeUnit.SECONDS)).isFalse();
        }
    }

    @Test
    void aTaskAThousandYearsAheadIsFine() {
        try (SystemTime time = new SystemTime()) {
            time.schedule(Duration.ofDays(365_000), () -> {}).cancel();
        }
    }

    @Test
    void afterCloseNothingIsTakenAnyMore() {
        SystemTime time = new SystemTime();
        time.close();
        time.close();
        assertThatThrownBy(() -> time.schedule(Duration.ZERO, () -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
