package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.time.DateTime;
import dev.apim.core.expression.csharp.time.DateTimeOffset;
import dev.apim.core.expression.csharp.time.TimeSpan;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.DynamicValue;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.Formattable;
import dev.apim.core.expression.csharp.value.Texts;
import dev.apim.core.expression.csharp.value.Unsigned;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text, number, date or other simple value (Json.NET: {@code JValue}). Its value is one of C#'s, or a {@link BigInteger} where JSON
 * had a whole number beyond a {@code long}. Equal to another of the same type and value. Not thread-safe.
 */
public sealed class JValue extends JToken implements Formattable, DynamicValue permits JRaw {
    private TokenType type;
    private @Nullable Object value;

    /** Of a type and a value that fits it. */
    JValue(TokenType type, @Nullable Object value) {
        this.type = type;
        this.value = value;
    }

    /**
     * Of a value of C#.
     *
     * @throws DotNetException an {@code ArgumentException} for what is no simple value
     */
    public static JValue of(@Nullable Object value) {
        return new JValue(typeOf(value, null), value);
    }

    /** {@code null}. */
    public static JValue nothing() {
        return new JValue(TokenType.NULL, null);
    }

    static TokenType typeOf(@Nullable Object value, @Nullable TokenType current) {
        if (value == null) {
            return TokenType.NULL;
        }
        if (value instanceof String) {
            return current == TokenType.COMMENT || current == TokenType.RAW ? current : TokenType.STRING;
        }
        if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
            return TokenType.FLOAT;
        }
        if (value instanceof Number || value instanceof Unsigned || value instanceof EnumValue) {
            return TokenType.INTEGER;
        }
        if (value instanceof Boolean) {
            return TokenType.BOOLEAN;
        }
        return rareTypeOf(value);
    }

    private static TokenType rareTypeOf(Object value) {
        if (value instanceof DateTime || value instanceof DateTimeOffset) {
            return TokenType.DATE;
        }
        if (value instanceof TimeSpan) {
            return TokenType.TIME_SPAN;
        }
        if (value instanceof UUID) {
            return TokenType.GUID;
        }
        if (value instanceof byte[]) {
            return TokenType.BYTES;
        }
        if (Names.isUri(value)) {
            return TokenType.URI;
        }
        throw DotNetException.argument("Could not determine JSON object type for type " + Names.of(value) + ".", null);
    }

    @Override
    public TokenType type() {
        return type;
    }

    /** The value. */
    public @Nullable Object value() {
        return value;
    }

    @Override
    public @Nullable Object dynamicValue() {
        return value;
    }

    @Override
    public int dynamicCompare(@Nullable Object other) {
        return Comparison.of(type, value, other);
    }

    /** Puts another value; its type follows where the value's does. */
    void value(@Nullable Object other) {
        Class<?> before = value == null ? null : value.getClass();
        Class<?> after = other == null ? null : other.getClass();
        if (before != after) {
            type = typeOf(other, type);
        }
        value = other;
    }

    @Override
    public boolean hasValues() {
        return false;
    }

    @Override
    JToken copy(@Nullable Evaluation evaluation, int depth) {
        return new JValue(type, value);
    }

    @Override
    boolean sameAs(JToken other, int depth) {
        return equals(other);
    }

    @Override
    int deepHash(int depth) {
        return type.hashCode() ^ hashCode();
    }

    @Override
    void write(JsonText text) {
        switch (type) {
            case COMMENT -> text.comment(Texts.orEmpty(value));
            case UNDEFINED -> text.raw("undefined");
            case FLOAT -> text.number(java.util.Objects.requireNonNull(value));
            default -> {
                if (value == null) {
                    text.raw("null");
                } else {
                    writeValue(text, value);
                }
            }
        }
    }

    private void writeValue(JsonText text, Object there) {
        switch (type) {
            case RAW -> text.raw(Texts.of(there));
            case INTEGER ->
                text.raw(there instanceof EnumValue constant ? Long.toString(constant.value()) : Texts.of(there));
            case BOOLEAN -> text.raw(Boolean.TRUE.equals(there) ? "true" : "false");
            case DATE -> text.string(Dates.iso(there));
            case BYTES -> text.string(Base64.getEncoder().encodeToString((byte[]) there));
            case URI -> text.string(Names.originalUri(there));
            default -> text.string(Texts.of(there));
        }
    }

    /** Less than 0, 0 or more, as {@code CompareTo} tells; null comes first. */
    int compareTo(@Nullable Object other) {
        if (other == null) {
            return 1;
        }
        if (!(other instanceof JValue that)) {
            return Comparison.of(type, value, other);
        }
        boolean asOther = type == TokenType.STRING && type != that.type;
        return Comparison.of(asOther ? that.type : type, value, that.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof JValue that && type == that.type && Comparison.of(type, value, that.value) == 0);
    }

    @Override
    public int hashCode() {
        if (value instanceof byte[] bytes) {
            return java.util.Arrays.hashCode(bytes);
        }
        return type == TokenType.INTEGER || type == TokenType.FLOAT
                ? Double.hashCode(Scalars.toDouble(value))
                : java.util.Objects.hashCode(value);
    }

    @Override
    public String format(@Nullable String format) {
        return Texts.of(value, format);
    }

    @Override
    public String toString() {
        return Texts.orEmpty(value);
    }
}
