package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes an enumeration as names and numbers. */
final class Enums {
    private Enums() {}

    static EnumValue.Type of(String name, boolean flags, Object... namesAndNumbers) {
        Map<String, Long> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            members.put((String) namesAndNumbers[i], ((Integer) namesAndNumbers[i + 1]).longValue());
        }
        return new EnumValue.Type(name, members, flags);
    }
}
