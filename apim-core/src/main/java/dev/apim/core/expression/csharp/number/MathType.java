package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import java.math.BigDecimal;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** {@code System.Math}: functions of real numbers; those of every numeric type are in {@link MathNumbers}. */
final class MathType {
    private static final double LN_2 = Math.log(2);

    private MathType() {}

    static void define(TypeBuilder type) {
        type.constant("double PI", Math.PI).constant("double E", Math.E).constant("double Tau", 2 * Math.PI);
        trigonometry(type);
        powers(type);
        bits(type);
        type.method("static double Floor(double d)", (Double d) -> Math.floor(d))
                .method("static double Ceiling(double a)", (Double a) -> Math.ceil(a))
                .method("static double Truncate(double d)", (Double d) -> truncate(d))
                .method("static decimal Floor(decimal d)", (BigDecimal d) -> Rounding.floor(d))
                .method("static decimal Ceiling(decimal d)", (BigDecimal d) -> Rounding.ceiling(d))
                .method("static decimal Truncate(decimal d)", (BigDecimal d) -> Decimals.truncate(d));
        MathNumbers.define(type);
        Rounding.define(type);
    }

    private static void trigonometry(TypeBuilder type) {
        unary(type, "Sin", "a", Math::sin);
        unary(type, "Cos", "d", Math::cos);
        unary(type, "Tan", "a", Math::tan);
        unary(type, "Asin", "d", Math::asin);
        unary(type, "Acos", "d", Math::acos);
        unary(type, "Atan", "d", Math::atan);
        unary(type, "Sinh", "value", Math::sinh);
        unary(type, "Cosh", "value", Math::cosh);
        unary(type, "Tanh", "value", Math::tanh);
        unary(type, "Asinh", "d", MathType::asinh);
        unary(type, "Acosh", "d", d -> Math.log(d + Math.sqrt(d * d - 1)));
        unary(type, "Atanh", "d", d -> (Math.log1p(d) - Math.log1p(-d)) / 2);
        binary(type, "Atan2", "y", "x", Math::atan2);
    }

    private static void powers(TypeBuilder type) {
        unary(type, "Sqrt", "d", Math::sqrt);
        unary(type, "Cbrt", "d", Math::cbrt);
        unary(type, "Exp", "d", Math::exp);
        unary(type, "Log", "d", Math::log);
        unary(type, "Log10", "d", Math::log10);
        unary(type, "Log2", "x", MathType::log2);
        binary(type, "Log", "a", "newBase", MathType::log);
        binary(type, "Pow", "x", "y", MathType::pow);
        unary(type, "ReciprocalEstimate", "d", d -> 1 / d);
        unary(type, "ReciprocalSqrtEstimate", "d", d -> 1 / Math.sqrt(d));
    }

    private static void bits(TypeBuilder type) {
        unary(type, "BitIncrement", "x", Math::nextUp);
        unary(type, "BitDecrement", "x", Math::nextDown);
        binary(type, "CopySign", "x", "y", Math::copySign);
        binary(type, "IEEERemainder", "x", "y", Math::IEEEremainder);
        binary(type, "MaxMagnitude", "x", "y", MathType::maxMagnitude);
        binary(type, "MinMagnitude", "x", "y", MathType::minMagnitude);
        type.method(
                        "static double FusedMultiplyAdd(double x, double y, double z)",
                        (Double x, Double y, Double z) -> Math.fma(x, y, z))
                .method("static int ILogB(double x)", (Double x) -> exponent(x))
                .method("static double ScaleB(double x, int n)", (Double x, Integer n) -> Math.scalb(x, n));
    }

    private static void unary(TypeBuilder type, String name, String parameter, DoubleUnaryOperator function) {
        type.method("static double " + name + "(double " + parameter + ")", (Double d) -> function.applyAsDouble(d));
    }

    private static void binary(
            TypeBuilder type, String name, String left, String right, DoubleBinaryOperator function) {
        type.method(
                "static double " + name + "(double " + left + ", double " + right + ")",
                (Double a, Double b) -> function.applyAsDouble(a, b));
    }

    private static double truncate(double d) {
        return d < 0 || 1 / d < 0 ? Math.ceil(d) : Math.floor(d);
    }

    private static double asinh(double d) {
        double size = Math.abs(d);
        return size < 1e-9 || Double.isInfinite(d)
                ? d
                : Math.copySign(Math.log1p(size + size * size / (1 + Math.sqrt(size * size + 1))), d);
    }

    private static double log2(double x) {
        boolean power = x > 0 && Double.isFinite(x) && (Double.doubleToRawLongBits(x) << 12) == 0;
        return power && x >= Double.MIN_NORMAL ? Math.getExponent(x) : Math.log(x) / LN_2;
    }

    private static double log(double a, double newBase) {
        if (Double.isNaN(a) || Double.isNaN(newBase)) {
            return Double.NaN;
        }
        boolean degenerate = newBase == 0 || newBase == Double.POSITIVE_INFINITY;
        return newBase == 1 || (a != 1 && degenerate) ? Double.NaN : Math.log(a) / Math.log(newBase);
    }

    /** As C's, and unlike Java's: 1 to any power is 1, and so is -1 to an infinite one. */
    private static double pow(double x, double y) {
        return x == 1 || (x == -1 && Double.isInfinite(y)) ? 1 : Math.pow(x, y);
    }

    private static double maxMagnitude(double x, double y) {
        double a = Math.abs(x);
        double b = Math.abs(y);
        return a > b || Double.isNaN(a) || (a == b && Math.copySign(1, x) > 0) ? x : y;
    }

    private static double minMagnitude(double x, double y) {
        double a = Math.abs(x);
        double b = Math.abs(y);
        return a < b || Double.isNaN(a) || (a == b && Math.copySign(1, x) < 0) ? x : y;
    }

    private static int exponent(double x) {
        if (!Double.isFinite(x)) {
            return Integer.MAX_VALUE;
        }
        if (x == 0) {
            return Integer.MIN_VALUE;
        }
        return Math.abs(x) < Double.MIN_NORMAL ? Math.getExponent(x * 0x1p60) - 60 : Math.getExponent(x);
    }
}
