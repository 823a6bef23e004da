package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Formattable;
import dev.apim.core.expression.csharp.value.Texts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The interfaces of .NET's simple types. */
final class Interfaces {
    private Interfaces() {}

    static void register(TypeTable.Registry types) {
        types.type(
                        "System.IFormatProvider",
                        Kind.INTERFACE,
                        Object.class,
                        type -> type.refused("GetFormat", "types are not looked into"))
                .type("System.IComparable", Kind.INTERFACE, Object.class, type -> {
                    type.instance(Interfaces::isComparable);
                    type.method(
                            "int CompareTo(object obj)",
                            (Object self, @Nullable Object other) -> other == null ? 1 : Ordering.compare(self, other));
                })
                .type("System.IComparable<T>", Kind.INTERFACE, Object.class, type -> {
                    type.instance(Interfaces::isComparable);
                    type.method(
                            "int CompareTo(T other)",
                            (Object self, @Nullable Object other) -> other == null ? 1 : Ordering.compare(self, other));
                })
                .type("System.IEquatable<T>", Kind.INTERFACE, Object.class, type -> {
                    type.instance(Interfaces::isComparable);
                    type.method(
                            "bool Equals(T other)",
                            (Object self, @Nullable Object other) -> Ordering.equal(self, other));
                })
                .type("System.IFormattable", Kind.INTERFACE, Object.class, Interfaces::formattable)
                .type("System.IConvertible", Kind.INTERFACE, Object.class, Interfaces::convertible);
    }

    private static void formattable(TypeBuilder type) {
        type.instance(value -> Texts.isNumber(value)
                        || value instanceof Formattable
                        || value instanceof UUID
                        || value instanceof EnumValue)
                .methodWith(
                        "string ToString(string format, IFormatProvider formatProvider)",
                        (call, a) -> call.evaluation().made(Texts.of(a[0], (String) a[1])));
    }

    private static void convertible(TypeBuilder type) {
        type.instance(value -> Converter.isConvertible(value))
                .method("TypeCode GetTypeCode()", (Object self) -> Converter.typeCode(self))
                .methodWith(
                        "string ToString(IFormatProvider provider)",
                        (call, a) -> call.evaluation().made(Texts.orEmpty(a[0])))
                .method(
                        "bool ToBoolean(IFormatProvider provider)",
                        (Object self, @Nullable Object provider) -> Converter.toBoolean(self));
        for (NumericType number : NumericType.values()) {
            type.method(
                    number.keyword() + " To" + number.typeName() + "(IFormatProvider provider)",
                    (Object self, @Nullable Object provider) -> Converter.to(self, number));
        }
    }

    private static boolean isComparable(Object value) {
        return NumericType.ofValue(value) != null || value instanceof Comparable || value instanceof EnumValue;
    }
}
