package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.value.Delegate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** LINQ's sums, averages, least and greatest of numbers, of each type, with and without null, with and without a selector. */
final class LinqNumbers {
    private static final String SELECTED = "<TSource>(this IEnumerable<TSource> source, Func<TSource, ";

    private LinqNumbers() {}

    static void define(Operators type) {
        for (Totals totals : List.of(Totals.INT, Totals.LONG, Totals.FLOAT, Totals.DOUBLE, Totals.DECIMAL)) {
            for (String suffix : List.of("", "?")) {
                sums(type, totals, suffix);
                averages(type, totals, suffix);
                extremes(type, "Min", -1, totals.type() + suffix);
                extremes(type, "Max", 1, totals.type() + suffix);
            }
        }
    }

    private static void sums(Operators type, Totals totals, String suffix) {
        String number = totals.type() + suffix;
        type.eager(number + " Sum(this IEnumerable<" + number + "> source)", a -> totals.sum(a.cursor(0), null));
        type.eager(number + " Sum" + SELECTED + number + "> selector)", a -> totals.sum(a.cursor(0), a.function(1)));
    }

    private static void averages(Operators type, Totals totals, String suffix) {
        String number = totals.type() + suffix;
        String mean = totals.average() + suffix;
        boolean nullable = !suffix.isEmpty();
        type.eager(
                mean + " Average(this IEnumerable<" + number + "> source)",
                a -> required(totals.average(a.cursor(0), null), nullable));
        type.eager(
                mean + " Average" + SELECTED + number + "> selector)",
                a -> required(totals.average(a.cursor(0), a.function(1)), nullable));
    }

    private static @Nullable Object required(@Nullable Object value, boolean nullable) {
        if (value == null && !nullable) {
            throw LinqElements.noElements();
        }
        return value;
    }

    private static void extremes(Operators type, String name, int sign, String number) {
        boolean nullable = number.endsWith("?");
        type.eager(
                number + " " + name + "(this IEnumerable<" + number + "> source)",
                a -> required(extreme(a, null, sign), nullable));
        type.eager(
                number + " " + name + SELECTED + number + "> selector)",
                a -> required(extreme(a, a.function(1), sign), nullable));
    }

    private static @Nullable Object extreme(Operators.Arguments a, @Nullable Delegate selector, int sign) {
        return LinqResults.extreme(
                a, selector, DefaultComparer.INSTANCE, sign, a.table().get("object"));
    }
}
