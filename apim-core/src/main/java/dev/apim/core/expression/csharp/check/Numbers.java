package dev.apim.core.expression.csharp.check;

import dev.apim.core.expression.csharp.plan.NumericKind;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** C#'s rules of numbers: which widens to which, and what a binary operator computes in. */
final class Numbers {
    private static final Set<String> FROM_INT = Set.of("Int64", "Single", "Double", "Decimal");

    /** Implicit conversions, C# specification §10.2.3. */
    private static final Map<String, Set<String>> WIDER = Map.ofEntries(
            Map.entry("SByte", Set.of("Int16", "Int32", "Int64", "Single", "Double", "Decimal")),
            Map.entry(
                    "Byte",
                    Set.of("Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Single", "Double", "Decimal")),
            Map.entry("Int16", Set.of("Int32", "Int64", "Single", "Double", "Decimal")),
            Map.entry("UInt16", Set.of("Int32", "UInt32", "Int64", "UInt64", "Single", "Double", "Decimal")),
            Map.entry("Char", Set.of("UInt16", "Int32", "UInt32", "Int64", "UInt64", "Single", "Double", "Decimal")),
            Map.entry("Int32", FROM_INT),
            Map.entry("UInt32", Set.of("Int64", "UInt64", "Single", "Double", "Decimal")),
            Map.entry("Int64", Set.of("Single", "Double", "Decimal")),
            Map.entry("UInt64", Set.of("Single", "Double", "Decimal")),
            Map.entry("Single", Set.of("Double")),
            Map.entry("Double", Set.of()),
            Map.entry("Decimal", Set.of()));

    private static final Map<String, NumericKind> KINDS = Map.of(
            "UInt32", NumericKind.UINT,
            "Int64", NumericKind.LONG,
            "UInt64", NumericKind.ULONG,
            "Single", NumericKind.FLOAT,
            "Double", NumericKind.DOUBLE,
            "Decimal", NumericKind.DECIMAL);

    private Numbers() {}

    /** Whether it is a number or a {@code char}. */
    static boolean isNumeric(CsType type) {
        return type.is(Kind.STRUCT) && WIDER.containsKey(type.definition().name());
    }

    static boolean isIntegral(CsType type) {
        return isNumeric(type) && !isFractional(type);
    }

    private static boolean isFractional(CsType type) {
        return switch (type.definition().name()) {
            case "Single", "Double", "Decimal" -> true;
            default -> false;
        };
    }

    /** Whether every number of one is, perhaps rounded, one of the other. */
    static boolean widens(CsType from, CsType to) {
        Set<String> wider = WIDER.get(from.definition().name());
        return isNumeric(from)
                && isNumeric(to)
                && wider != null
                && wider.contains(to.definition().name());
    }

    /** What a number is computed in on its own. */
    static NumericKind promoted(CsType type) {
        return KINDS.getOrDefault(type.definition().name(), NumericKind.INT);
    }

    /** What two are computed in; absent where C# refuses: {@code decimal} with {@code double}, {@code ulong} with a signed one. */
    static @Nullable NumericKind common(CsType left, CsType right) {
        NumericKind a = promoted(left);
        NumericKind b = promoted(right);
        if (a == NumericKind.DECIMAL || b == NumericKind.DECIMAL) {
            NumericKind other = a == NumericKind.DECIMAL ? b : a;
            return other == NumericKind.DOUBLE || other == NumericKind.FLOAT ? null : NumericKind.DECIMAL;
        }
        for (NumericKind kind : new NumericKind[] {NumericKind.DOUBLE, NumericKind.FLOAT}) {
            if (a == kind || b == kind) {
                return kind;
            }
        }
        if (a == NumericKind.ULONG || b == NumericKind.ULONG) {
            CsType other = a == NumericKind.ULONG ? right : left;
            return isSigned(other) ? null : NumericKind.ULONG;
        }
        if (a == NumericKind.LONG || b == NumericKind.LONG) {
            return NumericKind.LONG;
        }
        if (a == NumericKind.UINT || b == NumericKind.UINT) {
            return isSigned(a == NumericKind.UINT ? right : left) ? NumericKind.LONG : NumericKind.UINT;
        }
        return NumericKind.INT;
    }

    private static boolean isSigned(CsType type) {
        return switch (type.definition().name()) {
            case "SByte", "Int16", "Int32", "Int64" -> true;
            default -> false;
        };
    }

    /** The .NET name of the type that is computed in. */
    static String name(NumericKind kind) {
        return switch (kind) {
            case INT -> "Int32";
            case UINT -> "UInt32";
            case LONG -> "Int64";
            case ULONG -> "UInt64";
            case FLOAT -> "Single";
            case DOUBLE -> "Double";
            case DECIMAL -> "Decimal";
        };
    }

    /** Whether a constant whole number lies in the range of a type, so that it converts by itself. */
    static boolean fits(long value, CsType to) {
        return switch (to.definition().name()) {
            case "SByte" -> value >= Byte.MIN_VALUE && value <= Byte.MAX_VALUE;
            case "Byte" -> value >= 0 && value <= 255;
            case "Int16" -> value >= Short.MIN_VALUE && value <= Short.MAX_VALUE;
            case "UInt16" -> value >= 0 && value <= 65_535;
            case "UInt32" -> value >= 0 && value <= 0xFFFF_FFFFL;
            case "UInt64" -> value >= 0;
            default -> false;
        };
    }
}
