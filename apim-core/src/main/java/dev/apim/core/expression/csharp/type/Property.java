package dev.apim.core.expression.csharp.type;

import dev.apim.policy.Cost;
import org.jspecify.annotations.Nullable;

/**
 * A property or field of the table. Immutable.
 *
 * @param isStatic whether it has no object
 * @param getter {@link Code.F1} of the object, {@link Code.F0} of a static one, or {@link Code.Full}
 * @param setter {@link Code.F2} of the object and the value; absent where it cannot be written
 * @param isConstant whether {@code constant} is its value, known when the expression is compiled
 */
public record Property(
        TypeDefinition owner,
        String name,
        boolean isStatic,
        CsType type,
        Code getter,
        @Nullable Code setter,
        boolean isConstant,
        @Nullable Object constant,
        Cost cost) {
    /** As C# declares it. */
    @Override
    public String toString() {
        return (isConstant ? "const " : isStatic ? "static " : "") + type + " " + name
                + (isConstant ? "" : setter == null ? " { get; }" : " { get; set; }");
    }
}
