package dev.apim.core.expression.csharp.value;

import dev.apim.Time;
import dev.apim.policy.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of an expression: for whom, and what it has used. Touched by one thread at a time.
 *
 * <p>A sequence that is kept in a variable is enumerated by a later evaluation yet counts here: its steps go on being counted, its
 * wall time no more.
 */
public final class Evaluation {
    private static final int STEPS_BETWEEN_CLOCK_READS = 256;
    private static final int MUCH = 4096;
    private static final int CHARACTERS_A_STEP = 1024;

    /** Fewer than these take no time worth reading a clock for; the wall time is counted from then on. */
    private static final int STEPS_BEFORE_CLOCK = 32;

    private final @Nullable Exchange exchange;
    private final Time time;
    private final Budget budget;
    private long steps;
    private long characters;
    private int depth;
    private long deadline;
    private boolean started;

    /** For an exchange; for none where constants are computed. */
    public Evaluation(@Nullable Exchange exchange, Time time, Budget budget) {
        this.exchange = exchange;
        this.time = time;
        this.budget = budget;
    }

    /** For whom. */
    public Exchange exchange() {
        if (exchange == null) {
            throw new IllegalStateException("constants know no exchange");
        }
        return exchange;
    }

    /** The clock. */
    public Time time() {
        return time;
    }

    /** Counts an iteration or a call. */
    public void step() {
        if (++steps > budget.steps()) {
            throw tooManySteps();
        }
        if (steps % STEPS_BETWEEN_CLOCK_READS == STEPS_BEFORE_CLOCK) {
            readClock();
        }
    }

    /** Counts many steps at once, such as the elements that a library method walks over. */
    public void steps(long count) {
        long reading = Math.floorDiv(steps - STEPS_BEFORE_CLOCK, STEPS_BETWEEN_CLOCK_READS);
        steps += count;
        if (steps > budget.steps()) {
            throw tooManySteps();
        }
        if (Math.floorDiv(steps - STEPS_BEFORE_CLOCK, STEPS_BETWEEN_CLOCK_READS) != reading) {
            readClock();
        }
    }

    private BudgetException tooManySteps() {
        return new BudgetException("The expression took more than " + budget.steps() + " steps.");
    }

    /** Counts characters, bytes or elements about to be made; to be called before making them. */
    public void make(long count) {
        characters += count;
        if (characters > budget.characters() || count < 0) {
            throw new BudgetException("The expression made more than " + budget.characters() + " characters.");
        }
        if (count > MUCH) {
            readClock();
        }
    }

    /** Counts the work of reading a value that a member is given: the longer a text or the bytes, the more steps. */
    public void read(@Nullable Object value) {
        int length = value instanceof String text ? text.length() : value instanceof byte[] bytes ? bytes.length : 0;
        if (length > MUCH) {
            steps(length / CHARACTERS_A_STEP);
        }
    }

    /** Counts what a member gave that does not count itself. */
    public void given(@Nullable Object value) {
        if (value instanceof String text) {
            make(text.length());
        } else if (value instanceof byte[] bytes) {
            make(bytes.length);
        } else if (value instanceof Object[] array) {
            make(array.length);
        }
    }

    /** A call within the call. */
    public void enter() {
        if (++depth > budget.depth()) {
            depth = 0;
            throw new BudgetException("The expression called itself more than " + budget.depth() + " levels deep.");
        }
        step();
    }

    /** The end of a call. */
    public void leave() {
        depth--;
    }

    /** Nanoseconds of wall time that are left, 0 or less when none are: what a regular expression may take. */
    public long remainingNanos() {
        start();
        return deadline - time.nanos();
    }

    /** The end: what is enumerated later has steps left, but is not held to this evaluation's wall time. */
    public void end() {
        deadline = Long.MAX_VALUE;
        started = true;
    }

    private void readClock() {
        if (!started) {
            start();
            return;
        }
        if (deadline != Long.MAX_VALUE && time.nanos() - deadline > 0) {
            throw new BudgetException(
                    "The expression took longer than " + budget.nanos() / 1_000_000 + " milliseconds.");
        }
    }

    private void start() {
        if (!started) {
            started = true;
            deadline = time.nanos() + budget.nanos();
        }
    }

    /** Text about to be returned, counted. */
    public @Nullable String made(@Nullable String text) {
        if (text != null) {
            make(text.length());
        }
        return text;
    }
}
