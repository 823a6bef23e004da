package dev.apim.core.pipeline;

import dev.apim.Cancellable;
import dev.apim.http.Headers;
import dev.apim.policy.Outcome;
import dev.apim.policy.PolicyFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Linked code on its way for one exchange: an index into each code of a small stack of calls. It runs on the exchange's lane until an
 * instruction waits; what is waited for comes back through the lane and goes on at the same index.
 *
 * <p>A wait carries an epoch, so that what comes back late, after a cancellation, is ignored.
 */
final class Run {
    /** An instruction waits. */
    static final int SUSPENDED = -1;
    /** The run is over. */
    static final int ENDED = -2;
    /** Other code was called; the caller's index is set. */
    static final int CALLED = -3;

    private static final PolicyFailure OVERLOADED = PolicyFailure.of(503, "WorkersBusy", "Service Unavailable");

    private final GatewayExchange exchange;
    private final RunListener listener;
    private final CallStack stack = new CallStack();
    private LinkedSection section = LinkedSection.EMPTY;
    private int epoch;
    private Cancellable pending = Cancellable.none();
    private boolean active;
    private Outcome result = Outcome.next();
    private @Nullable Origin failedAt;
    private @Nullable TracedStep waiting;

    Run(GatewayExchange exchange, RunListener listener) {
        this.exchange = exchange;
        this.listener = listener;
    }

    GatewayExchange exchange() {
        return exchange;
    }

    /** How it ended: next, respond, cacheHit or fail. */
    Outcome result() {
        return result;
    }

    /** The instruction that failed, after a failure. */
    @Nullable
    Origin failedAt() {
        return failedAt;
    }

    /** Runs a section from its beginning. */
    void start(LinkedSection linked) {
        begin(linked);
        if (linked.size() > 0) {
            stack.push(linked.code(0), 0);
        }
        proceed();
    }

    /** Runs a section from behind the statement that holds its first cache-store. */
    void resumeAfterStore(LinkedSection linked) {
        begin(linked);
        for (LinkedSection.Place place : linked.afterStore()) {
            stack.push(place.code(), place.level());
            stack.top().at = place.index();
        }
        proceed();
    }

    /** Runs one code on its own, at the level of the code that started it. */
    private void startChild(Code code, LinkedSection linked, int level) {
        begin(linked);
        stack.push(code, level);
        proceed();
    }

    private void begin(LinkedSection linked) {
        section = linked;
        result = Outcome.next();
        failedAt = null;
        active = true;
    }

    /** Calls off what is waited for, releases every guard and ends as if failed; the listener is not told. */
    void cancel() {
        if (!active) {
            return;
        }
        active = false;
        epoch++;
        Cancellable called = pending;
        pending = Cancellable.none();
        try {
            called.cancel();
        } finally {
            stack.unwind();
            if (waiting != null) {
                waiting.callOff(exchange);
                waiting = null;
            }
        }
    }

    private void proceed() {
        while (!stack.isEmpty()) {
            CallStack.Frame frame = stack.top();
            Code code = frame.code;
            int at = frame.at;
            if (at >= code.instructions.length) {
                stack.pop();
                continue;
            }
            int needs = code.needs[at];
            if (needs != 0) {
                if ((needs & Code.NEEDS_STORE) != 0 && !exchange.program().storesResponses()) {
                    frame.at = at + 1;
                    continue;
                }
                if (!ready(needs)) {
                    return;
                }
                if ((needs & Code.UNBOUNDED) != 0 && !exchange.lane().onWorker()) {
                    offload(frame, at);
                    return;
                }
            }
            if (!goOn(frame, step(frame, at))) {
                return;
            }
        }
        end();
    }

    /** Takes an instruction's answer; whether the loop may go on. */
    private boolean goOn(CallStack.Frame frame, int next) {
        if (next >= 0) {
            frame.at = next;
            return true;
        }
        if (next == ENDED) {
            if (result instanceof Outcome.Fail failure && listener.catches(failure, failedAt, stack)) {
                result = Outcome.next();
                return true;
            }
            end();
            return false;
        }
        return next == CALLED;
    }

    private void end() {
        active = false;
        epoch++;
        stack.unwind();
        listener.finished(this);
    }

    private int step(CallStack.Frame frame, int at) {
        RequestTrace trace = exchange.requestTrace();
        if (trace == null) {
            return guardedStep(frame, at);
        }
        TracedStep step = TracedStep.begin(trace, exchange, frame.code.origins[at]);
        return traced(step, guardedStep(frame, at));
    }

    /** Ends a traced step, or keeps it until what it waits for is there. */
    private int traced(TracedStep step, int next) {
        if (next == SUSPENDED) {
            step.leave(exchange);
            waiting = step;
        } else {
            step.end(exchange, next == ENDED ? result : Outcome.next());
        }
        return next;
    }

    private int guardedStep(CallStack.Frame frame, int at) {
        try {
            return frame.code.instructions[at].execute(this, at);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            return take(Failures.of(e, exchange), at);
        }
    }

    /** Takes what a policy came to. */
    int take(Outcome outcome, int at) {
        Outcome current = outcome;
        while (current instanceof Outcome.Suspend<?> wait) {
            CompletableFuture<?> done = Waiter.completed(wait.stage());
            if (done == null) {
                await(wait.stage(), wait.cancel(), new Waiter(this, ++epoch, wait, at));
                return SUSPENDED;
            }
            current = resumed(wait, done);
        }
        if (current == Outcome.Signal.NEXT) {
            return at + 1;
        }
        result = current;
        if (current instanceof Outcome.Fail) {
            failedAt = stack.top().code.origins[at];
        }
        return ENDED;
    }

