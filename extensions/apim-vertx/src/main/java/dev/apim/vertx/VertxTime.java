package dev.apim.vertx;

import dev.apim.Cancellable;
import dev.apim.Time;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;

/** The clock of the JDK with the timers of Vert.x. */
final class VertxTime implements Time {
    private final Vertx vertx;

    VertxTime(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
        long id = vertx.setTimer(Math.max(1, delay.toMillis()), fired -> task.run());
        return () -> vertx.cancelTimer(id);
    }
}
