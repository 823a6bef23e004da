package dev.apim.core.expression.csharp.plan;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.policy.ExpressionException;

/** What else than .NET's exceptions may leave a member of the table, as an author's {@code catch} sees it. */
public final class Faults {
    private static final String UNKNOWN = "The expression could not be evaluated.";

    private Faults() {}

    /** .NET's exception; of what is none, one that tells nothing of Java's. */
    public static RuntimeException translate(RuntimeException thrown) {
        if (thrown instanceof NullPointerException) {
            return DotNetException.nullReference();
        }
        if (thrown instanceof ClassCastException) {
            return new DotNetException("System.InvalidCastException", "Specified cast is not valid.");
        }
        if (thrown instanceof ExpressionException failure) {
            return new DotNetException("System.Exception", String.valueOf(failure.getMessage()));
        }
        return thrown instanceof DotNetException ? thrown : new DotNetException("System.Exception", UNKNOWN);
    }
}
