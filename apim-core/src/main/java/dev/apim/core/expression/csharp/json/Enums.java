package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** Json.NET's small enumerations. */
final class Enums {
    static final EnumValue.Type FORMATTING =
            new EnumValue.Type("Newtonsoft.Json.Formatting", numbers("None", 0, "Indented", 1), false);
    static final EnumValue.Type COMMENTS =
            new EnumValue.Type("Newtonsoft.Json.Linq.CommentHandling", numbers("Ignore", 0, "Load", 1), false);
    static final EnumValue.Type LINES =
            new EnumValue.Type("Newtonsoft.Json.Linq.LineInfoHandling", numbers("Ignore", 0, "Load", 1), false);
    static final EnumValue.Type DUPLICATES = new EnumValue.Type(
            "Newtonsoft.Json.Linq.DuplicatePropertyNameHandling",
            numbers("Replace", 0, "Ignore", 1, "Error", 2),
            false);

    private Enums() {}

    static Map<String, Long> numbers(Object... namesAndNumbers) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            numbers.put((String) namesAndNumbers[i], ((Integer) namesAndNumbers[i + 1]).longValue());
        }
        return numbers;
    }

    static boolean isIndented(EnumValue formatting) {
        return formatting.value() == 1;
    }
}
