package dev.apim.core.expression.csharp.text;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.Comparer;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Values;
import org.jspecify.annotations.Nullable;

/** A {@code StringComparer}: an order of texts, and when two are the same. Immutable. */
public final class StringOrder implements Comparer {
    private final Comparison comparison;

    private StringOrder(Comparison comparison) {
        this.comparison = comparison;
    }

    static void define(TypeBuilder type) {
        type.base("object", "IComparer<string>", "IEqualityComparer<string>");
        StringOrder culture = new StringOrder(Comparison.CULTURE);
        StringOrder cultureIgnoreCase = new StringOrder(Comparison.CULTURE_IGNORE_CASE);
        StringOrder ordinal = new StringOrder(Comparison.ORDINAL);
        StringOrder ordinalIgnoreCase = new StringOrder(Comparison.ORDINAL_IGNORE_CASE);
        type.staticProperty("StringComparer InvariantCulture", () -> culture)
                .staticProperty("StringComparer InvariantCultureIgnoreCase", () -> cultureIgnoreCase)
                .staticProperty("StringComparer CurrentCulture", () -> culture)
                .staticProperty("StringComparer CurrentCultureIgnoreCase", () -> cultureIgnoreCase)
                .staticProperty("StringComparer Ordinal", () -> ordinal)
                .staticProperty("StringComparer OrdinalIgnoreCase", () -> ordinalIgnoreCase)
                .method(
                        "static StringComparer FromComparison(StringComparison comparisonType)",
                        (EnumValue how) -> new StringOrder(Comparison.of(how)))
                .method(
                        "static StringComparer Create(CultureInfo culture, bool ignoreCase)",
                        (@Nullable Object of, Boolean ignoreCase) -> new StringOrder(Comparison.culture(ignoreCase)))
                .method(
                        "static StringComparer Create(CultureInfo culture, CompareOptions options)",
                        (@Nullable Object of, EnumValue options) -> new StringOrder(Comparison.ofOptions(options)))
                .method(
                        "int Compare(object x, object y)",
                        (StringOrder self, @Nullable Object x, @Nullable Object y) -> self.compare(x, y))
                .method(
                        "int Compare(string x, string y)",
                        (StringOrder self, @Nullable String x, @Nullable String y) -> self.compare(x, y))
                .method(
                        "bool Equals(object x, object y)",
                        (StringOrder self, @Nullable Object x, @Nullable Object y) -> self.equal(x, y))
                .method(
                        "bool Equals(string x, string y)",
                        (StringOrder self, @Nullable String x, @Nullable String y) -> self.equal(x, y))
                .method("int GetHashCode(object obj)", (StringOrder self, @Nullable Object value) -> self.hash(value))
                .method("int GetHashCode(string obj)", (StringOrder self, @Nullable String value) -> self.hash(value))
                .method("bool Equals(object obj)", (StringOrder self, @Nullable Object other) -> self.equals(other))
                .method("int GetHashCode()", (StringOrder self) -> self.hashCode());
    }

    /** The order: null first, then of texts its own. */
    @Override
    public int compare(@Nullable Object left, @Nullable Object right) {
        if ((left == null || left instanceof String) && (right == null || right instanceof String)) {
            return comparison.compare((String) left, (String) right);
        }
        throw DotNetException.argument("At least one object must implement IComparable.", null);
    }

    /** Whether two values are the same to it; of others than texts, whether they are equal. */
    @Override
    public boolean equal(@Nullable Object left, @Nullable Object right) {
        return left instanceof String a && right instanceof String b
                ? comparison.equal(a, b)
                : Values.equal(left, right);
    }

    /** A hash that agrees with {@link #equal}. */
    @Override
    public int hash(@Nullable Object value) {
        Object there = Bounds.notNull(value, "obj");
        return there instanceof String text ? comparison.hash(text) : Values.hash(there);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StringOrder that && that.comparison == comparison;
    }

    @Override
    public int hashCode() {
        return comparison.hashCode();
    }

    @Override
    public String toString() {
        return switch (comparison) {
            case ORDINAL -> "System.OrdinalCaseSensitiveComparer";
            case ORDINAL_IGNORE_CASE -> "System.OrdinalIgnoreCaseComparer";
            default -> "System.CultureAwareComparer";
        };
    }
}
