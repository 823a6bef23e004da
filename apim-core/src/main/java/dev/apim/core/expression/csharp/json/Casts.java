package dev.apim.core.expression.csharp.json;

import dev.apim.Time;
import dev.apim.core.expression.csharp.time.DateTime;
import dev.apim.core.expression.csharp.time.DateTimeOffset;
import dev.apim.core.expression.csharp.time.TimeSpan;
import dev.apim.core.expression.csharp.time.TimeTexts;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Texts;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Json.NET's explicit conversions of a token to C#'s simple types, with its rules and messages. */
final class Casts {
    private static final Set<TokenType> TEXTS = EnumSet.of(TokenType.STRING, TokenType.COMMENT, TokenType.RAW);
    private static final Set<TokenType> CHARS = with(TEXTS, TokenType.INTEGER, TokenType.FLOAT);
    private static final Set<TokenType> NUMBERS = with(CHARS, TokenType.BOOLEAN);
    private static final Set<TokenType> DATES = with(TEXTS, TokenType.DATE);
    private static final Set<TokenType> GUIDS = with(TEXTS, TokenType.GUID, TokenType.BYTES);
    private static final Set<TokenType> SPANS = with(TEXTS, TokenType.TIME_SPAN);
    private static final Set<TokenType> URIS = with(TEXTS, TokenType.URI);
    private static final Set<TokenType> BYTES = with(TEXTS, TokenType.BYTES, TokenType.INTEGER);
    private static final Set<TokenType> STRINGS =
            with(NUMBERS, TokenType.DATE, TokenType.BYTES, TokenType.GUID, TokenType.TIME_SPAN, TokenType.URI);
    private static final Map<String, Whole> WHOLES = Map.of(
            "sbyte", Whole.SBYTE,
            "byte", Whole.BYTE,
            "short", Whole.INT16,
            "ushort", Whole.UINT16,
            "int", Whole.INT32,
            "uint", Whole.UINT32,
            "long", Whole.INT64,
            "ulong", Whole.UINT64);

    private Casts() {}

    private static Set<TokenType> with(Set<TokenType> set, TokenType... more) {
        Set<TokenType> all = EnumSet.copyOf(set);
        all.addAll(Set.of(more));
        return all;
    }

    /** What every target of a conversion is called in C#. */
    static java.util.List<String> targets() {
        return java.util.List.of(
                "bool",
                "char",
                "sbyte",
                "byte",
                "short",
                "ushort",
                "int",
                "uint",
                "long",
                "ulong",
                "float",
                "double",
                "decimal",
                "DateTime",
                "DateTimeOffset",
                "TimeSpan",
                "Guid");
    }

    /**
     * Converts a token.
     *
     * @param target its C# name
     * @param nullable whether a missing token and JSON's null give null
     */
    static @Nullable Object convert(@Nullable JToken token, String target, boolean nullable, Time time) {
        if (token == null) {
            if (nullable) {
                return null;
            }
            throw DotNetException.argumentNull("value");
        }
        if (token instanceof JValue text && text.type() == TokenType.STRING && target.equals("string")) {
            return text.value();
        }
        JValue value = token instanceof JProperty property ? asValue(property.value()) : asValue(token);
        boolean isNull = value != null && (value.type() == TokenType.NULL || value.type() == TokenType.UNDEFINED);
        if (value == null || !(allowed(target).contains(value.type()) || (nullable && isNull))) {
            JToken shown = token instanceof JProperty property ? property.value() : token;
            throw DotNetException.argument(
                    "Can not convert " + shown.type().shown() + " to " + described(target) + ".", null);
        }
        if (value.value() == null && nullable) {
            return null;
        }
        return simple(value.value(), target, time);
    }

    private static @Nullable JValue asValue(JToken token) {
        return token instanceof JValue value ? value : null;
    }

    private static Set<TokenType> allowed(String target) {
        return switch (target) {
            case "string" -> STRINGS;
            case "char" -> CHARS;
            case "DateTime", "DateTimeOffset" -> DATES;
            case "Guid" -> GUIDS;
            case "TimeSpan" -> SPANS;
            case "Uri" -> URIS;
            case "byte[]" -> BYTES;
            default -> NUMBERS;
        };
    }

    private static String described(String target) {
        Whole whole = WHOLES.get(target);
        if (whole != null) {
            return whole.shown();
        }
        return switch (target) {
            case "string" -> "String";
            case "bool" -> "Boolean";
            case "char" -> "Char";
            case "float" -> "Single";
            case "double" -> "Double";
            case "decimal" -> "Decimal";
            case "byte[]" -> "byte array";
            default -> target;
        };
    }

