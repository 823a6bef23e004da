package dev.apim.testkit;

import dev.apim.core.pipeline.RequestTrace;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.http.HttpService;
import dev.apim.http.ServerCall;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** One request to a gateway under test, on a lane of its own, answered now or later. Used from one thread. */
public final class TestCall implements ServerCall {
    private final RequestTrace trace = new RequestTrace();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean running;
    private HttpService.Ending ending = cause -> {};
    private @Nullable HttpResponse response;
    private @Nullable CollectedBody body;
    private @Nullable Throwable aborted;

    TestCall() {}

    void ending(HttpService.Ending newEnding) {
        ending = newEnding;
    }

    /** The trace of what ran so far. */
    public RequestTrace trace() {
        return trace;
    }

    /** Whether there is a response. */
    public boolean isAnswered() {
        return response != null;
    }

    /** The status. */
    public int status() {
        return answered().status();
    }

    /** The reason phrase. */
    public String reason() {
        return answered().reason();
    }

    /** The fields. */
    public Headers headers() {
        return answered().headers();
    }

    /** A field's value, or {@code null}. */
    public @Nullable String header(String name) {
        return answered().headers().get(name);
    }

    /** The body as text. */
    public String text() {
        answered();
        return body == null ? "" : body.text();
    }

    /** The body. */
    public CollectedBody body() {
        answered();
        if (body == null) {
            throw new AssertionError("the response has no body yet");
        }
        return body;
    }

    /** Why the connection was broken, if it was. */
    public @Nullable Throwable aborted() {
        return aborted;
    }

    /** The client hangs up. */
    public TestCall hangUp() {
        execute(() -> ending.ended(new java.io.IOException("the client has gone")));
        return this;
    }

    private HttpResponse answered() {
        if (response == null) {
            throw new AssertionError("there is no response yet" + (aborted == null ? "" : ": " + aborted));
        }
        return response;
    }

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
            throw new AssertionError("the gateway answered twice");
        }
        response = newResponse;
        CollectedBody collected = CollectedBody.of(newResponse.body());
        body = collected;
        execute(() -> ending.ended(collected.failure()));
    }

    @Override
    public void abort(Throwable cause) {
        aborted = cause;
        execute(() -> ending.ended(cause));
    }
}
