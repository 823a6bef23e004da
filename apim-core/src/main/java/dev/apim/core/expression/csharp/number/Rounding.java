package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** {@code Math.Round} and {@code decimal.Round}. */
final class Rounding {
    private static final int MAX_DOUBLE_DIGITS = 15;
    private static final double ALL_WHOLE = 1e16;
    private static final EnumValue TO_EVEN = NumberLibrary.MIDPOINT_ROUNDING.of(0);

    private Rounding() {}

    static void define(TypeBuilder type) {
        type.method("static double Round(double a)", (Double a) -> Math.rint(a))
                .method(
                        "static double Round(double value, int digits)",
                        (Double value, Integer digits) -> round(value, digits, TO_EVEN))
                .method(
                        "static double Round(double value, MidpointRounding mode)",
                        (Double value, EnumValue mode) -> round(value, 0, mode))
                .method(
                        "static double Round(double value, int digits, MidpointRounding mode)",
                        (Double value, Integer digits, EnumValue mode) -> round(value, digits, mode));
        decimals(type);
    }

    /** The overloads for {@code decimal}, which {@code decimal} itself has too. */
    static void decimals(TypeBuilder type) {
        type.method("static decimal Round(decimal d)", (BigDecimal d) -> round(d, 0, TO_EVEN))
                .method(
                        "static decimal Round(decimal d, int decimals)",
                        (BigDecimal d, Integer decimals) -> round(d, decimals, TO_EVEN))
                .method(
                        "static decimal Round(decimal d, MidpointRounding mode)",
                        (BigDecimal d, EnumValue mode) -> round(d, 0, mode))
                .method(
                        "static decimal Round(decimal d, int decimals, MidpointRounding mode)",
                        (BigDecimal d, Integer decimals, EnumValue mode) -> round(d, decimals, mode));
    }

    static BigDecimal floor(BigDecimal value) {
        return Decimals.round(value, 0, RoundingMode.FLOOR);
    }

    static BigDecimal ceiling(BigDecimal value) {
        return Decimals.round(value, 0, RoundingMode.CEILING);
    }

    private static BigDecimal round(BigDecimal value, int decimals, EnumValue mode) {
        if (decimals < 0 || decimals > Decimals.MAX_SCALE) {
            throw DotNetException.outOfRange(
                    "Decimal can only round to between 0 and 28 digits of precision.", "decimals");
        }
        return Decimals.round(value, decimals, mode(mode));
    }

    private static double round(double value, int digits, EnumValue mode) {
        if (digits < 0 || digits > MAX_DOUBLE_DIGITS) {
            throw DotNetException.outOfRange("Rounding digits must be between 0 and 15, inclusive.", "digits");
        }
        RoundingMode rounding = mode(mode);
        if (!(Math.abs(value) < ALL_WHOLE)) {
            return value;
        }
        double power = Double.parseDouble("1E" + digits);
        return whole(value * power, rounding) / power;
    }

    private static double whole(double value, RoundingMode mode) {
        return switch (mode) {
            case HALF_EVEN -> Math.rint(value);
            case FLOOR -> Math.floor(value);
            case CEILING -> Math.ceil(value);
            default -> {
                double whole = Math.copySign(Math.floor(Math.abs(value)), value);
                boolean away = mode == RoundingMode.HALF_UP && Math.abs(value - whole) >= 0.5;
                yield away ? whole + Math.copySign(1, value) : whole;
            }
        };
    }

    private static RoundingMode mode(EnumValue mode) {
        return switch ((int) mode.value()) {
            case 0 -> RoundingMode.HALF_EVEN;
            case 1 -> RoundingMode.HALF_UP;
            case 2 -> RoundingMode.DOWN;
            case 3 -> RoundingMode.FLOOR;
            case 4 -> RoundingMode.CEILING;
            default ->
                throw DotNetException.argument(
                        "The value '" + mode + "' is not valid for this usage of the type MidpointRounding.", "mode");
        };
    }
}