    /** Converts a simple value as .NET's {@code Convert} does. */
    static @Nullable Object simple(@Nullable Object value, String target, Time time) {
        Whole whole = WHOLES.get(target);
        if (whole != null) {
            return whole.value(Scalars.whole(value, whole));
        }
        return switch (target) {
            case "string" -> text(value);
            case "bool" -> Scalars.toBoolean(value);
            case "char" -> Scalars.toChar(value);
            case "float" -> (float) Scalars.toDouble(value);
            case "double" -> Scalars.toDouble(value);
            case "decimal" -> Scalars.toDecimal(value);
            case "DateTime" -> dateTime(value, time);
            case "DateTimeOffset" -> offset(value, time);
            case "TimeSpan" -> value instanceof TimeSpan span ? span : TimeTexts.span(Texts.orEmpty(value));
            case "Guid" -> guid(value);
            default -> value;
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof byte[] bytes
                ? Base64.getEncoder().encodeToString(bytes)
                : value == null ? null : Texts.of(value);
    }

    private static DateTime dateTime(@Nullable Object value, Time time) {
        return value instanceof DateTimeOffset offset ? offset.clock() : Scalars.toDateTime(value, time);
    }

    private static DateTimeOffset offset(@Nullable Object value, Time time) {
        if (value instanceof DateTimeOffset offset) {
            return offset;
        }
        return value instanceof String text
                ? TimeTexts.offset(text, time)
                : DateTimeOffset.of(Scalars.toDateTime(value, time));
    }

    private static UUID guid(@Nullable Object value) {
        if (value instanceof UUID id) {
            return id;
        }
        if (value instanceof byte[] bytes) {
            return littleEndian(bytes);
        }
        String text = Texts.orEmpty(value).strip();
        String digits = text.replaceFirst("^[({](.*)[)}]$", "$1").replace("-", "");
        if (!digits.matches("[0-9a-fA-F]{32}")) {
            throw DotNetException.format("Unrecognized Guid format.");
        }
        return new UUID(
                Long.parseUnsignedLong(digits.substring(0, 16), 16), Long.parseUnsignedLong(digits.substring(16), 16));
    }

    private static UUID littleEndian(byte[] bytes) {
        if (bytes.length != 16) {
            throw DotNetException.argument("Byte array for Guid must be exactly 16 bytes long.", "b");
        }
        byte[] b = bytes.clone();
        swap(b, 0, 3);
        swap(b, 1, 2);
        swap(b, 4, 5);
        swap(b, 6, 7);
        ByteBuffer halves = ByteBuffer.wrap(b);
        return new UUID(halves.getLong(), halves.getLong());
    }

    private static void swap(byte[] bytes, int left, int right) {
        byte kept = bytes[left];
        bytes[left] = bytes[right];
        bytes[right] = kept;
    }

    /** The bytes of a token: Base64 of a text. */
    static byte @Nullable [] bytes(@Nullable JToken token) {
        if (token == null) {
            return null;
        }
        JToken inner = token instanceof JProperty property ? property.value() : token;
        boolean isNull = inner.type() == TokenType.NULL || inner.type() == TokenType.UNDEFINED;
        if (!(inner instanceof JValue value) || !(BYTES.contains(inner.type()) || isNull)) {
            throw noBytes(inner);
        }
        if (isNull || value.value() == null) {
            return null;
        }
        if (value.value() instanceof String text) {
            return decoded(text);
        }
        if (value.value() instanceof BigInteger big) {
            byte[] bytes = big.toByteArray();
            for (int i = 0; i < bytes.length / 2; i++) {
                swap(bytes, i, bytes.length - 1 - i);
            }
            return bytes;
        }
        if (value.value() instanceof byte[] bytes) {
            return bytes;
        }
        throw noBytes(inner);
    }

    private static DotNetException noBytes(JToken token) {
        return DotNetException.argument("Can not convert " + token.type().shown() + " to byte array.", null);
    }

    static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text.replaceAll("[ \t\r\n]", ""));
        } catch (IllegalArgumentException e) {
            throw DotNetException.format(
                    "The input is not a valid Base-64 string as it contains a non-base 64 character,"
                            + " more than two padding characters, or an illegal character among the padding characters.");
        }
    }
}
