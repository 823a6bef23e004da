package dev.apim.core.expression.csharp.text;

import dev.apim.core.expression.csharp.type.Code.Call;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.CompositeFormat;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Texts;
import dev.apim.core.expression.csharp.value.Values;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code string.Concat}, {@code Join} and {@code Format}. */
final class StringJoin {
    private StringJoin() {}

    static void define(TypeBuilder type) {
        concat(type);
        join(type);
        format(type);
    }

    private static void concat(TypeBuilder type) {
        String[] four = {"0", "1", "2", "3"};
        for (int n = 1; n <= 4; n++) {
            String texts = parameters("string str", Arrays.copyOf(four, n));
            String objects = parameters("object arg", Arrays.copyOf(four, n));
            if (n > 1) {
                type.methodWith("static string Concat(" + texts + ")", (call, a) -> joined(call, "", Arrays.asList(a)));
            }
            if (n < 4) {
                type.methodWith(
                        "static string Concat(" + objects + ")", (call, a) -> joined(call, "", Arrays.asList(a)));
            }
        }
        type.methodWith(
                        "static string Concat(params string[] values)",
                        (call, a) -> joined(call, "", all(a[0], "values")))
                .methodWith(
                        "static string Concat(params object[] args)", (call, a) -> joined(call, "", all(a[0], "args")))
                .methodWith(
                        "static string Concat(IEnumerable<string> values)",
                        (call, a) -> joined(call, "", all(a[0], "values")))
                .costly()
                .methodWith(
                        "static string Concat<T>(IEnumerable<T> values)",
                        (call, a) -> joined(call, "", all(a[0], "values")))
                .costly();
    }

    private static String parameters(String before, String[] numbers) {
        return before + String.join(", " + before, numbers);
    }

    private static void join(TypeBuilder type) {
        for (String separator : new String[] {"char", "string"}) {
            String start = "(" + separator + " separator, ";
            type.methodWith(
                            "static string Join" + start + "params string[] value)",
                            (call, a) -> joined(call, Texts.orEmpty(a[0]), all(a[1], "value")))
                    .methodWith(
                            "static string Join" + start + "params object[] values)",
                            (call, a) -> joined(call, Texts.orEmpty(a[0]), all(a[1], "values")))
                    .methodWith(
                            "static string Join<T>" + start + "IEnumerable<T> values)",
                            (call, a) -> joined(call, Texts.orEmpty(a[0]), all(a[1], "values")))
                    .costly()
                    .methodWith(
                            "static string Join" + start + "string[] value, int startIndex, int count)",
                            StringJoin::part);
        }
        type.methodWith(
                        "static string Join(string separator, IEnumerable<string> values)",
                        (call, a) -> joined(call, Texts.orEmpty(a[0]), all(a[1], "values")))
                .costly();
    }

    private static Object part(Call call, @Nullable Object[] a) {
        @Nullable String[] values = Bounds.notNull((String[]) a[1], "value");
        int start = (Integer) a[2];
        int count = (Integer) a[3];
        Bounds.notNegative(start, "startIndex");
        Bounds.notNegative(count, "count");
        Bounds.notGreater(start, values.length - count, "startIndex");
        return joined(call, Texts.orEmpty(a[0]), Arrays.asList(values).subList(start, start + count));
    }

    private static Iterable<? extends @Nullable Object> all(@Nullable Object sequence, String name) {
        return Values.iterate(Bounds.notNull(sequence, name));
    }

    /** The texts of values with a separator between them, counted while they are made. */
    static String joined(Call call, String separator, Iterable<? extends @Nullable Object> values) {
        StringBuilder result = new StringBuilder();
        boolean first = true;
        for (Object value : values) {
            String text = Texts.orEmpty(value);
            call.evaluation().step();
            call.evaluation().make(text.length() + (long) (first ? 0 : separator.length()));
            if (!first) {
                result.append(separator);
            }
            first = false;
            result.append(text);
        }
        return result.toString();
    }

    private static void format(TypeBuilder type) {
        for (String provider : new String[] {"", "IFormatProvider provider, "}) {
            int skipped = provider.isEmpty() ? 1 : 2;
            String start = "static string Format(" + provider + "string format, ";
            type.methodWith(start + "object arg0)", (call, a) -> formatted(call, a, skipped))
                    .methodWith(start + "object arg0, object arg1)", (call, a) -> formatted(call, a, skipped))
                    .methodWith(
                            start + "object arg0, object arg1, object arg2)", (call, a) -> formatted(call, a, skipped))
                    .methodWith(
                            start + "params object[] args)",
                            (call, a) -> format(call, a[skipped - 1], Bounds.notNull((Object[]) a[skipped], "args")));
        }
    }

    private static String formatted(Call call, @Nullable Object[] a, int skipped) {
        return format(call, a[skipped - 1], Arrays.copyOfRange(a, skipped, a.length));
    }

    /** A composite format filled. */
    static String format(Call call, @Nullable Object format, @Nullable Object[] values) {
        if (format == null) {
            throw DotNetException.argumentNull("format");
        }
        String text = CompositeFormat.format((String) format, values);
        return Objects.requireNonNull(call.evaluation().made(text));
    }
}
