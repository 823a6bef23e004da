package dev.apim.core.expression.csharp.plan;

import dev.apim.core.expression.csharp.type.CsType;
import java.util.function.BiPredicate;

/** Patterns that declare a variable. */
public final class Patterns {
    private Patterns() {}

    /** {@code value is T name}. */
    public static Node declare(Node value, CsType type, Variable variable, BiPredicate<Object, CsType> isOf) {
        return frame -> {
            Object object = value.eval(frame);
            boolean matches = object != null && isOf.test(object, type);
            Variables.begin(frame, variable, matches ? object : null);
            return matches;
        };
    }
}
