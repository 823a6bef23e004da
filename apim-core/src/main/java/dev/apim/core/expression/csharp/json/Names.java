package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.DotNetText;
import dev.apim.core.expression.csharp.net.UriValue;
import dev.apim.core.expression.csharp.time.DateTime;
import dev.apim.core.expression.csharp.time.DateTimeOffset;
import dev.apim.core.expression.csharp.time.TimeSpan;
import dev.apim.core.expression.csharp.type.Typed;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Texts;
import java.math.BigInteger;
import java.util.Map;
import java.util.UUID;

/** The .NET names of values' types, as exception messages show them. */
final class Names {
    private static final Map<Class<?>, String> SIMPLE = Map.ofEntries(
            Map.entry(String.class, "String"),
            Map.entry(Boolean.class, "Boolean"),
            Map.entry(Character.class, "Char"),
            Map.entry(Integer.class, "Int32"),
            Map.entry(Long.class, "Int64"),
            Map.entry(Short.class, "Int16"),
            Map.entry(Byte.class, "SByte"),
            Map.entry(Float.class, "Single"),
            Map.entry(Double.class, "Double"),
            Map.entry(java.math.BigDecimal.class, "Decimal"),
            Map.entry(dev.apim.core.expression.csharp.value.UInt8.class, "Byte"),
            Map.entry(dev.apim.core.expression.csharp.value.UInt16.class, "UInt16"),
            Map.entry(dev.apim.core.expression.csharp.value.UInt32.class, "UInt32"),
            Map.entry(dev.apim.core.expression.csharp.value.UInt64.class, "UInt64"),
            Map.entry(UUID.class, "Guid"),
            Map.entry(DateTime.class, "DateTime"),
            Map.entry(DateTimeOffset.class, "DateTimeOffset"),
            Map.entry(TimeSpan.class, "TimeSpan"));

    private Names() {}

    /** With its namespace. */
    static String of(Object value) {
        if (value instanceof Typed typed) {
            return typed.type().fullName();
        }
        if (value instanceof JToken token) {
            return token.typeName();
        }
        if (value instanceof EnumValue constant) {
            return constant.type().name();
        }
        if (value instanceof BigInteger) {
            return "System.Numerics.BigInteger";
        }
        String simple = SIMPLE.get(value.getClass());
        if (simple != null) {
            return "System." + simple;
        }
        String text = Texts.of(value);
        return text.startsWith("System.") ? text : DotNetText.typeName(value);
    }

    /** Without it. */
    static String simple(Object value) {
        String name = of(value);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Whether it is a {@code System.Uri}. */
    static boolean isUri(Object value) {
        return value instanceof UriValue;
    }

    /** The text that a {@code System.Uri} was made of. */
    static String originalUri(Object value) {
        return value.toString();
    }

    /** The {@code System.Uri} of a text. */
    static Object uri(String text) {
        return UriValue.of(text);
    }
}