    private Outcome resumed(Outcome.Suspend<?> wait, CompletableFuture<?> done) {
        try {
            return wait.resume(exchange, done.join(), null);
        } catch (CompletionException | java.util.concurrent.CancellationException e) {
            return applied(wait, null, Failures.unwrap(e));
        } catch (RuntimeException e) {
            return Failures.of(e, exchange);
        }
    }

    private Outcome applied(Outcome.Suspend<?> wait, @Nullable Object value, @Nullable Throwable error) {
        try {
            return wait.resume(exchange, value, error);
        } catch (RuntimeException e) {
            return Failures.of(e, exchange);
        }
    }

    int resume(Outcome.Suspend<?> wait, @Nullable Object value, @Nullable Throwable error, int at) {
        return take(applied(wait, value, error), at);
    }

    /** What to do with a stage's result, on the lane. */
    private interface Then {
        int go(@Nullable Object value, @Nullable Throwable error);
    }

    private void await(CompletionStage<?> stage, Cancellable cancel, Waiter waiter) {
        pending = cancel;
        stage.whenComplete(waiter);
    }

    private void await(CompletionStage<?> stage, Cancellable cancel, Then then) {
        int mine = ++epoch;
        pending = cancel;
        stage.whenComplete((value, error) -> exchange.execute(() ->
                wake(mine, () -> then.go(value, error == null ? null : Failures.unwrap(error)))));
    }

    /** Goes on after a wait, unless it is over. */
    void wake(int mine, IntSupplier then) {
        if (mine != epoch || !active) {
            return;
        }
        pending = Cancellable.none();
        CallStack.Frame frame = stack.top();
        int next = goOnTraced(then);
        if (goOn(frame, next)) {
            proceed();
        }
    }

    private int goOnTraced(IntSupplier then) {
        TracedStep step = waiting;
        waiting = null;
        if (step == null) {
            return then.getAsInt();
        }
        step.enter(exchange);
        return traced(step, then.getAsInt());
    }

    // What instructions ask for.

    int jump(int from, int target) {
        stack.leave(from, target);
        return target;
    }

    int fail(RetryInstruction.Caught again) {
        result = again.failure();
        failedAt = again.at();
        return ENDED;
    }

    int call(Code callee, int at) {
        CallStack.Frame caller = stack.top();
        caller.at = at + 1;
        stack.push(callee, caller.level);
        return CALLED;
    }

    int callBase(int at) {
        CallStack.Frame caller = stack.top();
        int level = caller.level + 1;
        if (level >= section.size()) {
            return at + 1;
        }
        caller.at = at + 1;
        stack.push(section.code(level), level);
        return CALLED;
    }

    int sleep(Duration delay, int at, int target) {
        int mine = ++epoch;
        pending = exchange.runtime()
                .time()
                .schedule(delay, () -> exchange.execute(() -> wake(mine, () -> jump(at, target))));
        return SUSPENDED;
    }

    int fork(List<Code> children, boolean any, int at) {
        Fork fork = new Fork(any, children.size());
        int mine = ++epoch;
        int level = stack.top().level;
        for (Code child : children) {
            exchange.lane().enter(() -> startChild(fork, child, level));
        }
        if (fork.isOver()) {
            return joined(fork, at);
        }
        fork.whenOver(() -> wake(mine, () -> joined(fork, at)));
        pending = fork;
        return SUSPENDED;
    }

    private void startChild(Fork fork, Code child, int level) {
        if (!fork.isOver()) {
            Run run = new Run(exchange, fork);
            fork.add(run);
            run.startChild(child, section, level);
        }
    }

    private int joined(Fork fork, int at) {
        int next = take(fork.outcome(), at);
        if (next == ENDED && fork.failedAt() != null) {
            failedAt = fork.failedAt();
        }
        return next;
    }

    @Nullable
    Object slot(int index) {
        return stack.slot(index);
    }

    void slot(int index, @Nullable Object value) {
        stack.slot(index, value);
    }

    // Bodies and workers.

    private boolean ready(int needs) {
        if ((needs & Code.READS_REQUEST) != 0 && !buffer(exchange.request().body(), true)) {
            return false;
        }
        return (needs & Code.READS_RESPONSE) == 0 || buffer(exchange.response().body(), false);
    }

    private boolean buffer(dev.apim.http.MessageBody body, boolean request) {
        Headers headers =
                request ? exchange.request().headers() : exchange.response().headers();
        if (!BodyBuffer.isStreaming(body)) {
            Throwable refused = BodyBuffer.inMemory(body, headers, exchange);
            if (refused != null) {
                take(Outcome.fail(BodyFailure.of(refused, request)), stack.top().at);
                end();
            }
            return refused == null;
        }
        BodyBuffer buffer = BodyBuffer.start(body, headers, exchange.runtime().limits());
        await(buffer.done(), buffer, (value, error) -> {
            int at = stack.top().at;
            return error == null ? at : take(Outcome.fail(BodyFailure.of(error, request)), at);
        });
        return false;
    }

    private void offload(CallStack.Frame frame, int at) {
        boolean accepted = exchange.lane().offload(() -> step(frame, at), next -> {
            if (active && goOn(frame, next)) {
                proceed();
            }
        });
        if (!accepted) {
            take(Outcome.fail(OVERLOADED), at);
            end();
        }
    }
}
