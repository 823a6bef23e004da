package dev.apim.core.pipeline;

import dev.apim.http.HttpResponse;
import dev.apim.http.ServerCall;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A call whose lane runs tasks as they come, one after the other. */
final class FakeCall implements ServerCall {
    @Nullable
    HttpResponse response;

    @Nullable
    Throwable aborted;

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (!running) {
            running = true;
            try {
                while (!tasks.isEmpty()) {
                    tasks.poll().run();
                }
            } finally {
                running = false;
            }
        }
    }

    @Override
    public void respond(HttpResponse newResponse) {
        if (response != null) {
            throw new IllegalStateException("answered twice");
        }
        response = newResponse;
    }

    @Override
    public void abort(Throwable cause) {
        aborted = cause;
    }
}
