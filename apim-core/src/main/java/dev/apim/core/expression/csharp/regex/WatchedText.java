package dev.apim.core.expression.csharp.regex;

import dev.apim.core.expression.csharp.value.BudgetException;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;

/**
 * A text as Java's engine sees it while it matches. Reading it checks the time, so that no pattern matches for ever. Halves of surrogate
 * pairs look like characters of the private use area, so that they are characters of their own, as in .NET. Used by one thread.
 */
final class WatchedText implements CharSequence {
    private static final long BUDGET_NANOS = 100_000_000L;
    private static final int READS_BETWEEN_CHECKS = 4096;
    private static final int FIRST_STAND_IN = 0xE000;

    private final String text;
    private final Evaluation evaluation;
    private final long timeoutNanos;
    private long started;
    private int reads;

    /**
     * Of an evaluation; {@link #restart} comes before the first match.
     *
     * @param timeoutNanos what the author allows, 0 without limit
     */
    WatchedText(String text, Evaluation evaluation, long timeoutNanos) {
        this.text = text;
        this.evaluation = evaluation;
        this.timeoutNanos = timeoutNanos;
    }

    /** Begins another match, with a budget of its own. */
    void restart() {
        started = evaluation.time().nanos();
        evaluation.step();
    }

    static char standIn(char c) {
        return Character.isSurrogate(c) ? (char) (c - Character.MIN_SURROGATE + FIRST_STAND_IN) : c;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        tick();
        return standIn(text.charAt(index));
    }

    /** A step of an engine, which counts as reading a character does. */
    void tick() {
        if (++reads % READS_BETWEEN_CHECKS == 0) {
            check();
        }
    }

    private void check() {
        long taken = evaluation.time().nanos() - started;
        if (timeoutNanos > 0 && taken > timeoutNanos) {
            throw DotNetException.of(
                    "System.Text.RegularExpressions.RegexMatchTimeoutException",
                    "The Regex engine has timed out while trying to match a pattern to an input string. This can occur for many"
                            + " reasons, including very large inputs or excessive backtracking caused by nested quantifiers,"
                            + " back-references and other factors.",
                    null);
        }
        if (taken > BUDGET_NANOS) {
            throw new BudgetException(
                    "The regular expression took longer than " + BUDGET_NANOS / 1_000_000 + " milliseconds.");
        }
        evaluation.steps(READS_BETWEEN_CHECKS / 64);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
