package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code JObject}. */
final class JObjectType {
    private static final Code.Part<JObject, @Nullable String> VALUE =
            (object, name) -> object.value(named(name, "propertyName"));

    private JObjectType() {}

    static void define(TypeBuilder type) {
        type.base("JContainer", "IDictionary<string, JToken>")
                .enumerates("KeyValuePair<string, JToken>", (JObject object) -> object.pairs());
        constructors(type);
        reading(type);
        writing(type);
        for (String name : new String[] {"PropertyChanged", "PropertyChanging"}) {
            type.refused(name, "expressions have no events");
        }
    }

    private static void constructors(TypeBuilder type) {
        type.method("()", JObject::new)
                .methodWith("(JObject other)", (call, a) -> {
                    if (a[0] == null) {
                        throw DotNetException.argumentNull("other");
                    }
                    return JTokenMembers.clone(call, (JObject) a[0]);
                })
                .methodWith("(params object[] content)", JObjectType::filled)
                .methodWith("(object content)", JObjectType::filled)
                .methodWith(
                        "static JObject Parse(string json)",
                        (call, a) -> JsonLoader.object(JTokenMembers.counted(call, a[0]), null))
                .costly()
                .methodWith(
                        "static JObject Parse(string json, JsonLoadSettings settings)",
                        (call, a) -> JsonLoader.object(JTokenMembers.counted(call, a[0]), (LoadRules) a[1]))
                .costly()
                .methodWith("static JObject FromObject(object o)", (call, a) -> from(type.table(), call, a))
                .costly();
    }

    private static Object filled(Code.Call call, @Nullable Object[] a) {
        return JContainerType.filled(new JObject(), a[0], call.evaluation());
    }

    private static Object from(TypeTable table, Code.Call call, @Nullable Object[] a) {
        JToken token = JTokenMembers.from(table, call, a[0]);
        if (token instanceof JObject) {
            return token;
        }
        throw DotNetException.argument(
                "Object serialized to " + token.type().shown() + ". JObject instance expected.", null);
    }

    private static void reading(TypeBuilder type) {
        type.method("JToken this[string propertyName]", VALUE)
                .method(
                        "JProperty Property(string name)",
                        (JObject object, @Nullable String name) -> object.property(name))
                .method(
                        "JProperty Property(string name, StringComparison comparison)",
                        (JObject object, @Nullable String name, EnumValue comparison) ->
                                object.property(name, comparison))
                .method("IEnumerable<JProperty> Properties()", (JObject object) -> Tokens.of(object))
                .methodWith(
                        "JEnumerable<JToken> PropertyValues()",
                        (call, a) -> Tokens.flat(
                                a[0], call.evaluation(), property -> List.of(((JProperty) property).value())))
                .method(
                        "JToken GetValue(string propertyName)",
                        (JObject object, @Nullable String name) -> object.value(name))
                .method(
                        "JToken GetValue(string propertyName, StringComparison comparison)",
                        (JObject object, @Nullable String name, EnumValue comparison) ->
                                value(object, name, comparison))
                .method(
                        "bool TryGetValue(string propertyName, out JToken value)",
                        (JObject object, @Nullable String name, Ref<@Nullable Object> value) -> {
                            value.value = name == null ? null : object.value(name);
                            return value.value != null;
                        })
                .method(
                        "bool TryGetValue(string propertyName, StringComparison comparison, out JToken value)",
                        (JObject object, @Nullable String name, EnumValue comparison, Ref<@Nullable Object> value) -> {
                            value.value = value(object, name, comparison);
                            return value.value != null;
                        })
                .method(
                        "bool ContainsKey(string propertyName)",
                        (JObject object, @Nullable String name) -> object.containsKey(named(name, "propertyName")));
    }

    private static @Nullable JToken value(JObject object, @Nullable String name, EnumValue comparison) {
        JProperty property = object.property(name, comparison);
        return property == null ? null : property.value();
    }

    private static String named(@Nullable String name, String parameter) {
        if (name == null) {
            throw DotNetException.argumentNull(parameter);
        }
        return name;
    }

    private static void writing(TypeBuilder type) {
        type.setIndex(
                        "JToken this[string propertyName]",
                        (JObject object, @Nullable String name, @Nullable Object value) -> {
                            object.put(named(name, "name"), (JToken) value, null);
                            return null;
                        })
                .methodWith("void Add(string propertyName, JToken value)", (call, a) -> {
                    JObject object = (JObject) JContainerType.self(a);
                    object.append(new JProperty((String) a[1], a[2], call.evaluation()), call.evaluation());
                    return null;
                })
                .method(
                        "bool Remove(string propertyName)",
                        (JObject object, @Nullable String name) -> object.removeKey(named(name, "propertyName")));
    }
}
