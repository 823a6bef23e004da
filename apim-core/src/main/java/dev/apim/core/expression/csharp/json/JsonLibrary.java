package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.type.Library;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.function.Consumer;

/** Json.NET 13 as Azure's expressions have it: {@code Newtonsoft.Json} and {@code Newtonsoft.Json.Linq}. */
public final class JsonLibrary implements Library {
    private static final String LINQ = "Newtonsoft.Json.Linq.";

    /** The family. */
    public JsonLibrary() {}

    @Override
    public void register(TypeTable.Registry types) {
        types.enumeration(TokenType.ENUMERATION)
                .enumeration(Enums.FORMATTING)
                .enumeration(Enums.COMMENTS)
                .enumeration(Enums.LINES)
                .enumeration(Enums.DUPLICATES)
                .enumeration(MergeRules.ARRAYS)
                .enumeration(MergeRules.NULLS)
                .type(LINQ + "JObject", Kind.CLASS, JObject.class, JObjectType::define)
                .type(LINQ + "JArray", Kind.CLASS, JArray.class, JArrayType::define)
                .type(LINQ + "JProperty", Kind.CLASS, JProperty.class, JPropertyType::define)
                .type(LINQ + "JConstructor", Kind.CLASS, JConstructor.class, JConstructorType::define)
                .type(LINQ + "JRaw", Kind.CLASS, JRaw.class, JValueType::defineRaw)
                .type(LINQ + "JValue", Kind.CLASS, JValue.class, JValueType::define)
                .type(LINQ + "JContainer", Kind.CLASS, JContainer.class, JContainerType::define)
                .type(LINQ + "JToken", Kind.CLASS, JToken.class, JsonLibrary::token)
                .type(LINQ + "IJEnumerable<T>", Kind.INTERFACE, Iterable.class, SequenceType::defineInterface)
                .type(LINQ + "JEnumerable<T>", Kind.STRUCT, Tokens.class, SequenceType::define)
                .type(LINQ + "JTokenEqualityComparer", Kind.CLASS, DeepComparer.class, SettingsType::defineComparer)
                .type(LINQ + "JsonLoadSettings", Kind.CLASS, LoadRules.class, SettingsType::defineLoad)
                .type(LINQ + "JsonMergeSettings", Kind.CLASS, MergeRules.class, SettingsType::defineMerge)
                .type(LINQ + "JsonSelectSettings", Kind.CLASS, SelectRules.class, SettingsType::defineSelect)
                .type("Newtonsoft.Json.JsonConvert", Kind.STATIC, Void.class, JsonConvertType::define)
                .extensions(LINQ + "Extensions", LinqExtensions::define);
        exception(types, "JsonException", "Exception", builder -> {});
        exception(types, "JsonReaderException", "JsonException", SettingsType::definePlace);
        exception(types, "JsonSerializationException", "JsonException", SettingsType::definePlace);
        refusals(types);
    }

    private static void token(TypeBuilder type) {
        JTokenMembers.define(type);
        JTokenConversions.define(type);
    }

    private static void exception(TypeTable.Registry types, String name, String base, Consumer<TypeBuilder> members) {
        String full = "Newtonsoft.Json." + name;
        types.type(full, Kind.CLASS, DotNetException.class, type -> {
            type.base(base)
                    .instance(value -> value instanceof DotNetException thrown
                            && (thrown.typeName().equals(full)
                                    || (name.equals("JsonException")
                                            && thrown.typeName().startsWith("Newtonsoft.Json."))))
                    .method("(string message)", (String message) -> new DotNetException(full, message));
            members.accept(type);
        });
    }

    private static void refusals(TypeTable.Registry types) {
        for (String name : new String[] {
            "JsonSerializer",
            "JsonSerializerSettings",
            "JsonTextReader",
            "JsonTextWriter",
            "JsonReader",
            "JsonWriter",
            "JsonConverter"
        }) {
            types.refused(
                    "Newtonsoft.Json." + name, "Azure's expressions have only JsonConvert and Newtonsoft.Json.Linq");
        }
        types.refused(LINQ + "JTokenReader", "Azure's expressions have no readers")
                .refused(LINQ + "JTokenWriter", "Azure's expressions have no writers");
    }
}
