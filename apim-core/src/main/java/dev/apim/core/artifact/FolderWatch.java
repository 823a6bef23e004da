package dev.apim.core.artifact;

import dev.apim.Cancellable;
import dev.apim.Time;
import dev.apim.resource.ResourcePath;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a folder twice a second and tells of changes when they have settled: several files written together come as one change, and
 * none is read half written. A folder so large that a look takes long is looked at less often, so that watching costs a twentieth of one
 * processor at most. It has no thread: the timer only hands over to the executor.
 */
final class FolderWatch {
    static final Duration INTERVAL = Duration.ofMillis(500);
    static final Duration QUIET = Duration.ofMillis(250);

    private static final int SHARE = 20;
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private final Time time;
    private final Executor executor;
    private final Supplier<String> signature;
    private final Supplier<Optional<Set<ResourcePath>>> changes;
    private final Consumer<Set<ResourcePath>> tell;
    private boolean running;
    private Cancellable next = Cancellable.none();
    private @Nullable String settled;
    private @Nullable String moving;

    FolderWatch(
            Time time,
            Executor executor,
            Supplier<String> signature,
            Supplier<Optional<Set<ResourcePath>>> changes,
            Consumer<Set<ResourcePath>> tell) {
        this.time = time;
        this.executor = executor;
        this.signature = signature;
        this.changes = changes;
        this.tell = tell;
    }

    synchronized void start() {
        if (!running) {
            running = true;
            settled = null;
            moving = null;
            schedule(INTERVAL);
        }
    }

    synchronized void stop() {
        running = false;
        next.cancel();
    }

    private synchronized void schedule(Duration delay) {
        if (running) {
            next = time.schedule(delay, () -> executor.execute(this::look));
        }
    }

    private void look() {
        Duration delay = INTERVAL;
        try {
            long start = time.nanos();
            String now = signature.get();
            delay = compare(now, Duration.ofNanos((time.nanos() - start) * SHARE));
        } catch (RuntimeException e) {
            // The next look may find the folder readable again; until then the last configuration stays.
            LOG.warn("The artifact folder cannot be watched now: {}", e.getMessage());
        } finally {
            schedule(delay);
        }
    }

    private Duration compare(String now, Duration rest) {
        Duration calm = rest.compareTo(INTERVAL) > 0 ? rest : INTERVAL;
        if (now.equals(settled)) {
            moving = null;
            return calm;
        }
        if (settled != null && !now.equals(moving)) {
            moving = now;
            return QUIET;
        }
        settled = now;
        moving = null;
        changes.get().ifPresent(tell);
        return calm;
    }
}
