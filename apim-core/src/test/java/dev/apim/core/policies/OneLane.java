package dev.apim.core.policies;

import dev.apim.http.HttpResponse;
import dev.apim.http.ServerCall;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A call whose lane runs tasks as they come, one after the other. */
final class OneLane implements ServerCall {
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    @Nullable
    HttpResponse response;

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (running) {
            return;
        }
        running = true;
        try {
            while (!tasks.isEmpty()) {
                tasks.poll().run();
            }
        } finally {
            running = false;
        }
    }

    @Override
    public void respond(HttpResponse newResponse) {
        if (response != null) {
            throw new AssertionError("answered twice");
        }
        response = newResponse;
    }

    @Override
    public void abort(Throwable cause) {
        throw new AssertionError(cause);
    }
}
