package dev.apim.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.ApimException;
import dev.apim.Time;
import dev.apim.core.limit.LocalQuotaCounter;
import dev.apim.limit.QuotaCounter;
import dev.apim.limit.QuotaCounter.Limit;
import dev.apim.limit.Renewal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The counter of this process: alone, and with a directory that outlives it. A process that dies is one that is never closed. */
final class LocalQuotaCounterTest {
    private static final Renewal DAILY = new Renewal(Instant.EPOCH, Duration.ofDays(1));

    @TempDir
    Path directory;

    @Nested
    final class InMemory extends QuotaCounterContract {
        @Override
        protected QuotaCounter create(Time time) {
            return LocalQuotaCounter.inMemory(time);
        }
    }

    @Nested
    final class OnDisk extends QuotaCounterContract {
        @Override
        protected QuotaCounter create(Time time) {
            return LocalQuotaCounter.in(fresh(), time, false);
        }
    }

    @Nested
    final class Strict extends QuotaCounterContract {
        @Override
        protected QuotaCounter create(Time time) {
            return LocalQuotaCounter.in(fresh(), time, true);
        }
    }

    @Test
    void inStrictModeNothingCountedIsLostWhenTheProcessDiesAndNothingCountsTwice() {
        VirtualTime time = new VirtualTime();
        for (int life = 0; life < 5; life++) {
            QuotaCounter counter = LocalQuotaCounter.in(directory, time, true);
            for (int i = 0; i < 7; i++) {
                assertThat(takes(counter, "k", 35)).isTrue();
            }
        }
        try (QuotaCounter counter = LocalQuotaCounter.in(directory, time, true)) {
            assertThat(takes(counter, "k", 35)).isFalse();
            assertThat(takes(counter, "k", 36)).isTrue();
        }
    }

    @Test
    void aSecondAfterACallItIsOnDisk() {
        VirtualTime time = new VirtualTime();
        QuotaCounter counter = LocalQuotaCounter.in(directory, time, false);
        takes(counter, "k", 9);
        time.advance(Duration.ofMillis(999));
        assertThat(files()).isEmpty();
        time.advance(Duration.ofMillis(1));
        written();
        QuotaCounter next = LocalQuotaCounter.in(directory, time, false);
        assertThat(takes(next, "k", 1)).isFalse();
        counter.close();
        next.close();
    }

    @Test
    void aHundredCallsAreOnDiskAtOnce() {
        VirtualTime time = new VirtualTime();
        QuotaCounter counter = LocalQuotaCounter.in(directory, time, false);
        for (int i = 0; i < 100; i++) {
            takes(counter, "k", 1_000);
        }
        written();
        try (QuotaCounter next = LocalQuotaCounter.in(directory, time, false)) {
            assertThat(takes(next, "k", 100)).isFalse();
        }
        counter.close();
    }

    @Test
    void whatWasCountedIsWrittenAtTheEnd() {
        VirtualTime time = new VirtualTime();
        try (QuotaCounter counter = LocalQuotaCounter.in(directory, time, false)) {
            takes(counter, "k", 3);
            counter.add("b", DAILY, 0, 2_000);
        }
        assertThat(time.pendingTasks()).isZero();
        try (QuotaCounter counter = LocalQuotaCounter.in(directory, time, false)) {
            assertThat(takes(counter, "k", 1)).isFalse();
            Limit bytes = new Limit(Long.MAX_VALUE, 2_000);
            assertThat(counter.acquire("b", DAILY, bytes, 1)
                            .toCompletableFuture()
                            .join()
                            .allowed())
                    .isFalse();
        }
    }

    @Test
    void aMonthGoesOnAfterARestartAndEndsWithTheCalendars() {
        VirtualTime time = new VirtualTime(Instant.parse("2028-02-10T12:00:00Z"));
        Renewal monthly = Renewal.ofMonths(1);
        try (QuotaCounter counter = LocalQuotaCounter.in(directory, time, false)) {
            counter.add("t", monthly, 7, 0);
            takes(counter, "t", 9);
        }
        time.advance(Duration.ofDays(19));
        try (QuotaCounter counter = LocalQuotaCounter.in(directory, time, false)) {
            assertThat(used(counter, "t", monthly))
                    .as("on the 29th of a leap year")
                    .isEqualTo(7);
        }
        time.advance(Duration.ofHours(12));
        try (QuotaCounter counter = LocalQuotaCounter.in(directory, time, false)) {
            assertThat(used(counter, "t", monthly)).isZero();
        }
    }

    private static long used(QuotaCounter counter, String key, Renewal renewal) {
        return counter.acquire(key, renewal, new Limit(Long.MAX_VALUE, Long.MAX_VALUE), 0)
                .toCompletableFuture()
                .join()
                .used()
                .calls();
    }

    @Test
    void aRestartWithTheClockSetBackGivesNothingAwayAnew() {
        VirtualTime time = new VirtualTime();
        try (QuotaCounter counter = LocalQuotaCounter.in(directory, time, false)) {
            takes(counter, "k", 1);
        }
        time.jumpWallClock(Duration.ofDays(-40));
        try (QuotaCounter counter = LocalQuotaCounter.in(directory, time, false)) {
            assertThat(takes(counter, "k", 1)).isFalse();
            time.advance(Duration.ofDays(1));
            assertThat(takes(counter, "k", 1)).isTrue();
        }
    }

    @Test
    void aFileThatHoldsNoCountersIsRefusedByName() throws IOException {
        Files.writeString(directory.resolve("quotas-3.json"), "[{\"key\":\"k\",\"calls\":-1}]");
        assertThatThrownBy(() -> LocalQuotaCounter.in(directory, new VirtualTime(), false))
                .isInstanceOf(ApimException.class)
                .hasMessageContaining("quotas-3.json does not hold quota counters");
    }

    @Test
    void whereNothingCanBeWrittenAStrictCounterLetsNobodyPass() throws IOException {
        VirtualTime time = new VirtualTime();
        Path gone = directory.resolve("state");
        QuotaCounter counter = LocalQuotaCounter.in(gone, time, true);
        Files.delete(gone);
        assertThatThrownBy(() -> takes(counter, "k", 5)).isInstanceOf(CompletionException.class);
        counter.close();
    }

    /** The contract makes its counter before there is a test. */
    private static Path fresh() {
        try {
            Path made = Files.createTempDirectory("quotas");
            made.toFile().deleteOnExit();
            return made.resolve("state");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean takes(QuotaCounter counter, String key, long limit) {
        return counter.acquire(key, DAILY, Limit.ofCalls(limit), 1)
                .toCompletableFuture()
                .join()
                .allowed();
    }

    private List<Path> files() {
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(file -> file.toString().endsWith(".json")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The writer is a thread of its own. */
    private void written() {
        while (files().isEmpty()) {
            Thread.onSpinWait();
        }
    }
}
