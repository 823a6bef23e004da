package dev.apim.core.expression.el;

import dev.apim.policy.ExpressionException;

/** What an expression may cost. There are no loops, so what bounds its text bounds its steps. */
final class ElLimits {
    /** Characters of an expression. */
    static final int TEXT = 16 * 1024;

    /** Words and signs of an expression. */
    static final int TOKENS = 2_000;

    /** Brackets, conditions and signs within one another: the parser's recursion. */
    static final int NESTING = 64;

    /** Operators within one another: the recursion of a plan. */
    static final int DEPTH = 128;

    /** Characters of any text an expression makes. */
    static final int OUTPUT = 1024 * 1024;

    /** Parts that a text is split into. */
    static final int PARTS = 100_000;

    /** Characters of a text that is read as a number. */
    static final int DIGITS = 1_000;

    private ElLimits() {}

    static void checkOutput(long length) {
        if (length > OUTPUT) {
            throw new ExpressionException("The expression made a text of more than " + OUTPUT + " characters.");
        }
    }
}
