package dev.apim.core.expression.csharp.regex;

import dev.apim.Time;
import dev.apim.core.expression.csharp.value.Budget;
import dev.apim.core.expression.csharp.value.Evaluation;

/** {@code Regex.Replace} for texts that no expression holds. */
public final class PatternReplacement {
    private PatternReplacement() {}

    /**
     * The text with the matches of a pattern replaced.
     *
     * @param once whether only the first is, and the replacement is taken to the letter
     * @throws dev.apim.core.expression.csharp.value.DotNetException when the pattern is none
     * @throws dev.apim.core.expression.csharp.value.BudgetException when the work is more than that of an expression may be
     */
    public static String in(String text, String pattern, String replacement, boolean once, Time time) {
        Evaluation evaluation = new Evaluation(null, time, Budget.DEFAULT);
        RegexValue regex = RegexValue.of(pattern);
        return once
                ? regex.replace(evaluation, text, match -> replacement, 1, RegexValue.FROM_THE_BEGINNING)
                : regex.replace(
                        evaluation,
                        text,
                        match -> Substitution.of(replacement, match),
                        -1,
                        RegexValue.FROM_THE_BEGINNING);
    }
}
