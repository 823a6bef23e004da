package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.collection.ArrayValues;
import dev.apim.core.expression.csharp.collection.Defaults;
import dev.apim.core.expression.csharp.collection.DictionaryValue;
import dev.apim.core.expression.csharp.collection.HashSetValue;
import dev.apim.core.expression.csharp.collection.ListValue;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.KeyValuePair;
import dev.apim.core.expression.csharp.value.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes values of C#'s types of tokens, as Json.NET's deserializer does by default. */
final class ToObject {
    private static final java.util.Set<String> READ_BY_READER =
            java.util.Set.of("int", "bool", "double", "decimal", "DateTime", "DateTimeOffset");

    private final TypeTable table;
    private final Evaluation evaluation;
    private final JsonLoader.@Nullable Loaded loaded;

    private ToObject(TypeTable table, Evaluation evaluation, JsonLoader.@Nullable Loaded loaded) {
        this.table = table;
        this.evaluation = evaluation;
        this.loaded = loaded;
    }

    /** {@code JToken.ToObject<T>()}. */
    static @Nullable Object of(TypeTable table, JToken token, CsType type, Evaluation evaluation) {
        CsType plain = type.isNullable() ? type.element() : type;
        String name = name(plain);
        if (name.equals("string") || Casts.targets().contains(name)) {
            return Casts.convert(token, name, type.isNullable() || name.equals("string"), evaluation.time());
        }
        return new ToObject(table, evaluation, null).value(token, type);
    }

    /** {@code JsonConvert.DeserializeObject<T>()}. */
    static @Nullable Object parsed(TypeTable table, String json, CsType type, Evaluation evaluation) {
        evaluation.make(json.length());
        evaluation.steps(1 + json.length() / JToken.CHARACTERS_A_TOKEN);
        JsonLoader.Loaded loaded = JsonLoader.content(json);
        if (loaded != null) {
            return new ToObject(table, evaluation, loaded).value(loaded.token(), type);
        }
        if (type.isValueType()) {
            throw new DotNetException(
                    JsonErrors.SERIALIZATION,
                    "No JSON content found and type '" + type.fullName()
                            + "' is not nullable. Path '', line 0, position 0.");
        }
        return null;
    }

    private static String name(CsType type) {
        return type.is(Kind.ARRAY) ? "[]" : type.definition().shownName();
    }

    private @Nullable Object value(JToken token, CsType type) {
        evaluation.step();
        if (type.is(Kind.DYNAMIC) || name(type).equals("object")) {
            return token instanceof JValue value ? value.value() : token;
        }
        if (type.definition().javaClass() != Object.class
                && JToken.class.isAssignableFrom(type.definition().javaClass())) {
            return asToken(token, type);
        }
        boolean isNull = token.type() == TokenType.NULL || token.type() == TokenType.UNDEFINED;
        if (isNull && (type.isNullable() || !type.isValueType())) {
            return null;
        }
        CsType plain = type.isNullable() ? type.element() : type;
        if (plain.is(Kind.ENUM)) {
            return enumeration(token, plain);
        }
        if (name(plain).equals("string") || Casts.targets().contains(name(plain))) {
            return simple(token, plain);
        }
        return collection(token, plain);
    }

    private @Nullable Object asToken(JToken token, CsType type) {
        if (type.definition().isInstance(token)) {
            return token.parent() == null ? token : token.deepClone(evaluation);
        }
        if (token.type() == TokenType.NULL) {
            return null;
        }
        String message = "Deserialized JSON type '" + token.typeName() + "' is not compatible with expected type '"
                + type.fullName() + "'.";
        throw loaded != null && loaded.token() == token
                ? JsonErrors.at(JsonErrors.SERIALIZATION, message, "", loaded.line(), loaded.column())
                : JsonErrors.at(JsonErrors.SERIALIZATION, message, token);
    }

    private Object simple(JToken token, CsType type) {
        String name = name(type);
        if (!(token instanceof JValue value)) {
            throw JsonErrors.at(
                    JsonErrors.READER,
                    loaded == null
                            ? "Error reading " + described(name) + ". Unexpected token: "
                                    + (token instanceof JArray ? "StartArray" : "StartObject") + "."
                            : "Unexpected character encountered while parsing value: "
                                    + (token instanceof JArray ? "[" : "{") + ".",
                    token);
        }
        if (value.value() == null) {
            throw JsonErrors.at(
                    JsonErrors.SERIALIZATION,
                    "Error converting value {null} to type '" + type.fullName() + "'.",
                    token);
        }
        try {
            Object number = value.value();
            if (name.equals("int") && (number instanceof Double || number instanceof Float)) {
                throw JsonErrors.at(
                        JsonErrors.READER, "Input string '" + Texts.of(number) + "' is not a valid integer.", token);
            }
            return Objects.requireNonNull(Casts.simple(number, name, evaluation.time()));
        } catch (DotNetException e) {
            if (e.typeName().equals(JsonErrors.READER)) {
                throw e;
            }
            throw unconverted(value, type, e);
        }
    }

    private DotNetException unconverted(JValue value, CsType type, DotNetException cause) {
        Object there = Objects.requireNonNull(value.value());
        String word = described(name(type));
        if (there instanceof String text && READ_BY_READER.contains(name(type))) {
            return JsonErrors.at(JsonErrors.READER, "Could not convert string to " + word + ": " + text + ".", value);
        }
        String shown = there instanceof String text ? '"' + text + '"' : Texts.of(there);
        DotNetException placed = JsonErrors.at(
                JsonErrors.SERIALIZATION,
                "Error converting value " + shown + " to type '" + type.fullName() + "'.",
                value);
        return DotNetException.of(placed.typeName(), placed.message(), cause);
    }

