package dev.apim.runner.cli;

import dev.apim.ApimException;
import dev.apim.core.Gateway;
import dev.apim.core.pipeline.RequestTrace;
import dev.apim.http.HttpRequest;
import dev.apim.http.HttpResponse;
import dev.apim.http.HttpService;
import dev.apim.http.ServerCall;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** One request without a server: its lane is an event loop where backends are real, else the calling thread. */
final class LocalCall implements ServerCall {
    private final RequestTrace trace = new RequestTrace();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Executor lane;
    private final boolean ownThread;
    private final @Nullable SkippingTime time;
    private HttpService.Ending ending = cause -> {};

    /**
     * What came of it.
     *
     * @param response head
     * @param body all of it
     * @param broken why the body ended early, if it did
     */
    record Answer(
            HttpResponse response, byte[] body, @Nullable Throwable broken) {}

    private LocalCall(@Nullable Vertx vertx, @Nullable SkippingTime time) {
        this.time = time;
        if (vertx == null) {
            lane = tasks::add;
            ownThread = true;
        } else {
            Context context = vertx.getOrCreateContext();
            lane = task -> context.runOnContext(nothing -> task.run());
            ownThread = false;
        }
    }

    /** On an event loop, where backends are called. */
    static LocalCall on(Vertx vertx) {
        return new LocalCall(vertx, null);
    }

    /** On the thread that waits for the answer. */
    static LocalCall onThisThread() {
        return new LocalCall(null, null);
    }

    /** The same, and instead of waiting it lets time go on. */
    static LocalCall onThisThread(SkippingTime time) {
        return new LocalCall(null, time);
    }

    void start(Gateway gateway, HttpRequest request) {
        execute(() -> ending = gateway.handle(request, this, trace));
    }

    /** Waits for the end of the response. */
    Answer answer() throws InterruptedException {
        while (ownThread && !answer.isDone()) {
            if (time == null || !tasks.isEmpty()) {
                tasks.take().run();
            } else if (!time.skip()) {
                throw new ApimException("the request has no answer, and nothing is left that could bring one");
            }
        }
        try {
            return answer.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ApimException("the request was broken off: " + cause.getMessage(), e);
        }
    }

    RequestTrace trace() {
        return trace;
    }

    @Override
    public void execute(Runnable task) {
        lane.execute(task);
    }

    @Override
    public void respond(HttpResponse response) {
        response.body().subscribe(new Collector(response));
    }

    @Override
    public void abort(Throwable cause) {
        answer.completeExceptionally(cause);
    }

    /** Takes the body. */
    private final class Collector implements Flow.Subscriber<ByteBuffer> {
        private final HttpResponse response;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Collector(HttpResponse response) {
            this.response = response;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer chunk) {
            byte[] copy = new byte[chunk.remaining()];
            chunk.duplicate().get(copy);
            bytes.writeBytes(copy);
        }

        @Override
        public void onError(Throwable error) {
            end(error);
        }

        @Override
        public void onComplete() {
            end(null);
        }

        private void end(@Nullable Throwable error) {
            execute(() -> {
                ending.ended(error);
                answer.complete(new Answer(response, bytes.toByteArray(), error));
            });
        }
    }
}
