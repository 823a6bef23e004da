package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a token is: Json.NET's {@code JTokenType}. */
public enum TokenType {
    /** Nothing. */
    NONE(0, "None"),
    /** {@code {}}. */
    OBJECT(1, "Object"),
    /** {@code []}. */
    ARRAY(2, "Array"),
    /** {@code new Name()}. */
    CONSTRUCTOR(3, "Constructor"),
    /** A name and its value. */
    PROPERTY(4, "Property"),
    /** A comment. */
    COMMENT(5, "Comment"),
    /** A whole number. */
    INTEGER(6, "Integer"),
    /** A number with a fraction or an exponent. */
    FLOAT(7, "Float"),
    /** A text. */
    STRING(8, "String"),
    /** {@code true} or {@code false}. */
    BOOLEAN(9, "Boolean"),
    /** {@code null}. */
    NULL(10, "Null"),
    /** {@code undefined}. */
    UNDEFINED(11, "Undefined"),
    /** A point in time. */
    DATE(12, "Date"),
    /** JSON as text. */
    RAW(13, "Raw"),
    /** Bytes. */
    BYTES(14, "Bytes"),
    /** A GUID. */
    GUID(15, "Guid"),
    /** A URI. */
    URI(16, "Uri"),
    /** A time span. */
    TIME_SPAN(17, "TimeSpan");

    /** The enumeration as expressions see it. */
    static final EnumValue.Type ENUMERATION = new EnumValue.Type("Newtonsoft.Json.Linq.JTokenType", numbers(), false);

    private final long number;
    private final String shown;

    TokenType(long number, String shown) {
        this.number = number;
        this.shown = shown;
    }

    /** .NET's name. */
    public String shown() {
        return shown;
    }

    /** As expressions see it. */
    public EnumValue value() {
        return ENUMERATION.of(number);
    }

    private static Map<String, Long> numbers() {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (TokenType type : values()) {
            numbers.put(type.shown, type.number);
        }
        return numbers;
    }
}