    /** What the reader calls the types that it reads itself. */
    private static String described(String name) {
        return switch (name) {
            case "int" -> "integer";
            case "bool" -> "boolean";
            default -> name;
        };
    }

    private Object enumeration(JToken token, CsType type) {
        EnumValue.Type enumeration = Objects.requireNonNull(type.definition().enumeration());
        Object value = token instanceof JValue simple ? simple.value() : null;
        if (value instanceof String text) {
            for (Map.Entry<String, Long> member : enumeration.members().entrySet()) {
                if (member.getKey().equalsIgnoreCase(text.strip())) {
                    return enumeration.of(member.getValue());
                }
            }
        } else if (value instanceof Long number) {
            return enumeration.of(number);
        }
        String shown = value == null ? "{null}" : value instanceof String ? "\"" + value + "\"" : Texts.of(value);
        throw JsonErrors.at(
                JsonErrors.SERIALIZATION,
                "Error converting value " + shown + " to type '" + type.fullName() + "'.",
                token);
    }

    private @Nullable Object collection(JToken token, CsType type) {
        if (type.is(Kind.ARRAY) && name(type.element()).equals("byte") && token instanceof JValue) {
            return Casts.bytes(token);
        }
        return switch (name(type)) {
            case "Dictionary", "IDictionary", "IReadOnlyDictionary" -> dictionary(token, type);
            case "KeyValuePair" -> pair(token, type);
            case "[]" -> ArrayValues.of(type.element(), elements(token, type, type.element()));
            case "HashSet", "ISet" -> {
                HashSetValue set = new HashSetValue(concrete(type, "HashSet"));
                elements(token, type, type.arguments().get(0)).forEach(set::add);
                yield set;
            }
            case "List", "IList", "ICollection", "IEnumerable", "IReadOnlyList", "IReadOnlyCollection" ->
                ListValue.of(
                        concrete(type, "List"),
                        elements(token, type, type.arguments().get(0)));
            default ->
                throw new DotNetException(
                        JsonErrors.SERIALIZATION,
                        "Could not create an instance of type " + type.fullName() + ". Path '" + token.path() + "'.");
        };
    }

    /** The class that stands for an interface. */
    private CsType concrete(CsType type, String name) {
        return table.get(name, type.arguments().toArray(CsType[]::new));
    }

    private List<@Nullable Object> elements(JToken token, CsType type, CsType element) {
        if (!(token instanceof JArray array)) {
            throw wrongShape(token, type, "array", "[1,2,3]");
        }
        List<@Nullable Object> elements = new ArrayList<>();
        for (JToken child : array.children()) {
            elements.add(value(child, element));
        }
        return elements;
    }

    private Object dictionary(JToken token, CsType type) {
        if (!(token instanceof JObject object)) {
            throw wrongShape(token, type, "object", "{\"name\":\"value\"}");
        }
        DictionaryValue dictionary = new DictionaryValue(concrete(type, "Dictionary"));
        for (JToken child : object.children()) {
            JProperty property = (JProperty) child;
            Object key = value(JValue.of(property.name()), type.arguments().get(0));
            dictionary.put(
                    Objects.requireNonNull(key),
                    value(property.value(), type.arguments().get(1)));
        }
        return dictionary;
    }

    private Object pair(JToken token, CsType type) {
        if (!(token instanceof JObject object)) {
            throw wrongShape(token, type, "object", "{\"name\":\"value\"}");
        }
        JToken key = object.value("Key");
        JToken value = object.value("Value");
        CsType keys = type.arguments().get(0);
        CsType values = type.arguments().get(1);
        return new KeyValuePair(
                key == null ? Defaults.of(keys) : value(key, keys),
                value == null ? Defaults.of(values) : value(value, values));
    }

    private DotNetException wrongShape(JToken token, CsType type, String needed, String example) {
        if (token instanceof JValue value) {
            Object there = value.value();
            String shown = there == null ? "{null}" : there instanceof String ? "\"" + there + "\"" : Texts.of(there);
            return JsonErrors.at(
                    JsonErrors.SERIALIZATION,
                    "Error converting value " + shown + " to type '" + type.fullName() + "'.",
                    token);
        }
        boolean isArray = token instanceof JArray;
        String found = isArray ? "array (e.g. [1,2,3])" : "object (e.g. {\"name\":\"value\"})";
        String wanted = "JSON " + needed + " (e.g. " + example + ")";
        String advice = isArray
                ? "To fix this error either change the JSON to a " + wanted
                        + " or change the deserialized type to an array or a"
                        + " type that implements a collection interface (e.g. ICollection, IList) like List<T> that can be"
                        + " deserialized from a JSON array. JsonArrayAttribute can also be added to the type to force it to"
                        + " deserialize from a JSON array."
                : "To fix this error either change the JSON to a " + wanted
                        + " or change the deserialized type so that it is a"
                        + " normal .NET type (e.g. not a primitive type like integer, not a collection type like an array or"
                        + " List<T>) that can be deserialized from a JSON object. JsonObjectAttribute can also be added to the"
                        + " type to force it to deserialize from a JSON object.";
        JToken within = token.hasValues() && !isArray ? Objects.requireNonNull(token.first()) : token;
        String message = "Cannot deserialize the current JSON " + found + " into type '" + type.fullName()
                + "' because the type requires a " + wanted + " to deserialize correctly." + Texts.NEW_LINE
                + advice + Texts.NEW_LINE;
        return within == token && !isArray && token.line > 0
                ? JsonErrors.at(JsonErrors.SERIALIZATION, message, token.path(), token.line, token.column + 1)
                : JsonErrors.at(JsonErrors.SERIALIZATION, message, within);
    }
}
