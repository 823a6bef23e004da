package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@code Value<T>} and {@code Values<T>} make of a token: itself, its value, or {@code Convert.ChangeType} of that. */
final class Converting {
    private Converting() {}

    static @Nullable Object to(@Nullable JToken token, CsType type, Evaluation evaluation) {
        CsType plain = type.isNullable() ? type.element() : type;
        if (token == null) {
            return type.isNullable() ? null : type.definition().defaultValue();
        }
        if (type.is(Kind.DYNAMIC) || isToken(token, plain)) {
            return token;
        }
        if (!(token instanceof JValue simple)) {
            throw new DotNetException(
                    "System.InvalidCastException",
                    "Cannot cast " + token.typeName() + " to Newtonsoft.Json.Linq.JToken.");
        }
        Object value = simple.value();
        if (value == null) {
            if (plain.isValueType() && !type.isNullable()) {
                throw new DotNetException(
                        "System.InvalidCastException", "Null object cannot be converted to a value type.");
            }
            return null;
        }
        return plain.definition().isInstance(value) && !plain.is(Kind.ARRAY)
                ? value
                : changed(value, plain, evaluation);
    }

    private static boolean isToken(JToken token, CsType type) {
        String name = type.definition().name();
        return name.equals("Object")
                || (!name.equals("IFormattable") && type.definition().isInstance(token) && !type.is(Kind.ARRAY));
    }

    private static @Nullable Object changed(Object value, CsType type, Evaluation evaluation) {
        if (type.is(Kind.ARRAY) && value instanceof byte[]) {
            return value;
        }
        if (value instanceof UUID
                || value instanceof byte[]
                || Names.simple(value).equals("TimeSpan")
                || Names.simple(value).equals("DateTimeOffset")) {
            throw new DotNetException("System.InvalidCastException", "Object must implement IConvertible.");
        }
        String name = type.definition().shownName();
        boolean convertible = name.equals("string")
                || (Casts.targets().contains(name)
                        && !name.equals("Guid")
                        && !name.equals("TimeSpan")
                        && !name.equals("DateTimeOffset"));
        if (!convertible) {
            throw new DotNetException(
                    "System.InvalidCastException",
                    "Invalid cast from '" + Names.of(value) + "' to '" + type.fullName() + "'.");
        }
        return Casts.simple(value, name, evaluation.time());
    }
}
