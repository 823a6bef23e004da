package dev.apim.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Threat row 68: what is slow, and what only seems so. */
class PaceTest {
    private final Pace sender = new Pace(Deadlines.DEFAULT, Deadlines.DEFAULT.grace());
    private final Pace reader = new Pace(Deadlines.DEFAULT, Deadlines.DEFAULT.pause());
    private long bytes;

    /** Looks twice a second, as a connection does, with bytes every so often; how long it was put up with, in seconds. */
    private double patience(Pace pace, int bytesEach, Duration every, Duration most) {
        for (long now = 0; now <= most.toMillis(); now += 500) {
            if (now > 0 && now % every.toMillis() == 0) {
                bytes += bytesEach;
            }
            if (pace.isTooSlow(TimeUnit.MILLISECONDS.toNanos(now), true, bytes)) {
                return now / 1000.0;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    @Test
    void whoDoesNothingHasFiveSeconds() {
        assertThat(patience(sender, 0, Duration.ofDays(1), Duration.ofMinutes(2)))
                .isBetween(5.0, 6.0);
        assertThat(patience(reader, 0, Duration.ofDays(1), Duration.ofMinutes(2)))
                .isBetween(5.0, 6.0);
    }

    @Test
    void twoHundredAndFortyBytesASecondAreEnoughAndTwoHundredAreNot() {
        assertThat(patience(sender, 240, Duration.ofSeconds(1), Duration.ofMinutes(10)))
                .isInfinite();
        assertThat(patience(sender, 200, Duration.ofSeconds(1), Duration.ofMinutes(10)))
                .isBetween(25.0, 60.0);
    }

    @Test
    void aSteadyReaderWhoseBuffersMoveInMegabytesIsNotSlow() {
        bytes = 2_600_000; // gone before the first look
        assertThat(patience(reader, 1_400_000, Duration.ofSeconds(45), Duration.ofMinutes(10)))
                .isInfinite();
    }

    @Test
    void aFastStartEarnsAMinuteAtMostAndASenderNothing() {
        reader.isTooSlow(0, true, 0);
        reader.isTooSlow(TimeUnit.SECONDS.toNanos(1), true, 1 << 30);
        assertThat(reader.isTooSlow(TimeUnit.SECONDS.toNanos(60), true, 1 << 30))
                .isFalse();
        assertThat(reader.isTooSlow(TimeUnit.SECONDS.toNanos(62), true, 1 << 30))
                .isTrue();
        sender.isTooSlow(0, true, 0);
        sender.isTooSlow(TimeUnit.SECONDS.toNanos(1), true, 1 << 30);
        assertThat(sender.isTooSlow(TimeUnit.SECONDS.toNanos(7), true, 1 << 30)).isTrue();
    }

    @Test
    void nothingCountsWhileNothingIsDueAndANewRequestStartsAnew() {
        sender.isTooSlow(0, true, 0);
        assertThat(sender.isTooSlow(TimeUnit.SECONDS.toNanos(100), false, 0)).isFalse();
        assertThat(sender.isTooSlow(TimeUnit.SECONDS.toNanos(200), true, 0)).isFalse();
        assertThat(sender.isTooSlow(TimeUnit.SECONDS.toNanos(204), true, 0)).isFalse();
        sender.restart();
        assertThat(sender.isTooSlow(TimeUnit.SECONDS.toNanos(208), true, 0)).isFalse();
        assertThat(sender.isTooSlow(TimeUnit.SECONDS.toNanos(212), true, 0)).isFalse();
        assertThat(sender.isTooSlow(TimeUnit.SECONDS.toNanos(214), true, 0)).isTrue();
    }
}
