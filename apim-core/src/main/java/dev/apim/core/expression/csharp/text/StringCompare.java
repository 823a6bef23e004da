package dev.apim.core.expression.csharp.text;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How {@code string} is compared. Without a word about it {@code Equals} is ordinal, and {@code Compare} follows the culture. */
final class StringCompare {
    private StringCompare() {}

    static void define(TypeBuilder type) {
        equality(type);
        order(type);
        parts(type);
    }

    private static void equality(TypeBuilder type) {
        type.method("bool operator ==(string a, string b)", StringCompare::same)
                .method(
                        "bool operator !=(string a, string b)",
                        (@Nullable String a, @Nullable String b) -> !Objects.equals(a, b))
                .method("static bool Equals(string a, string b)", StringCompare::same)
                .method(
                        "static bool Equals(string a, string b, StringComparison comparisonType)",
                        (@Nullable String a, @Nullable String b, EnumValue how) ->
                                Comparison.of(how).equal(a, b))
                .method("bool Equals(object obj)", (String text, @Nullable Object other) -> text.equals(other))
                .method("bool Equals(string value)", (String text, @Nullable String other) -> text.equals(other))
                .method(
                        "bool Equals(string value, StringComparison comparisonType)",
                        (String text, @Nullable String other, EnumValue how) ->
                                Comparison.of(how).equal(text, other))
                .method("int GetHashCode()", (String text) -> text.hashCode())
                .method(
                        "int GetHashCode(StringComparison comparisonType)",
                        (String text, EnumValue how) -> Comparison.of(how).hash(text));
    }

    private static boolean same(@Nullable String a, @Nullable String b) {
        return Objects.equals(a, b);
    }

    private static void order(TypeBuilder type) {
        type.method(
                        "int CompareTo(string strB)",
                        (String text, @Nullable String other) -> Comparison.CULTURE.compare(text, other))
                .method("int CompareTo(object value)", (String text, @Nullable Object other) -> {
                    if (other != null && !(other instanceof String)) {
                        throw DotNetException.argument("Object must be of type String.", null);
                    }
                    return Comparison.CULTURE.compare(text, (String) other);
                })
                .method(
                        "static int Compare(string strA, string strB)",
                        (@Nullable String a, @Nullable String b) -> Comparison.CULTURE.compare(a, b))
                .method(
                        "static int Compare(string strA, string strB, bool ignoreCase)",
                        (@Nullable String a, @Nullable String b, Boolean ignoreCase) ->
                                Comparison.culture(ignoreCase).compare(a, b))
                .method(
                        "static int Compare(string strA, string strB, StringComparison comparisonType)",
                        (@Nullable String a, @Nullable String b, EnumValue how) ->
                                Comparison.of(how).compare(a, b))
                .method(
                        "static int Compare(string strA, string strB, bool ignoreCase, CultureInfo culture)",
                        (@Nullable String a, @Nullable String b, Boolean ignoreCase, @Nullable Object culture) ->
                                Comparison.culture(ignoreCase).compare(a, b))
                .method(
                        "static int Compare(string strA, string strB, CultureInfo culture, CompareOptions options)",
                        (@Nullable String a, @Nullable String b, @Nullable Object culture, EnumValue options) ->
                                Comparison.ofOptions(options).compare(a, b))
                .method(
                        "static int CompareOrdinal(string strA, string strB)",
                        (@Nullable String a, @Nullable String b) -> Comparison.ORDINAL.compare(a, b));
    }

    private static void parts(TypeBuilder type) {
        String five = "(string strA, int indexA, string strB, int indexB, int length";
        type.methodWith("static int Compare" + five + ")", (call, a) -> parts(a, Comparison.CULTURE))
                .methodWith(
                        "static int Compare" + five + ", bool ignoreCase)",
                        (call, a) -> parts(a, Comparison.culture(Boolean.TRUE.equals(a[5]))))
                .methodWith(
                        "static int Compare" + five + ", bool ignoreCase, CultureInfo culture)",
                        (call, a) -> parts(a, Comparison.culture(Boolean.TRUE.equals(a[5]))))
                .methodWith(
                        "static int Compare" + five + ", CultureInfo culture, CompareOptions options)",
                        (call, a) -> parts(a, Comparison.ofOptions(how(a[6]))))
                .methodWith(
                        "static int Compare" + five + ", StringComparison comparisonType)",
                        (call, a) -> parts(a, Comparison.of(how(a[5]))))
                .methodWith("static int CompareOrdinal" + five + ")", (call, a) -> parts(a, Comparison.ORDINAL));
    }

    private static EnumValue how(@Nullable Object value) {
        return (EnumValue) Objects.requireNonNull(value);
    }

    private static int parts(@Nullable Object[] a, Comparison comparison) {
        String left = (String) a[0];
        String right = (String) a[2];
        int length = (Integer) a[4];
        if (left == null || right == null) {
            return comparison.compare(left, right);
        }
        Bounds.notNegative(length, "length", "Length cannot be less than zero.");
        return comparison.compare(
                part(left, (Integer) a[1], length, "indexA"), part(right, (Integer) a[3], length, "indexB"));
    }

    private static String part(String text, int start, int length, String name) {
        if (start < 0 || start > text.length()) {
            throw DotNetException.outOfRange(
                    "Index was out of range. Must be non-negative and less than the size of the collection.", name);
        }
        return text.substring(start, (int) Math.min(text.length(), (long) start + length));
    }
}
