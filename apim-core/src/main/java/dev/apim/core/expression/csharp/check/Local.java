package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.plan.Variable;
import dev.apim.core.expression.csharp.type.CsType;
import org.jspecify.annotations.Nullable;

/**
 * A local variable, parameter or constant in scope.
 *
 * @param function whose frame it lies in
 * @param constant its value, of a {@code const}
 * @param readOnly whether it cannot be assigned, and what it is then called
 */
record Local(
        String name,
        CsType type,
        Variable variable,
        FunctionScope function,
        @Nullable Bound constant,
        @Nullable String readOnly) {}
