package dev.apim.runner.cli;

import dev.apim.Cancellable;
import dev.apim.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The file of what is different in this environment, or none; remembers what it held when it was opened. */
final class OverridesFile {
    static final Duration INTERVAL = Duration.ofMillis(400);

    private final @Nullable Path file;
    private final Time time;
    private final Executor executor;
    private final byte[] opened;

    private OverridesFile(@Nullable Path file, Time time, Executor executor) {
        this.file = file;
        this.time = time;
        this.executor = executor;
        this.opened = content();
    }

    /**
     * As it is now.
     *
     * @param time when to look for changes
     * @param executor looks for them
     */
    static OverridesFile open(@Nullable Path file, Time time, Executor executor) {
        return new OverridesFile(file, time, executor);
    }

    /** Whether it holds something else than when it was opened. Blocks. */
    boolean changed() {
        return !Arrays.equals(opened, content());
    }

    /** Looks at it five times in two seconds, and tells, on the executor, when it has changed and two looks found the same. */
    Cancellable watch(Runnable changed) {
        if (file == null) {
            return Cancellable.none();
        }
        AtomicBoolean over = new AtomicBoolean();
        look(changed, over, opened, opened);
        return () -> over.set(true);
    }

    private void look(Runnable changed, AtomicBoolean over, byte[] told, byte[] seen) {
        time.schedule(
                INTERVAL,
                () -> executor.execute(() -> {
                    if (over.get()) {
                        return;
                    }
                    byte[] now = content();
                    boolean settled = Arrays.equals(now, seen);
                    look(changed, over, settled ? now : told, now);
                    if (settled && !Arrays.equals(now, told)) {
                        changed.run();
                    }
                }));
    }

    /** Empty where it cannot be read: whoever reads it for its meaning says why. */
    private byte[] content() {
        try {
            return file == null ? new byte[0] : Files.readAllBytes(file);
        } catch (IOException unreadable) {
            return new byte[0];
        }
    }
}
