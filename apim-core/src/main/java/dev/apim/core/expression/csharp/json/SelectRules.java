package dev.apim.core.expression.csharp.json;

import org.jspecify.annotations.Nullable;

/** How a JSONPath selects: Json.NET's {@code JsonSelectSettings}. Written by object initialisers. */
final class SelectRules {
    boolean errorWhenNoMatch;

    @Nullable
    Object regexMatchTimeout;

    static SelectRules of(boolean errorWhenNoMatch) {
        SelectRules rules = new SelectRules();
        rules.errorWhenNoMatch = errorWhenNoMatch;
        return rules;
    }

    @Override
    public String toString() {
        return "Newtonsoft.Json.Linq.JsonSelectSettings";
    }
}
