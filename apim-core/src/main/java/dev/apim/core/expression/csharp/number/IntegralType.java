package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.TypeBuilder;

/** What {@code byte}, {@code int}, {@code ulong} and the other integers have beyond what all numbers have. */
final class IntegralType {
    private IntegralType() {}

    static void define(TypeBuilder type, NumericType number) {
        type.constant(
                        number.keyword() + " MaxValue",
                        number.box(number.largest().longValue()))
                .constant(
                        number.keyword() + " MinValue",
                        number.box(number.smallest().longValue()));
    }
}
