package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.Method;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code System.Convert}: every type into every other; texts of bytes are in {@link ConvertBytes}. */
final class ConvertType {
    private static final String PROVIDER = ", IFormatProvider provider";

    private ConvertType() {}

    static void define(TypeBuilder type) {
        for (NumericType number : NumericType.values()) {
            String to = "static " + number.keyword() + " To" + number.typeName();
            for (String source : sources()) {
                type.method(to + "(" + source + " value)", (@Nullable Object value) -> convert(value, number, source));
            }
            for (String source : new String[] {"object", "string"}) {
                type.method(
                        to + "(" + source + " value" + PROVIDER + ")",
                        (@Nullable Object value, @Nullable Object p) -> convert(value, number, source));
            }
        }
        booleans(type);
        dates(type);
        texts(type);
        typeCodes(type);
        ConvertBases.define(type);
        ConvertBytes.define(type);
        type.refused("IsDBNull", "there is no DBNull").refused("DBNull", "there is no DBNull");
    }

    /** The parameter types that every conversion has an overload for. */
    private static List<String> sources() {
        List<String> sources = new ArrayList<>(List.of("object", "bool"));
        for (NumericType number : NumericType.values()) {
            sources.add(number.keyword());
        }
        sources.add("DateTime");
        sources.add("string");
        return sources;
    }

    private static Object convert(@Nullable Object value, NumericType to, String source) {
        if (value == null && to == NumericType.CHAR && source.equals("string")) {
            throw DotNetException.argumentNull("value");
        }
        return Converter.to(value, to);
    }

    private static void booleans(TypeBuilder type) {
        for (String source : sources()) {
            type.method(
                    "static bool ToBoolean(" + source + " value)",
                    (@Nullable Object value) -> Converter.toBoolean(value));
        }
        for (String source : new String[] {"object", "string"}) {
            type.method(
                    "static bool ToBoolean(" + source + " value" + PROVIDER + ")",
                    (@Nullable Object value, @Nullable Object p) -> Converter.toBoolean(value));
        }
    }

    /** Only a date and time, or the text of one, becomes one. */
    private static void dates(TypeBuilder type) {
        TypeTable table = type.table();
        for (String source : sources()) {
            type.methodWith("static DateTime ToDateTime(" + source + " value)", (call, a) -> date(call, table, a[0]))
                    .costly();
        }
        for (String source : new String[] {"object", "string"}) {
            type.methodWith(
                            "static DateTime ToDateTime(" + source + " value" + PROVIDER + ")",
                            (call, a) -> date(call, table, a[0]))
                    .costly();
        }
    }

    private static @Nullable Object date(Code.Call call, TypeTable table, @Nullable Object value) {
        var dateTime = table.get("DateTime").definition();
        if (value == null) {
            return dateTime.defaultValue();
        }
        if (dateTime.isInstance(value)) {
            return value;
        }
        if (!(value instanceof String text)) {
            throw Converter.invalid(value, "DateTime");
        }
        for (Method parse : dateTime.methods("Parse")) {
            if (parse.parameters().size() == 1) {
                return parse(call, parse.code(), text);
            }
        }
        throw Converter.invalid(value, "DateTime");
    }

    @SuppressWarnings("unchecked") // it takes a text
    private static @Nullable Object parse(Code.Call call, Code code, String text) {
        return code instanceof Code.Full full
                ? full.apply(call, new Object[] {text})
                : ((Code.F1<String>) code).apply(text);
    }

    private static void texts(TypeBuilder type) {
        for (String source : sources()) {
            for (String provider : new String[] {"", PROVIDER}) {
                type.methodWith(
                        "static string ToString(" + source + " value" + provider + ")",
                        (call, a) -> source.equals("string")
                                ? a[0]
                                : call.evaluation().made(Texts.orEmpty(a[0])));
            }
        }
    }

    private static void typeCodes(TypeBuilder type) {
        TypeTable table = type.table();
        type.method("static TypeCode GetTypeCode(object value)", (@Nullable Object value) -> Converter.typeCode(value))
                .methodWith(
                        "static object ChangeType(object value, TypeCode typeCode)",
                        (call, a) -> changed(call, table, a[0], ((EnumValue) ObjectType.required(a[1])).toString()))
                .methodWith(
                        "static object ChangeType(object value, TypeCode typeCode" + PROVIDER + ")",
                        (call, a) -> changed(call, table, a[0], ((EnumValue) ObjectType.required(a[1])).toString()));
    }

    private static @Nullable Object changed(Code.Call call, TypeTable table, @Nullable Object value, String to) {
        if (value == null) {
            boolean reference = to.equals("Empty") || to.equals("String") || to.equals("Object");
            if (!reference) {
                throw new DotNetException(
                        "System.InvalidCastException", "Null object cannot be converted to a value type.");
            }
            return null;
        }
        return switch (to) {
            case "Object" -> value;
            case "String" -> Texts.of(value);
            case "Boolean" -> Converter.toBoolean(value);
            case "DateTime" -> date(call, table, value);
            case "Empty" -> throw new DotNetException("System.InvalidCastException", "Object cannot be cast to Empty.");
            case "DBNull" ->
                throw new DotNetException("System.InvalidCastException", "Object cannot be cast to DBNull.");
            default -> Converter.to(value, NumericType.of(to));
        };
    }
}
