package dev.apim.core.expression.csharp.time;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The enumerations of the family, and what {@code DateTimeStyles} ask for. Immutable. */
record Styles(long bits) {
    static final EnumValue.Type KIND =
            enumeration("System.DateTimeKind", false, "Unspecified", 0, "Utc", 1, "Local", 2);
    static final EnumValue.Type DAY = enumeration(
            "System.DayOfWeek",
            false,
            "Sunday",
            0,
            "Monday",
            1,
            "Tuesday",
            2,
            "Wednesday",
            3,
            "Thursday",
            4,
            "Friday",
            5,
            "Saturday",
            6);
    static final EnumValue.Type STYLES = enumeration(
            "System.Globalization.DateTimeStyles",
            true,
            "None",
            0,
            "AllowLeadingWhite",
            1,
            "AllowTrailingWhite",
            2,
            "AllowInnerWhite",
            4,
            "AllowWhiteSpaces",
            7,
            "NoCurrentDateDefault",
            8,
            "AdjustToUniversal",
            16,
            "AssumeLocal",
            32,
            "AssumeUniversal",
            64,
            "RoundtripKind",
            128);
    static final EnumValue.Type SPAN_STYLES =
            enumeration("System.Globalization.TimeSpanStyles", false, "None", 0, "AssumeNegative", 1);
    static final Styles NONE = new Styles(0);

    private static final int LEADING = 1;
    private static final int TRAILING = 2;
    private static final int INNER = 4;
    private static final int NO_DATE = 8;
    private static final int ADJUST = 16;
    private static final int LOCAL = 32;
    private static final int UNIVERSAL = 64;
    private static final int ROUNDTRIP = 128;

    /** Of an argument. */
    static Styles of(EnumValue styles, String parameter) {
        Styles of = new Styles(styles.value());
        if ((of.bits & ~255) != 0) {
            throw DotNetException.argument("An undefined DateTimeStyles value is being used.", parameter);
        }
        if (of.assumesLocal() && of.assumesUniversal()) {
            throw DotNetException.argument(
                    "The DateTimeStyles values AssumeLocal and AssumeUniversal cannot be used together.", parameter);
        }
        if (of.keepsKind() && (of.bits & (ADJUST | LOCAL | UNIVERSAL)) != 0) {
            throw DotNetException.argument(
                    "The DateTimeStyles value RoundtripKind cannot be used with the values AssumeLocal, AssumeUniversal or AdjustToUniversal.",
                    parameter);
        }
        return of;
    }

    /** Of an argument where an offset is read too. */
    static Styles ofOffset(EnumValue styles, String parameter) {
        Styles of = of(styles, parameter);
        if ((of.bits & NO_DATE) != 0) {
            throw DotNetException.argument(
                    "The DateTimeStyles value 'NoCurrentDateDefault' is not allowed when parsing DateTimeOffset.",
                    parameter);
        }
        return of;
    }

    boolean leading() {
        return (bits & LEADING) != 0;
    }

    boolean trailing() {
        return (bits & TRAILING) != 0;
    }

    boolean inner() {
        return (bits & INNER) != 0;
    }

    boolean withoutToday() {
        return (bits & NO_DATE) != 0;
    }

    boolean adjusts() {
        return (bits & ADJUST) != 0;
    }

    boolean assumesLocal() {
        return (bits & LOCAL) != 0;
    }

    boolean assumesUniversal() {
        return (bits & UNIVERSAL) != 0;
    }

    boolean keepsKind() {
        return (bits & ROUNDTRIP) != 0;
    }

    static DateTime.Kind kind(EnumValue kind) {
        return switch ((int) kind.value()) {
            case 0 -> DateTime.Kind.UNSPECIFIED;
            case 1 -> DateTime.Kind.UTC;
            case 2 -> DateTime.Kind.LOCAL;
            default -> throw DotNetException.argument("Invalid DateTimeKind value.", "kind");
        };
    }

    static EnumValue.Type enumeration(String name, boolean flags, Object... namesAndNumbers) {
        Map<String, Long> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            members.put((String) namesAndNumbers[i], ((Number) namesAndNumbers[i + 1]).longValue());
        }
        return new EnumValue.Type(name, Collections.unmodifiableMap(members), flags);
    }
}
