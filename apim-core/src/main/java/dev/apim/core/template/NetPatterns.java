package dev.apim.core.template;

import dev.apim.Time;
import dev.apim.core.expression.csharp.regex.PatternReplacement;
import dev.apim.core.expression.csharp.value.BudgetException;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.template.TemplateException;
import dev.apim.template.TextPattern;

/** Patterns as .NET matches them, each within the budget of one expression. */
record NetPatterns(Time time) implements TextPattern {
    @Override
    public String replace(String text, String pattern, String replacement, boolean once) {
        try {
            return PatternReplacement.in(text, pattern, replacement, once, time);
        } catch (DotNetException | BudgetException e) {
            throw new TemplateException(String.valueOf(e.getMessage()), 0, 0);
        }
    }
}
