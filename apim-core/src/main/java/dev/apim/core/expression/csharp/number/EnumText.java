package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of enumerations read from text: names, several with commas, or a number. */
final class EnumText {
    private EnumText() {}

    static EnumValue parse(EnumValue.Type enumeration, @Nullable String text, boolean ignoreCase) {
        if (text == null) {
            throw DotNetException.argumentNull("value");
        }
        if (text.isBlank()) {
            throw DotNetException.argument("Must specify valid information for parsing in the string.", "value");
        }
        if (isNumeric(text.strip()) && isInteger(text) && number(enumeration, text) == null) {
            throw NumericType.INT32.overflow();
        }
        EnumValue value = read(enumeration, text, ignoreCase);
        if (value == null) {
            throw DotNetException.argument("Requested value '" + text.strip() + "' was not found.", null);
        }
        return value;
    }

    /** The value, null of what is none. */
    static @Nullable EnumValue read(EnumValue.Type enumeration, String text, boolean ignoreCase) {
        if (text.isBlank()) {
            return null;
        }
        EnumValue number = isNumeric(text.strip()) ? number(enumeration, text) : null;
        if (number != null) {
            return number;
        }
        long bits = 0;
        for (String part : text.split(",", -1)) {
            Long member = member(enumeration, part.strip(), ignoreCase);
            if (member == null) {
                return null;
            }
            bits |= member;
        }
        return enumeration.of(bits);
    }

    private static boolean isNumeric(String text) {
        char first = text.charAt(0);
        return first == '-' || first == '+' || (first >= '0' && first <= '9');
    }

    private static boolean isInteger(String text) {
        return NumberScan.of(text, NumberParser.INTEGER, false) != null;
    }

    private static @Nullable EnumValue number(EnumValue.Type enumeration, String text) {
        Object number = NumberParser.tryParse(text, NumberParser.INTEGER, NumericType.INT32);
        return number == null ? null : enumeration.of((Integer) number);
    }

    private static @Nullable Long member(EnumValue.Type enumeration, String name, boolean ignoreCase) {
        Long exact = enumeration.members().get(name);
        if (exact != null || !ignoreCase) {
            return exact;
        }
        for (Map.Entry<String, Long> member : enumeration.members().entrySet()) {
            if (member.getKey().equalsIgnoreCase(name)) {
                return member.getValue();
            }
        }
        return null;
    }
}
