package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.plan.Boxes;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.KeyValuePair;
import dev.apim.core.expression.csharp.value.Texts;
import dev.apim.core.expression.csharp.value.TupleValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code System.Object} and {@code System.ValueType}. */
final class ObjectType {
    private ObjectType() {}

    static void define(TypeBuilder type) {
        type.method("()", () -> new PlainObject())
                .methodWith("string ToString()", (call, a) -> call.evaluation().made(Texts.of(required(a[0]))))
                .method("bool Equals(object obj)", (Object self, @Nullable Object other) -> Ordering.equal(self, other))
                .method(
                        "static bool Equals(object objA, object objB)",
                        (@Nullable Object a, @Nullable Object b) -> a == null ? b == null : Ordering.equal(a, b))
                .method("static bool ReferenceEquals(object objA, object objB)", ObjectType::same)
                .method("int GetHashCode()", (Object self) -> Ordering.hash(self))
                .refused("GetType", "types are not looked into")
                .refused("MemberwiseClone", "it is protected");
    }

    static void defineValueType(TypeBuilder type) {
        type.base("object").instance(ObjectType::isValue);
    }

    /** A boxed value is the same as itself only; what boxing does not copy never shows that it is. */
    private static boolean same(@Nullable Object a, @Nullable Object b) {
        return a == b && (a == null || !isUnboxed(a));
    }

    private static boolean isUnboxed(Object value) {
        return isValue(value) && value == Boxes.copy(value);
    }

    private static boolean isValue(Object value) {
        return NumericType.ofValue(value) != null
                || value instanceof Boolean
                || value instanceof UUID
                || value instanceof EnumValue
                || value instanceof TupleValue
                || value instanceof KeyValuePair;
    }

    static Object required(@Nullable Object self) {
        return java.util.Objects.requireNonNull(self);
    }
}
