package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import org.jspecify.annotations.Nullable;

/** The static class {@code System.Nullable}. */
final class NullableType {
    private NullableType() {}

    static void define(TypeBuilder type) {
        type.method("static int Compare<T>(T? n1, T? n2)", (@Nullable Object a, @Nullable Object b) -> compare(a, b))
                .method(
                        "static bool Equals<T>(T? n1, T? n2)",
                        (@Nullable Object a, @Nullable Object b) -> a == null ? b == null : Ordering.equal(a, b))
                .refused("GetUnderlyingType", "types are not looked into");
    }

    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? -1 : 1;
        }
        return Ordering.compare(a, b);
    }
}
