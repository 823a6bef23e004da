package dev.apim.core.backend;

import dev.apim.Cancellable;
import dev.apim.Time;
import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendException;
import dev.apim.backend.BackendException.Kind;
import dev.apim.backend.BackendRequest;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way. Thread-safe: caller, timer and the JDK's threads meet at {@link #response}, which only the first of them
 * completes.
 */
final class JdkCall implements BackendCall {
    private final BackendRequest request;
    private final SentBody sent;
    private final Executor executor;
    private final Consumer<JdkCall> over;
    private final CompletableFuture<HttpResponse> response = new CompletableFuture<>();
    private final List<Cancellable> timers = new CopyOnWriteArrayList<>();
    private volatile @Nullable CompletableFuture<?> exchange;
    private volatile @Nullable ReceivedBody received;

    JdkCall(BackendRequest request, Executor executor, Consumer<JdkCall> over) {
        this.request = request;
        this.sent = new SentBody(request.body());
        this.executor = executor;
        this.over = over;
    }

    @Override
    public CompletionStage<HttpResponse> response() {
        return response;
    }

    void start(HttpClient client, Time time) {
        HttpRequest ready;
        try {
            ready = JdkRequest.of(request, sent);
        } catch (IllegalArgumentException | BackendException e) {
            end(e);
            return;
        }
        timers.add(time.schedule(request.timeout(), () -> executor.execute(this::timedOut)));
        Duration patience = request.continueTimeout();
        if (ready.expectContinue() && !patience.isZero() && patience.compareTo(request.timeout()) < 0) {
            timers.add(time.schedule(patience, () -> executor.execute(this::notContinued)));
        }
        CompletableFuture<java.net.http.HttpResponse<Flow.Publisher<List<ByteBuffer>>>> started =
                client.sendAsync(ready, BodyHandlers.ofPublisher());
        exchange = started;
        if (response.isDone()) {
            started.cancel(true); // the timer was faster
        }
        started.whenComplete((answer, failure) -> {
            if (answer == null) {
                end(JdkFailures.of(request.url(), sent.failure(), failure));
            } else {
                answered(answer);
            }
        });
    }

    private void answered(java.net.http.HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer) {
        Headers headers = headers(answer);
        long length = length(answer, headers);
        ReceivedBody body = new ReceivedBody(answer.body(), length, request.url(), () -> over.accept(this));
        received = body;
        boolean usable = answer.statusCode() >= 200 && answer.statusCode() <= 599;
        if (!usable) {
            end(JdkFailures.malformed(request.url(), "its status is " + answer.statusCode(), null));
        } else if (response.complete(
                new HttpResponse(answer.statusCode(), "", headers, length == 0 ? Body.empty() : body))) {
            stopTimers();
            if (length == 0) {
                body.discard();
            }
            return;
        }
        body.giveUp(null);
    }

    private static Headers headers(java.net.http.HttpResponse<?> answer) {
        Headers headers = new Headers();
        answer.headers().map().forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
        return headers;
    }

    /** RFC 9112 §6.3, as far as the JDK leaves it open. */
    private long length(java.net.http.HttpResponse<?> answer, Headers headers) {
        int status = answer.statusCode();
        if (request.method().equals("HEAD") || status == 204 || status == 304) {
            return 0;
        }
        return headers.contains("Transfer-Encoding")
                ? -1
                : answer.headers().firstValueAsLong("Content-Length").orElse(-1);
    }

    private void timedOut() {
        end(new BackendException(
                Kind.TIMEOUT,
                "No response of " + request.url().authority() + " within "
                        + request.timeout().toMillis() + " ms.",
                null));
    }

    private void notContinued() {
        if (!sent.isDemanded()) {
            end(new BackendException(
                    Kind.TIMEOUT,
                    "No 100 Continue of " + request.url().authority() + " within "
                            + request.continueTimeout().toMillis()
                            + " ms, and the JDK's HTTP client cannot go on without; " + ClientLimits.REMEDY + ".",
                    null));
        }
    }

    /** Ends the call unless it is answered; a response that was handed over breaks off at its body. */
    void end(RuntimeException cause) {
        if (response.completeExceptionally(cause)) {
            stopTimers();
            release();
            over.accept(this);
        } else {
            ReceivedBody body = received;
            if (body != null) {
                body.giveUp(cause);
            }
        }
    }

    private void release() {
        CompletableFuture<?> started = exchange;
        if (started != null) {
            started.cancel(true);
        }
        sent.giveUp();
    }

    private void stopTimers() {
        timers.forEach(Cancellable::cancel);
    }

    @Override
    public void cancel() {
        end(new BackendException(
                Kind.CONNECTION, "The request to " + request.url().authority() + " was given up.", null));
    }
}
