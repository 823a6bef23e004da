package dev.apim.core.expression;

import dev.apim.IssueSink;
import dev.apim.policy.Expression;
import dev.apim.policy.Value;

/** The languages at hand: each value is compiled by the one it is written in. */
public final class ExpressionLanguages implements ExpressionLanguage {
    private final ExpressionLanguage literals = new Literals();
    private final ExpressionLanguage csharp;
    private final ExpressionLanguage el;

    private ExpressionLanguages(ExpressionLanguage csharp, ExpressionLanguage el) {
        this.csharp = csharp;
        this.el = el;
    }

    /** Literals and these two. */
    public static ExpressionLanguages of(ExpressionLanguage csharp, ExpressionLanguage el) {
        return new ExpressionLanguages(csharp, el);
    }

    @Override
    public <T> Expression<T> compile(Value value, Class<T> type, IssueSink issues) {
        ExpressionLanguage language = switch (value.language()) {
            case LITERAL -> literals;
            case CSHARP -> csharp;
            case EL -> el;
        };
        return language.compile(value, type, issues);
    }
}
