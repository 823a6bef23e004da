package dev.apim.liquid;

import dev.apim.template.DateFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** DotLiquid's filters of numbers, and the one of dates. Whole numbers stay whole. */
final class NumberFilters {
    private static final int MOST_REPEATED = 1024 * 1024;

    private NumberFilters() {}

    static List<NetFilter> all(DateFormat dates) {
        return List.of(
                new NetFilter("Ceil", (value, c, a) -> one(value, number -> number.setScale(0, RoundingMode.CEILING))),
                new NetFilter("Floor", (value, c, a) -> one(value, number -> number.setScale(0, RoundingMode.FLOOR))),
                new NetFilter("Abs", (value, c, a) -> one(value, BigDecimal::abs)),
                two("AtLeast", BigDecimal::max),
                two("AtMost", BigDecimal::min),
                two("Minus", BigDecimal::subtract),
                two("Modulo", (left, right) -> left.remainder(nonZero(right))),
                two("DividedBy", NumberFilters::divided),
                new NetFilter("Plus", (value, c, a) -> plus(value, a)),
                new NetFilter("Times", (value, c, a) -> times(value, a)),
                new NetFilter("Round", (value, c, a) -> {
                    int digits = Math.max(0, Math.min(28, new NetFilter.Arguments(a).number(0, 0)));
                    return one(value, number -> number.setScale(digits, RoundingMode.HALF_EVEN));
                }),
                new NetFilter("Currency", (value, c, a) -> currency(value, new NetFilter.Arguments(a))),
                new NetFilter(
                        "Date",
                        (value, c, a) -> value == null
                                ? null
                                : dates.write(value, new NetFilter.Arguments(a).text(0, ""))
                                        .orElse(Values.text(value))));
    }

    private static NetFilter two(String name, BinaryOperator<BigDecimal> operation) {
        return new NetFilter(name, (value, c, a) -> computed(value, a, operation));
    }

    private static @Nullable Object computed(
            @Nullable Object value, @Nullable Object[] arguments, BinaryOperator<BigDecimal> operation) {
        BigDecimal left = Values.number(value);
        BigDecimal right = arguments.length == 0 ? null : Values.number(arguments[0]);
        return left == null || right == null ? null : shown(operation.apply(left, right));
    }

    private static @Nullable Object one(
            @Nullable Object value, java.util.function.UnaryOperator<BigDecimal> operation) {
        BigDecimal number = Values.number(value);
        return number == null ? null : shown(operation.apply(number));
    }

    private static Object shown(BigDecimal number) {
        boolean whole = number.scale() <= 0 && number.precision() - number.scale() < 19;
        return whole ? (Object) number.longValueExact() : number;
    }

    private static BigDecimal nonZero(BigDecimal number) {
        if (number.signum() == 0) {
            throw new LiquidTemplate.Exceeded("it divides by zero");
        }
        return number;
    }

    /** Whole numbers divide into a whole number. */
    private static BigDecimal divided(BigDecimal left, BigDecimal right) {
        boolean whole = left.scale() <= 0 && right.scale() <= 0;
        return whole
                ? left.divideToIntegralValue(nonZero(right)).setScale(0, RoundingMode.DOWN)
                : left.divide(nonZero(right), MathContext.DECIMAL64).stripTrailingZeros();
    }

    /** Texts are put together. */
    private static @Nullable Object plus(@Nullable Object value, @Nullable Object[] arguments) {
        if (value instanceof CharSequence text) {
            return text + new NetFilter.Arguments(arguments).text(0, "");
        }
        return computed(value, arguments, BigDecimal::add);
    }

    /** A text is repeated. */
    private static @Nullable Object times(@Nullable Object value, @Nullable Object[] arguments) {
        if (value instanceof CharSequence text) {
            int times = Math.max(0, new NetFilter.Arguments(arguments).number(0, 0));
            if ((long) text.length() * times > MOST_REPEATED) {
                throw new LiquidTemplate.Exceeded("the filter Times makes too much");
            }
            return text.toString().repeat(times);
        }
        return computed(value, arguments, BigDecimal::multiply);
    }

    private static @Nullable Object currency(@Nullable Object value, NetFilter.Arguments arguments) {
        BigDecimal number = Values.number(value);
        if (number == null) {
            return value;
        }
        return NumberFormat.getCurrencyInstance(Locale.forLanguageTag(arguments.text(0, "en-US")))
                .format(number.setScale(2, RoundingMode.HALF_UP));
    }
}
