package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a token is: Json.NET's {@code JTokenType}. */
public enum TokenType {
    /** Nothing. */
    NONE("None"),
    /** {@code {}}. */
    OBJECT("Object"),
    /** {@code []}. */
    ARRAY("Array"),
    /** {@code new Name()}. */
    CONSTRUCTOR("Constructor"),
    /** A name and its value. */
    PROPERTY("Property"),
    /** A comment. */
    COMMENT("Comment"),
    /** A whole number. */
    INTEGER("Integer"),
    /** A number with a fraction or an exponent. */
    FLOAT("Float"),
    /** A text. */
    STRING("String"),
    /** {@code true} or {@code false}. */
    BOOLEAN("Boolean"),
    /** {@code null}. */
    NULL("Null"),
    /** {@code undefined}. */
    UNDEFINED("Undefined"),
    /** A point in time. */
    DATE("Date"),
    /** JSON as text. */
    RAW("Raw"),
    /** Bytes. */
    BYTES("Bytes"),
    /** A GUID. */
    GUID("Guid"),
    /** A URI. */
    URI("Uri"),
    /** A time span. */
    TIME_SPAN("TimeSpan");

    /** The enumeration as expressions see it. */
    static final EnumValue.Type ENUMERATION = new EnumValue.Type("Newtonsoft.Json.Linq.JTokenType", numbers(), false);

    private final String shown;

    TokenType(String shown) {
        this.shown = shown;
    }

    /** .NET's name. */
    public String shown() {
        return shown;
    }

    /** As expressions see it. */
    public EnumValue value() {
        return ENUMERATION.of(ordinal());
    }

    private static Map<String, Long> numbers() {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (TokenType type : values()) {
            numbers.put(type.shown, (long) type.ordinal());
        }
        return numbers;
    }
}
