package dev.apim.testkit;

import dev.apim.http.HttpResponse;
import dev.apim.http.HttpService;
import dev.apim.http.ServerCall;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A request whose lane is whatever thread brings work, one at a time: for tests with many threads. */
final class SharedCall implements ServerCall {
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private volatile HttpService.@Nullable Ending ending;

    void ending(HttpService.Ending newEnding) {
        ending = newEnding;
    }

    /** The status, 0 after an abort, -1 as long as there is none. */
    int status() {
        return status.getNow(-1);
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (waiting.getAndIncrement() == 0) {
            do {
                Runnable next = tasks.poll();
                if (next != null) {
                    next.run();
                }
            } while (waiting.decrementAndGet() != 0);
        }
    }

    @Override
    public void respond(HttpResponse response) {
        CollectedBody body = CollectedBody.of(response.body(), () -> execute(() -> end(null)));
        status.complete(body.failure() == null ? response.status() : 0);
    }

    @Override
    public void abort(Throwable cause) {
        status.complete(0);
        execute(() -> end(cause));
    }

    private void end(@Nullable Throwable cause) {
        HttpService.Ending known = ending;
        if (known != null) {
            known.ended(cause);
        }
    }
}
