package dev.apim.runner.cli;

import dev.apim.Time;
import dev.apim.backend.BackendClient;
import dev.apim.core.GatewayBuilder;
import dev.apim.core.event.EventQueues;
import dev.apim.core.time.SystemTime;
import dev.apim.vertx.VertxBackendClient;
import io.vertx.core.Vertx;
import java.nio.file.Path;

/**
 * What one request meets: clock, backends, and the lane it runs on.
 *
 * @param time asked by all
 * @param backends real or from a file
 * @param call the request
 * @param events what the request writes
 * @param gateway to be built
 * @param end what to close, after the gateway
 */
record CallSetting(
        Time time, BackendClient backends, LocalCall call, CallEvents events, GatewayBuilder gateway, Runnable end)
        implements AutoCloseable {
    /** Whatever the setting, what the request writes is kept. */
    CallSetting {
        gateway.events(events);
    }

    /** Backends are called. */
    static CallSetting real() {
        SystemTime time = new SystemTime();
        Vertx vertx = Vertx.vertx();
        BackendClient backends = VertxBackendClient.create(vertx);
        CallEvents events = new CallEvents(EventQueues.atHand());
        return new CallSetting(time, backends, LocalCall.on(vertx), events, new GatewayBuilder(time, backends), () -> {
            time.close();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        });
    }

    /** Backends are answered from a file. */
    static CallSetting stubbed(Path file) {
        SystemTime time = new SystemTime();
        try {
            BackendClient backends = StubFile.read(file, time);
            return new CallSetting(
                    time,
                    backends,
                    LocalCall.onThisThread(),
                    new CallEvents(CallEvents.NOWHERE),
                    new GatewayBuilder(time, backends),
                    time::close);
        } catch (RuntimeException e) {
            time.close();
            throw e;
        }
    }

    /** The same, and nobody waits: when nothing else is left to do, it is later. */
    static CallSetting skippingWaits(Path file) {
        SkippingTime time = new SkippingTime();
        BackendClient backends = StubFile.read(file, time);
        return new CallSetting(
                time,
                backends,
                LocalCall.onThisThread(time),
                new CallEvents(CallEvents.NOWHERE),
                new GatewayBuilder(time, backends).withoutWorkers(),
                () -> {});
    }

    @Override
    public void close() {
        end.run();
    }
}
