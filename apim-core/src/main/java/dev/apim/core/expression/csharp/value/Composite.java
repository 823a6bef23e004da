package dev.apim.core.expression.csharp.value;

import org.jspecify.annotations.Nullable;

/**
 * A value made of others, whose text and hash are made of theirs. Each keeps its weight, so that one of two of one of two, and so on, is
 * refused before anybody writes it out: it costs little to make and its text would never end.
 */
public interface Composite {
    /** How many characters its text may have, about. */
    long weight();

    /**
     * The weight of one of these parts.
     *
     * @throws BudgetException when it is more than an expression may make
     */
    static long weight(@Nullable Object... parts) {
        long sum = 1;
        for (Object part : parts) {
            sum += Weights.of(part);
        }
        if (sum > Weights.MOST) {
            throw new BudgetException("The expression made a value of more than " + Weights.MOST + " characters.");
        }
        return sum;
    }

    /** The text of a part, as one more behind what is written already. */
    static void append(StringBuilder text, @Nullable Object part) {
        text.append(Texts.orEmpty(part));
        if (text.length() > Weights.MOST) {
            throw new BudgetException("The expression made more than " + Weights.MOST + " characters.");
        }
    }
}
