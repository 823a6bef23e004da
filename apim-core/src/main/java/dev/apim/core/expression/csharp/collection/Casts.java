package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.DotNetException;
import org.jspecify.annotations.Nullable;

/** What {@code Cast<T>} and {@code OfType<T>} ask of elements. */
final class Casts {
    private Casts() {}

    static boolean is(Object value, CsType type) {
        return switch (type.kind()) {
            case ARRAY -> ArrayValues.arrayClass(type.element()).isInstance(value);
            case NULLABLE -> is(value, type.element());
            default -> type.definition().isInstance(value);
        };
    }

    static @Nullable Object cast(TypeTable table, @Nullable Object value, CsType type) {
        if (value == null) {
            if (type.is(Kind.STRUCT) || type.is(Kind.ENUM)) {
                throw DotNetException.nullReference();
            }
            return null;
        }
        if (!is(value, type)) {
            throw DotNetException.invalidCast(table.typeOf(value).fullName(), type.fullName());
        }
        return value;
    }
}
