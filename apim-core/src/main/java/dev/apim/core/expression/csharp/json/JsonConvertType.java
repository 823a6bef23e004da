package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import org.jspecify.annotations.Nullable;

/** {@code Newtonsoft.Json.JsonConvert}. */
final class JsonConvertType {
    private static final String SETTINGS = "Azure's expressions have no JsonSerializerSettings";

    private JsonConvertType() {}

    static void define(TypeBuilder type) {
        type.constant("string True", "true")
                .constant("string False", "false")
                .constant("string Null", "null")
                .constant("string Undefined", "undefined")
                .constant("string PositiveInfinity", "Infinity")
                .constant("string NegativeInfinity", "-Infinity")
                .constant("string NaN", "NaN")
                .methodWith(
                        "static string SerializeObject(object value)",
                        (call, a) -> FromObject.text(type.table(), a[0], false, call.evaluation()))
                .costly()
                .methodWith(
                        "static string SerializeObject(object value, Formatting formatting)",
                        (call, a) -> FromObject.text(
                                type.table(), a[0], Enums.isIndented((EnumValue) a[1]), call.evaluation()))
                .costly()
                .methodWith("static object DeserializeObject(string value)", (call, a) -> plain(call, json(a[0])))
                .costly()
                .methodWith(
                        "static T DeserializeObject<T>(string value)",
                        (call, a) -> ToObject.parsed(type.table(), json(a[0]), wanted(call), call.evaluation()))
                .costly()
                .methodWith(
                        "static T DeserializeAnonymousType<T>(string value, T anonymousTypeObject)",
                        (call, a) -> ToObject.parsed(type.table(), json(a[0]), wanted(call), call.evaluation()))
                .costly();
        texts(type);
        refusals(type);
    }

    private static void texts(TypeBuilder type) {
        for (String parameter : new String[] {
            "bool value", "char value", "Enum value", "int value", "short value", "ushort value", "uint value",
            "long value", "ulong value", "float value", "double value", "byte value", "sbyte value", "decimal value",
            "Guid value", "TimeSpan value", "DateTime value", "DateTimeOffset value", "string value", "object value"
        }) {
            type.methodWith("static string ToString(" + parameter + ")", (call, a) -> text(call, a[0]));
        }
    }

    private static void refusals(TypeBuilder type) {
        type.refused(
                        "SerializeXNode",
                        "converting between XML and JSON is the work of the policies json-to-xml and xml-to-json")
                .refused(
                        "DeserializeXNode",
                        "converting between XML and JSON is the work of the policies json-to-xml and xml-to-json")
                .refused(
                        "SerializeXmlNode",
                        "converting between XML and JSON is the work of the policies json-to-xml and xml-to-json")
                .refused(
                        "DeserializeXmlNode",
                        "converting between XML and JSON is the work of the policies json-to-xml and xml-to-json")
                .refused("PopulateObject", SETTINGS)
                .refused("DefaultSettings", SETTINGS);
    }

    private static CsType wanted(Code.Call call) {
        return call.types().get(0);
    }

    private static String json(@Nullable Object value) {
        if (value == null) {
            throw DotNetException.argumentNull("value");
        }
        return (String) value;
    }

    private static @Nullable Object plain(Code.Call call, String json) {
        call.evaluation().make(json.length());
        call.evaluation().steps(1 + json.length() / JToken.CHARACTERS_A_TOKEN);
        JsonLoader.Loaded loaded = JsonLoader.content(json);
        JToken token = loaded == null ? null : loaded.token();
        return token instanceof JValue value ? value.value() : token;
    }

    private static String text(Code.Call call, @Nullable Object value) {
        try {
            JToken token = value instanceof JToken there
                    ? there
                    : value instanceof Character c ? JValue.of(c.toString()) : JValue.of(value);
            return java.util.Objects.requireNonNull(call.evaluation().made(token.text(false)));
        } catch (DotNetException e) {
            throw DotNetException.argument(
                    "Unsupported type: " + Names.of(java.util.Objects.requireNonNull(value))
                            + ". Use the JsonSerializer class to get the object's JSON representation.",
                    null);
        }
    }
}
