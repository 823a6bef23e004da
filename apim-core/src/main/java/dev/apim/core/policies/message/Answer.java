package dev.apim.core.policies.message;

import dev.apim.Cancellable;
import dev.apim.Time;
import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendException;
import dev.apim.backend.BackendException.Kind;
import dev.apim.backend.BackendRequest;
import dev.apim.core.lane.Lane;
import dev.apim.core.pipeline.BodyLimits;
import dev.apim.core.pipeline.ContentCoding;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.Exchange;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request a policy sent: its head, then its body into memory within the limit, all of it before the deadline.
 * Everything but the timer and the arrival of the head happens on the lane.
 */
public final class Answer implements Cancellable {
    private final Executor lane;
    private final int limit;
    private final BodyBytes bytes;
    private final CompletableFuture<ResponseMessage> done = new CompletableFuture<>();
    private Cancellable timer = Cancellable.none();
    private @Nullable BackendCall call;

    /**
     * To a request of an exchange.
     *
     * @param limit most bytes of its body
     */
    public Answer(Exchange exchange, int limit) {
        this(exchange::execute, limit);
    }

    private Answer(Executor lane, int limit) {
        this.lane = lane;
        this.limit = limit;
        this.bytes = new BodyBytes(limit);
    }

    /**
     * Sends a request whose answer is for many exchanges, on a lane of its own: the exchange that happened to ask first may be in the
     * hands of its host, or over, before the answer is there.
     *
     * @param limit most bytes of its body
     * @return the whole answer; fails with {@link BackendException}
     */
    public static CompletionStage<ResponseMessage> forMany(
            BackendClient client, BackendRequest request, Time time, int limit) {
        Lane own = new Lane();
        Answer answer = new Answer(own, limit);
        own.execute(() -> answer.start(client, request, time));
        return answer.done();
    }

    /** Sends the request, whose timeout is for the whole answer; once. */
    public void start(BackendClient client, BackendRequest request, Time time) {
        String where = request.url().authority();
        timer = time.schedule(
                request.timeout(),
                () -> lane.execute(() -> giveUp(Kind.TIMEOUT, "No whole response from " + where + " in time.")));
        BackendCall started = client.send(request);
        call = started;
        started.response().whenComplete((response, failure) -> lane.execute(() -> headArrived(response, failure)));
    }

    /** The whole answer; fails with {@link BackendException}. */
    public CompletionStage<ResponseMessage> done() {
        return done;
    }

    private void headArrived(@Nullable HttpResponse response, @Nullable Throwable failure) {
        if (response == null) {
            timer.cancel();
            Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
            done.completeExceptionally(cause == null ? new IllegalStateException("no response") : cause);
            return;
        }
        if (done.isDone()) {
            cancel();
            return;
        }
        var unused = bytes.of(response.body()).whenComplete((body, broken) -> {
            timer.cancel();
            if (body != null) {
                complete(response, body);
            } else {
                brokenOff(broken);
            }
        });
    }

    private void brokenOff(@Nullable Throwable failure) {
        if (failure instanceof BodyBytes.TooLarge) {
            giveUp(Kind.MALFORMED, "The response is larger than the " + limit + " bytes that a policy may keep.");
        } else {
            done.completeExceptionally(
                    failure instanceof BackendException
                            ? failure
                            : new BackendException(Kind.CONNECTION, "The response broke off before its end.", failure));
        }
    }

    /** As policies can read it: some servers compress whether or not they are asked. */
    private void complete(HttpResponse response, byte[] whole) {
        Headers headers = response.headers();
        HopByHop.strip(headers);
        try {
            byte[] decoded = ContentCoding.isUnderstood(headers)
                    ? ContentCoding.decode(
                            headers,
                            whole,
                            new BodyLimits(
                                    limit, BodyLimits.DEFAULT.inflationRatio(), BodyLimits.DEFAULT.inflationGrace()))
                    : whole;
            if (decoded != whole) {
                headers.remove("Content-Length");
            }
            done.complete(new ResponseMessage(response.status(), response.reason(), headers, Body.of(decoded)));
        } catch (ContentCoding.RefusedException e) {
            giveUp(Kind.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private void giveUp(Kind kind, String message) {
        if (!done.isDone()) {
            done.completeExceptionally(new BackendException(kind, message, null));
            cancel();
        }
    }

    @Override
    public void cancel() {
        timer.cancel();
        bytes.cancel();
        if (call != null) {
            call.cancel();
        }
    }
}
