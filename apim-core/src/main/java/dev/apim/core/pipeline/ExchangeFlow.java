package dev.apim.core.pipeline;

import dev.apim.Cancellable;
import dev.apim.http.Body;
import dev.apim.http.HttpResponse;
import dev.apim.http.HttpService;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.BodyUse;
import dev.apim.policy.LastError;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.Section;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one exchange through its sections: inbound, backend, outbound, the response; on a failure on-error instead of what is left.
 * Everything happens on the exchange's lane.
 */
public final class ExchangeFlow implements HttpService.Ending, RunListener {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeFlow.class);

    private final GatewayExchange exchange;
    private final Run run;
    private Stage stage = Stage.BUILT_IN;
    private Cancellable deadline = Cancellable.none();
    private @Nullable BodyBuffer lastBuffer;

    private enum Stage {
        BUILT_IN,
        INBOUND,
        BACKEND,
        OUTBOUND,
        ON_ERROR,
        COMMITTING,
        COMMITTED,
        ENDED
    }

    /** For an exchange at the door. */
    public ExchangeFlow(GatewayExchange exchange) {
        this.exchange = exchange;
        this.run = new Run(exchange, this);
    }

    /** Runs the exchange's program from the beginning. */
    public void start() {
        if (!exchange.runtime().deadline().isZero()) {
            allow(exchange.runtime().deadline());
        }
        enter(Stage.INBOUND, Section.INBOUND);
    }

    private void allow(Duration patience) {
        deadline = exchange.runtime().time().schedule(patience, () -> exchange.execute(this::deadlinePassed));
    }

    /** Fails in a built-in step, ahead of the program's sections; on-error runs. */
    public void fail(PolicyFailure failure, LastError error) {
        failed(failure, error);
    }

    /** Answers as the exchange stands, without running anything. */
    public void respond() {
        commit();
    }

    /** Lets the policies that answer preflights answer; whether there are any. Where all decline, the answer grants nothing (Azure: cors). */
    public boolean preflight() {
        List<PreflightPolicy> policies = exchange.program().preflights();
        if (policies.isEmpty()) {
            return false;
        }
        if (policies.stream().noneMatch(policy -> policy.answerPreflight(exchange))) {
            exchange.respondWith(ResponseMessage.ok());
        }
        commit();
        return true;
    }

    /** Lets the policies that answer for paths of the gateway itself answer; whether one did. */
    public boolean site() {
        for (SitePolicy policy : exchange.program().sites()) {
            if (policy.answerSite(exchange)) {
                commit();
                return true;
            }
        }
        return false;
    }

    @Override
    public void finished(Run ended) {
        Outcome outcome = ended.result();
        if (outcome instanceof Outcome.Fail fail) {
            failed(fail.failure(), lastError(fail.failure(), ended.failedAt()));
        } else if (outcome == Outcome.respond()) {
            commit();
        } else if (outcome == Outcome.cacheHit()) {
            stage = Stage.OUTBOUND;
            run.resumeAfterStore(exchange.program().section(Section.OUTBOUND));
        } else {
            next();
        }
    }

    /** A forward that fails within a retry is the end of an attempt, where that is set. */
    @Override
    public boolean catches(Outcome.Fail failure, @Nullable Origin at, CallStack stack) {
        boolean may = exchange.runtime().retriesFailures() && stage == Stage.BACKEND;
        if (!may || at == null || !at.element().equals("forward-request")) {
            return false;
        }
        if (!stack.backToRetry(new RetryInstruction.Caught(failure, at))) {
            return false;
        }
        exchange.lastError(lastError(failure.failure(), at));
        exchange.respondWith(ErrorResponse.of(failure.failure(), exchange));
        return true;
    }

    private void next() {
        switch (stage) {
            case INBOUND -> enter(Stage.BACKEND, Section.BACKEND);
            case BACKEND -> enter(Stage.OUTBOUND, Section.OUTBOUND);
            default -> commit();
        }
    }

    private void enter(Stage newStage, Section section) {
        stage = newStage;
        run.start(exchange.program().section(section));
    }

    /** Policies hand the message on to callers, so it holds no secret. */
    private LastError lastError(PolicyFailure failure, @Nullable Origin at) {
        String message = exchange.redact(failure.message());
        return at == null
                ? new LastError("gateway", failure.reason(), message, null, null, null, null)
                : new LastError(
                        at.element(), failure.reason(), message, at.scope(), at.section(), at.path(), at.policyId());
    }

    private void failed(PolicyFailure failure, LastError error) {
        if (stage == Stage.COMMITTED || stage == Stage.ENDED) {
            return;
        }
        if (LOG.isDebugEnabled()) {
            LOG.debug("request {}: {}", exchange.requestId(), exchange.redact(error.toString()));
        }
        boolean again = stage == Stage.ON_ERROR || stage == Stage.COMMITTING;
        PolicyFailure shown = again ? PolicyFailure.internal("OnErrorFailed", failure.message()) : failure;
        exchange.lastError(error);
        exchange.respondWith(ErrorResponse.of(shown, exchange));
        if (again) {
            commit();
        } else {
            enter(Stage.ON_ERROR, Section.ON_ERROR);
        }
    }

    /** A request whose time is up runs on-error, which has a time of its own; one that is past that is answered as it is. */
    private void deadlinePassed() {
        if (stage == Stage.COMMITTED || stage == Stage.ENDED) {
            return;
        }
        Stage before = stage;
        run.cancel();
        PolicyFailure failure = PolicyFailure.of(504, "DeadlineExceeded", "The request took too long.");
        if (before == Stage.COMMITTING || before == Stage.ON_ERROR) {
            stopBuffering();
            exchange.respondWith(ErrorResponse.of(failure, exchange));
            send();
        } else {
            allow(exchange.runtime().onErrorDeadline());
            failed(failure, new LastError("gateway", failure.reason(), failure.message(), null, null, null, null));
        }
    }

    private void stopBuffering() {
        if (lastBuffer != null) {
            lastBuffer.cancel();
            lastBuffer = null;
        }
    }

    private void commit() {
        stage = Stage.COMMITTING;
        BodyUse late = exchange.program().deferred();
        if (late.response() && BodyBuffer.isStreaming(exchange.response().body())) {
            BodyBuffer buffer = BodyBuffer.start(
                    exchange.response().body(),
                    exchange.response().headers(),
                    exchange.runtime().limits());
            lastBuffer = buffer;
            var unused = buffer.done().whenComplete((nothing, error) -> exchange.execute(() -> afterBuffer(error)));
            return;
        }
        send();
    }

    private void afterBuffer(@Nullable Throwable error) {
        lastBuffer = null;
        if (stage != Stage.COMMITTING) {
            return;
        }
        if (error != null) {
            exchange.respondWith(ErrorResponse.of(BodyFailure.of(Failures.unwrap(error), false), exchange));
        }
        send();
    }

    private void send() {
        deadline.cancel();
        exchange.runResponseActions();
        stage = Stage.COMMITTED;
        ResponseMessage response = exchange.response();
        Body body = response.body().isGone() ? Body.empty() : response.body().take();
        exchange.call().respond(new HttpResponse(response.status(), response.reason(), response.headers(), body));
    }

    /** The adapter's word that the call is over. */
    @Override
    public void ended(@Nullable Throwable cause) {
        if (exchange.lane().isHere()) {
            over(cause);
        } else {
            exchange.lane().enter(() -> over(cause));
        }
    }

    private void over(@Nullable Throwable cause) {
        if (stage == Stage.ENDED) {
            return;
        }
        boolean early = stage != Stage.COMMITTED;
        stage = Stage.ENDED;
        deadline.cancel();
        if (early) {
            String message = Objects.requireNonNullElse(cause == null ? null : cause.getMessage(), "closed");
            exchange.lastError(new LastError("gateway", "ClientConnectionFailure", message, null, null, null, null));
            run.cancel();
            stopBuffering();
            exchange.runResponseActions();
            exchange.discardResponse();
        }
        exchange.runEndActions();
    }
}
