package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.type.Library;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Dates, times, time zones and the invariant culture: of {@code System} and {@code System.Globalization}. */
public final class TimeLibrary implements Library {
    private static final String NO_DATE_ONLY = "use DateTime and TimeSpan";

    @Override
    public void register(TypeTable.Registry types) {
        types.enumeration(Styles.KIND)
                .enumeration(Styles.DAY)
                .enumeration(Styles.STYLES)
                .enumeration(Styles.SPAN_STYLES)
                .type("System.DateTime", Kind.STRUCT, DateTime.class, DateTimeType::define)
                .type("System.DateTimeOffset", Kind.STRUCT, DateTimeOffset.class, DateTimeOffsetType::define)
                .type("System.TimeSpan", Kind.STRUCT, TimeSpan.class, TimeSpanType::define)
                .type("System.TimeZoneInfo", Kind.CLASS, Zone.class, ZoneType::define)
                .type("System.TimeZoneInfo.AdjustmentRule", Kind.CLASS, ZoneRule.class, ZoneRuleType::defineRule)
                .type(
                        "System.TimeZoneInfo.TransitionTime",
                        Kind.STRUCT,
                        ZoneTransition.class,
                        ZoneRuleType::defineTransition)
                .type("System.TimeZone", Kind.CLASS, LocalZone.class, LocalZone::define)
                .refused("System.DateOnly", NO_DATE_ONLY)
                .refused("System.TimeOnly", NO_DATE_ONLY);
        CultureTypes.register(types);
    }

    /** What all of the family's structures have: order, equality, texts in a format. */
    static <T extends Comparable<T>> void ordered(TypeBuilder type, String name, Class<T> values) {
        ToIntFunction<@Nullable Object> wrong = other -> {
            throw DotNetException.argument("Object must be of type " + name + ".", null);
        };
        type.base("IComparable", "IFormattable", "IComparable<" + name + ">", "IEquatable<" + name + ">")
                .method(
                        "static int Compare(" + name + " t1, " + name + " t2)",
                        (T a, T b) -> Integer.signum(a.compareTo(b)))
                .method("int CompareTo(" + name + " value)", (T a, T b) -> Integer.signum(a.compareTo(b)))
                .method(
                        "int CompareTo(object value)",
                        (T a, @Nullable Object b) -> b == null
                                ? 1
                                : values.isInstance(b)
                                        ? Integer.signum(a.compareTo(values.cast(b)))
                                        : wrong.applyAsInt(b))
                .method("static bool Equals(" + name + " t1, " + name + " t2)", (T a, T b) -> a.equals(b))
                .method("bool Equals(" + name + " value)", (T a, T b) -> a.equals(b))
                .method("bool Equals(object value)", (T a, @Nullable Object b) -> a.equals(b))
                .method("int GetHashCode()", (T a) -> a.hashCode());
        operators(type, "(" + name + " t1, " + name + " t2)");
    }

    private static <T extends Comparable<T>> void operators(TypeBuilder type, String parameters) {
        type.method("bool operator ==" + parameters, (T a, T b) -> a.equals(b))
                .method("bool operator !=" + parameters, (T a, T b) -> !a.equals(b))
                .method("bool operator <" + parameters, (T a, T b) -> a.compareTo(b) < 0)
                .method("bool operator >" + parameters, (T a, T b) -> a.compareTo(b) > 0)
                .method("bool operator <=" + parameters, (T a, T b) -> a.compareTo(b) <= 0)
                .method("bool operator >=" + parameters, (T a, T b) -> a.compareTo(b) >= 0);
    }
}
