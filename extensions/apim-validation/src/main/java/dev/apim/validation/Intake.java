package dev.apim.validation;

import dev.apim.Cancellable;
import dev.apim.core.policies.message.BodyHead;
import dev.apim.http.Body;
import dev.apim.http.MessageBody;
import dev.apim.policy.Exchange;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Brings a message's body into memory if it is short, and has it stream on if not. The policy may be on a worker, for the sake of its
 * expressions; a stream is taken on the adapter's lane only.
 */
final class Intake implements Cancellable {
    private final MessageBody body;
    private final int limit;
    private final CompletableFuture<Long> done = new CompletableFuture<>();
    private @Nullable BodyHead head;
    private boolean cancelled;

    private Intake(MessageBody body, int limit) {
        this.body = body;
        this.limit = limit;
    }

    static Intake start(Exchange exchange, MessageBody body, int limit) {
        Intake intake = new Intake(body, limit);
        exchange.execute(intake::take);
        return intake;
    }

    /** How many bytes were seen, once the message has the body to go on with; fails where it broke off before. */
    CompletionStage<Long> done() {
        return done;
    }

    private void take() {
        if (cancelled) {
            return;
        }
        BodyHead started = BodyHead.of(body.take(), limit);
        head = started;
        var unused = started.done().whenComplete((taken, broken) -> arrived(started.seen(), taken, broken));
    }

    private void arrived(long seen, @Nullable Body taken, @Nullable Throwable broken) {
        if (taken == null) {
            done.completeExceptionally(broken == null ? new IllegalStateException("no body") : broken);
        } else {
            body.replace(taken);
            done.complete(seen);
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        if (head != null) {
            head.cancel();
        }
    }
}
