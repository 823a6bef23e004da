package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import org.jspecify.annotations.Nullable;

/** {@code JValue} and {@code JRaw}. */
final class JValueType {
    private JValueType() {}

    static void define(TypeBuilder type) {
        type.base("JToken", "IFormattable", "IComparable");
        constructors(type);
        type.method(
                        "static JValue CreateComment(string value)",
                        (@Nullable Object value) -> new JValue(TokenType.COMMENT, value))
                .method(
                        "static JValue CreateString(string value)",
                        (@Nullable Object value) -> new JValue(TokenType.STRING, value))
                .method("static JValue CreateNull()", () -> JValue.nothing())
                .method("static JValue CreateUndefined()", () -> new JValue(TokenType.UNDEFINED, null))
                .property("object Value", (JValue value) -> value.value(), (JValue value, @Nullable Object other) -> {
                    value.value(other);
                    return null;
                })
                .method("bool Equals(JValue other)", (JValue value, @Nullable Object other) -> value.equals(other))
                .method("bool Equals(object obj)", (JValue value, @Nullable Object other) -> value.equals(other))
                .method("int CompareTo(JValue obj)", (JValue value, @Nullable Object other) -> value.compareTo(other))
                .method("int GetHashCode()", (JValue value) -> value.hashCode())
                .method("string ToString()", (JValue value) -> value.toString())
                .method(
                        "string ToString(string format)",
                        (JValue value, @Nullable String format) -> value.format(format))
                .method(
                        "string ToString(IFormatProvider formatProvider)",
                        (JValue value, @Nullable Object provider) -> value.toString())
                .method(
                        "string ToString(string format, IFormatProvider formatProvider)",
                        (JValue value, @Nullable String format, @Nullable Object provider) -> value.format(format));
    }

    private static void constructors(TypeBuilder type) {
        type.method("(JValue other)", (@Nullable Object other) -> {
            if (other == null) {
                throw DotNetException.argumentNull("other");
            }
            return new JValue(((JValue) other).type(), ((JValue) other).value());
        });
        for (String parameter :
                new String[] {"long", "decimal", "ulong", "double", "float", "bool", "Guid", "TimeSpan"}) {
            type.method("(" + parameter + " value)", (Object value) -> JTokenConversions.token(value));
        }
        type.method("(char value)", (Object value) -> new JValue(TokenType.STRING, value.toString()))
                .method("(DateTime value)", (Object value) -> JValue.of(value))
                .method("(DateTimeOffset value)", (Object value) -> JValue.of(value))
                .method("(string value)", (@Nullable Object value) -> new JValue(TokenType.STRING, value))
                .method("(Uri value)", (@Nullable Object value) -> JValue.of(value))
                .method("(object value)", (@Nullable Object value) -> JValue.of(value));
    }

    static void defineRaw(TypeBuilder type) {
        type.base("JValue")
                .method("(object rawJson)", (@Nullable Object json) -> new JRaw(json))
                .method("(JRaw other)", (@Nullable Object other) -> {
                    if (other == null) {
                        throw DotNetException.argumentNull("other");
                    }
                    return new JRaw(((JRaw) other).value());
                })
                .refused("Create", "Azure's expressions have no readers");
    }
}
