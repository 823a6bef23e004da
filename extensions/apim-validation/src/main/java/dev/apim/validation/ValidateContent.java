package dev.apim.validation;

import dev.apim.Cancellable;
import dev.apim.core.pipeline.BodyFailure;
import dev.apim.core.pipeline.BodyLimits;
import dev.apim.core.pipeline.ContentCoding;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.MessageBody;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Validates the body of one message. It takes a body off its stream on the lane, as far as it may be long, and looks at it on a worker;
 * a longer one streams on.
 */
record ValidateContent(
        Side side,
        Expression<Integer> maxSize,
        Expression<String> sizeExceeded,
        @Nullable String variable,
        ContentCheck check)
        implements Policy {
    @Override
    public Outcome apply(Exchange exchange) {
        MessageBody body = side.body(exchange);
        if (body.isAbsent() || body.isGone()) {
            return Outcome.next();
        }
        Integer given = maxSize.evaluate(exchange);
        int limit = given == null ? ValidateContentPolicy.USUAL_SIZE : Math.max(0, given);
        if (body.isBuffered() || size(exchange, body) > limit) {
            return judged(exchange, body, limit, 0);
        }
        Intake intake = Intake.start(exchange, body, limit);
        return Outcome.suspend(intake.done(), (on, seen, broken) -> taken(on, body, limit, seen, broken), intake);
    }

    private Outcome taken(
            Exchange exchange, MessageBody body, int limit, @Nullable Long seen, @Nullable Throwable broken) {
        return seen == null
                ? Outcome.fail(BodyFailure.of(
                        broken == null ? new IllegalStateException("nothing was taken") : broken, side == Side.REQUEST))
                : judged(exchange, body, limit, seen);
    }

    private Outcome judged(Exchange exchange, MessageBody body, int limit, long seen) {
        if (body.isAbsent()) {
            return Outcome.next();
        }
        return Outcome.suspend(
                exchange.offload(() -> judge(exchange, body, limit, seen)),
                (on, report, failure) -> report == null ? failed(failure) : report.outcome(on, variable),
                Cancellable.none());
    }

    private static Outcome failed(@Nullable Throwable failure) {
        if (failure instanceof RejectedExecutionException) {
            return Outcome.fail(PolicyFailure.of(503, "WorkersBusy", "Service Unavailable"));
        }
        if (failure instanceof EcmaPattern.ExhaustedException) {
            return Outcome.fail(
                    PolicyFailure.internal("PolicyTimeout", "validate-content gave up: " + failure.getMessage() + "."));
        }
        throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    /** On a worker. */
    private Report judge(Exchange exchange, MessageBody body, int limit, long seen) {
        Report report = new Report(side);
        BytesBody bytes = body.buffered();
        long size = Math.max(seen, size(exchange, body));
        if (bytes == null || size > limit) {
            exceeded(exchange, size, limit, report);
            return report;
        }
        try {
            byte[] plain = ContentCoding.decode(side.headers(exchange), bytes.bytes(), BodyLimits.of(limit));
            if (plain != bytes.bytes()) {
                body.replace(Body.of(plain));
            }
            check.validate(exchange, plain, report);
        } catch (ContentCoding.RefusedException e) {
            if (e.decoded() > limit) {
                exceeded(exchange, e.decoded(), limit, report);
            } else {
                report.broken(BodyFailure.of(e, side == Side.REQUEST));
            }
        }
        return report;
    }

    private void exceeded(Exchange exchange, long size, int limit, Report report) {
        report.add(Action.of(sizeExceeded, exchange), tooLarge(side, size, limit));
    }

    /** What is told of the limit: the caller need not know that somebody set it. */
    static Finding tooLarge(Side side, long size, long limit) {
        String text = side.noun + "'s body is " + size + " bytes long and it exceeds the ";
        String rest = "limit of " + limit + " bytes.";
        return new Finding("", side.noun + "Body", "SizeLimit", text + "configured " + rest, text + rest);
    }

    /** The length that was declared counts, too: it may be that of a body that was larger when it was sent. */
    private long size(Exchange exchange, MessageBody body) {
        String length =
                side.headers(exchange).getOrDefault("Content-Length", "").strip();
        return Math.max(body.length(), length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0);
    }

    @Override
    public String toString() {
        return "validate-content " + side.inText() + " max-size=" + maxSize + " rules="
                + check.rules().size();
    }
}
