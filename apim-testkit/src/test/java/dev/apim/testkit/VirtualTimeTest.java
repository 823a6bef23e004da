package dev.apim.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VirtualTimeTest {
    private final VirtualTime time = new VirtualTime(Instant.EPOCH);
    private final List<String> ran = new ArrayList<>();

    @Test
    void dueTasksRunInTheOrderOfTimeThenOfRegistrationAndSeeTheTimeTheyWereDueAt() {
        note("late", 3);
        note("first at two", 2);
        note("second at two", 2);
        note("too late", 5);
        time.advance(Duration.ofSeconds(4));
        assertThat(ran).containsExactly("first at two @2", "second at two @2", "late @3");
        assertThat(time.now()).isEqualTo(Instant.ofEpochSecond(4));
        assertThat(time.pendingTasks()).isEqualTo(1);
    }

    @Test
    void whatATaskSchedulesWithinTheSpanRunsToo() {
        time.schedule(Duration.ofSeconds(1), () -> note("chained", 1));
        time.advance(Duration.ofSeconds(2));
        assertThat(ran).containsExactly("chained @2");
    }

    @Test
    void aCancelledTaskNeverRunsAndASecondCancelDoesNothing() {
        Cancellable task = time.schedule(Duration.ofSeconds(1), () -> ran.add("cancelled"));
        task.cancel();
        task.cancel();
        time.advance(Duration.ofSeconds(2));
        assertThat(ran).isEmpty();
    }

    @Test
    void aJumpOfTheWallClockLeavesTheMonotonicClockAndTheTimerAlone() {
        note("due", 1);
        long before = time.nanos();
        time.jumpWallClock(Duration.ofHours(-1));
        assertThat(time.nanos()).isEqualTo(before);
        assertThat(time.now()).isEqualTo(Instant.EPOCH.minusSeconds(3600));
        assertThat(ran).isEmpty();
    }

    @Test
    void timeNeverRunsBack() {
        assertThatThrownBy(() -> time.advance(Duration.ofNanos(-1))).hasMessageContaining("forward only");
    }

    private void note(String name, int seconds) {
        time.schedule(
                Duration.ofSeconds(seconds),
                () -> ran.add(name + " @" + time.now().getEpochSecond()));
    }
}
