package dev.apim.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Cancellable;
import dev.apim.testkit.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverridesFileTest {
    @TempDir
    Path folder;

    private final VirtualTime time = new VirtualTime();
    private final AtomicInteger told = new AtomicInteger();

    private OverridesFile file(String content) throws IOException {
        return OverridesFile.open(Files.writeString(folder.resolve("dev.yaml"), content), time, Runnable::run);
    }

    private void looks(int looks) {
        for (int i = 0; i < looks; i++) {
            time.advance(OverridesFile.INTERVAL);
        }
    }

    @Test
    void aChangeIsToldOnceWhenItHasSettled() throws IOException {
        OverridesFile file = file("a: []");
        file.watch(told::incrementAndGet);
        looks(3);
        assertThat(told).hasValue(0);

        Files.writeString(folder.resolve("dev.yaml"), "b: [");
        looks(1);
        Files.writeString(folder.resolve("dev.yaml"), "b: []");
        looks(1);
        assertThat(told).as("while it is still being written").hasValue(0);

        looks(5);
        assertThat(told).hasValue(1);
        assertThat(file.changed()).isTrue();
    }

    @Test
    void aFileThatGoesAwayHasChanged() throws IOException {
        OverridesFile file = file("a: []");
        file.watch(told::incrementAndGet);

        Files.delete(folder.resolve("dev.yaml"));
        looks(2);

        assertThat(told).hasValue(1);
        assertThat(file.changed()).isTrue();
    }

    @Test
    void nothingIsToldAfterTheEnd() throws IOException {
        Cancellable watch = file("a: []").watch(told::incrementAndGet);

        watch.cancel();
        Files.writeString(folder.resolve("dev.yaml"), "b: []");
        looks(5);

        assertThat(told).hasValue(0);
    }

    @Test
    void whereThereIsNoFileThereIsNothingToWatch() {
        OverridesFile none = OverridesFile.open(null, time, Runnable::run);

        none.watch(told::incrementAndGet);
        looks(3);

        assertThat(none.changed()).isFalse();
        assertThat(told).hasValue(0);
    }
}
