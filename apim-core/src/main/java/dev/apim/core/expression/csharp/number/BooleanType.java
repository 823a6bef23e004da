package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Ref;
import org.jspecify.annotations.Nullable;

/** {@code System.Boolean}. */
final class BooleanType {
    private BooleanType() {}

    static void define(TypeBuilder type) {
        NumberType.simple(type, "Boolean", "bool", "bool");
        type.defaultValue(false)
                .staticProperty("string TrueString", () -> "True")
                .staticProperty("string FalseString", () -> "False")
                .method("string ToString()", (Boolean b) -> b ? "True" : "False")
                .method(
                        "string ToString(IFormatProvider provider)",
                        (Boolean b, @Nullable Object provider) -> b ? "True" : "False")
                .method("static bool Parse(string value)", (@Nullable String value) -> parse(value))
                .method("static bool TryParse(string value, out bool result)", BooleanType::tryParse);
    }

    /** What {@code Parse} gives. */
    static boolean parse(@Nullable String value) {
        if (value == null) {
            throw DotNetException.argumentNull("value");
        }
        Boolean result = read(value);
        if (result == null) {
            throw DotNetException.format("String '" + value + "' was not recognized as a valid Boolean.");
        }
        return result;
    }

    private static boolean tryParse(@Nullable String value, Ref<Object> result) {
        Boolean read = value == null ? null : read(value);
        result.value = Boolean.TRUE.equals(read);
        return read != null;
    }

    private static @Nullable Boolean read(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && isPadding(value.charAt(start))) {
            start++;
        }
        while (end > start && isPadding(value.charAt(end - 1))) {
            end--;
        }
        String word = value.substring(start, end);
        return word.equalsIgnoreCase("true") ? Boolean.TRUE : word.equalsIgnoreCase("false") ? Boolean.FALSE : null;
    }

    private static boolean isPadding(char c) {
        return c == 0 || Chars.isWhiteSpace(c);
    }
}
