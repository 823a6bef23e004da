package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.TypeBuilder;

/** What {@code float} and {@code double} have beyond what all numbers have. */
final class FloatingType {
    private static final double TAU = 2 * Math.PI;

    private FloatingType() {}

    static void define(TypeBuilder type, NumericType number) {
        constants(type, number);
        String test = "static bool Is%s(" + number.keyword() + " " + (number == NumericType.SINGLE ? "f" : "d") + ")";
        type.method(test.formatted("NaN"), (Number n) -> Double.isNaN(n.doubleValue()))
                .method(test.formatted("Finite"), (Number n) -> Double.isFinite(n.doubleValue()))
                .method(test.formatted("Infinity"), (Number n) -> Double.isInfinite(n.doubleValue()))
                .method(test.formatted("PositiveInfinity"), (Number n) -> n.doubleValue() == Double.POSITIVE_INFINITY)
                .method(test.formatted("NegativeInfinity"), (Number n) -> n.doubleValue() == Double.NEGATIVE_INFINITY)
                .method(test.formatted("Negative"), (Number n) -> Math.copySign(1, n.doubleValue()) < 0)
                .method(test.formatted("Normal"), (Number n) -> isNormal(n))
                .method(
                        test.formatted("Subnormal"),
                        (Number n) -> Double.isFinite(n.doubleValue()) && n.doubleValue() != 0 && !isNormal(n));
    }

    private static void constants(TypeBuilder type, NumericType number) {
        boolean single = number == NumericType.SINGLE;
        constant(type, number, "MaxValue", single ? Float.MAX_VALUE : Double.MAX_VALUE);
        constant(type, number, "MinValue", single ? -Float.MAX_VALUE : -Double.MAX_VALUE);
        constant(type, number, "Epsilon", single ? Float.MIN_VALUE : Double.MIN_VALUE);
        constant(type, number, "NaN", Double.NaN);
        constant(type, number, "PositiveInfinity", Double.POSITIVE_INFINITY);
        constant(type, number, "NegativeInfinity", Double.NEGATIVE_INFINITY);
        constant(type, number, "NegativeZero", -0.0);
        constant(type, number, "E", Math.E);
        constant(type, number, "Pi", Math.PI);
        constant(type, number, "Tau", TAU);
    }

    private static void constant(TypeBuilder type, NumericType number, String name, double value) {
        type.constant(
                number.keyword() + " " + name, number == NumericType.SINGLE ? (Object) (float) value : (Object) value);
    }

    private static boolean isNormal(Number number) {
        double size = Math.abs(number.doubleValue());
        return Double.isFinite(size) && size >= (number instanceof Float ? Float.MIN_NORMAL : Double.MIN_NORMAL);
    }
}
