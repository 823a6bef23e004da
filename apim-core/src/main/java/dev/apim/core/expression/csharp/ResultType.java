package dev.apim.core.expression.csharp;

import dev.apim.core.expression.csharp.type.CsType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether what an expression gives can ever be what the policy wants. Azure compiles an expression against the type of its attribute
 * and refuses another; here text is still read as a truth value or a number, as it is of an attribute without an expression.
 */
final class ResultType {
    private static final Set<String> NUMBERS = Set.of(
            "SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Single", "Double", "Decimal");
    /** Of these only the value tells. */
    private static final Set<String> ANYTHING = Set.of("Object", "String");

    private ResultType() {}

    /** What to say where no value of the type will do; absent where one may. */
    static @Nullable String mistake(CsType given, Class<?> wanted) {
        if (wanted == Boolean.class) {
            return fits(given, Set.of("Boolean")) ? null : message(given, "bool", "a condition");
        }
        boolean number = wanted == Integer.class || wanted == Long.class || wanted == Double.class;
        return !number || fits(given, NUMBERS)
                ? null
                : message(given, wanted == Double.class ? "double" : "int", "a number");
    }

    private static boolean fits(CsType given, Set<String> names) {
        CsType plain = given.isNullable() ? given.element() : given;
        return switch (plain.kind()) {
            case CLASS, STRUCT ->
                names.contains(plain.definition().name())
                        || ANYTHING.contains(plain.definition().name());
            case ARRAY, ENUM, TUPLE, ANONYMOUS, DELEGATE -> false;
            default -> true;
        };
    }

    private static String message(CsType given, String wanted, String what) {
        boolean json = given.definition().namespace().equals("Newtonsoft.Json.Linq");
        return "the expression gives '" + given + "', and " + what + " is wanted here; expected '" + wanted + "'"
                + (json ? ", as a cast gives it: '(" + wanted + ")…'" : "");
    }
}
