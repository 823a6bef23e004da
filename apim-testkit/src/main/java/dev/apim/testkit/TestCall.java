package dev.apim.testkit;

import dev.apim.core.pipeline.RequestTrace;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.http.HttpService;
import dev.apim.http.ServerCall;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
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
    private boolean ended;
    private int answers;

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
        end(new IOException("the client has gone"));
        return this;
    }

    /** Whether it is over: the last byte of the response was taken, or the client has gone. */
    public boolean isEnded() {
        return ended;
    }

    /** How often the gateway answered; more than once is a fault of it. */
    int answers() {
        return answers;
    }

    private void end(@Nullable Throwable cause) {
        if (ended) {
            return;
        }
        ended = true;
        if (body != null) {
            body.cancel();
        }
        execute(() -> ending.ended(cause));
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
        answers++;
        if (response != null || ended) {
            throw new AssertionError(ended ? "the gateway answered a call that is over" : "the gateway answered twice");
        }
        response = newResponse;
        CompletableFuture<Void> end = new CompletableFuture<>();
        CollectedBody collected = CollectedBody.of(newResponse.body(), () -> end.complete(null));
        body = collected;
        end.thenRun(() -> end(collected.failure()));
    }

    @Override
    public void abort(Throwable cause) {
        aborted = cause;
        end(cause);
    }
}
