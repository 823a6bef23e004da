package dev.apim.core.expression.csharp;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.policy.Expression;
import java.util.Optional;
import java.util.Set;

/**
 * The types of C# that a variable may be set to (Azure: set-variable, <i>allowed types</i>). {@code Jwt} is one though it is not listed:
 * Azure's own examples keep tokens.
 */
public final class VariableTypes {
    /** For messages. */
    public static final String ALLOWED =
            "bool, a number, char, string, Guid, DateTime, TimeSpan, byte[], sbyte[], a JToken of any kind or Jwt";

    /** An {@code object} is what it is when it is there. */
    private static final Set<String> BASIC = Set.of(
            "bool",
            "sbyte",
            "byte",
            "ushort",
            "uint",
            "ulong",
            "short",
            "int",
            "long",
            "decimal",
            "float",
            "double",
            "Guid",
            "string",
            "char",
            "DateTime",
            "TimeSpan",
            "Jwt",
            "object");

    private VariableTypes() {}

    /** The type of an expression, where it is one that Azure refuses to keep; empty where it is allowed or not known beforehand. */
    public static Optional<String> refused(Expression<?> expression) {
        return expression instanceof CSharpExpression<?> checked
                        && !isAllowed(checked.plan().type())
                ? Optional.of(checked.plan().type().toString())
                : Optional.empty();
    }

    private static boolean isAllowed(CsType type) {
        return switch (type.kind()) {
            case ARRAY -> Set.of("byte", "sbyte").contains(type.element().toString());
            case NULLABLE -> isAllowed(type.element());
            case STRUCT, CLASS -> {
                String name = type.toString();
                yield BASIC.contains(name) || type.fullName().startsWith("Newtonsoft.Json.Linq.J");
            }
            case TUPLE, ENUM, INTERFACE, DELEGATE, ANONYMOUS -> false;
            default -> true;
        };
    }
}
