package dev.apim.core.expression.csharp.context;

import dev.apim.core.expression.context.ReadableBody;
import dev.apim.core.expression.csharp.collection.DictionaryValue;
import dev.apim.core.expression.csharp.collection.ListValue;
import dev.apim.core.expression.csharp.json.JsonReading;
import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.xml.XmlReading;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code IMessageBody}: a body as what the author asks for. */
final class BodyReaders {
    private static final Set<String> TEXTS =
            Set.of("String", "Object", "JToken", "JObject", "JArray", "XElement", "XNode", "XDocument");

    private BodyReaders() {}

    static void define(TypeBuilder type) {
        type.methodWith("T As<T>(bool preserveContent = false)", BodyReaders::as)
                .costly()
                .methodWith(
                        "IDictionary<string, IList<string>> AsFormUrlEncodedContent(bool preserveContent = false)",
                        (call, arguments) -> form(type.table(), arguments))
                .costly();
    }

    private static Object as(Code.Call call, @Nullable Object[] arguments) {
        ReadableBody body = (ReadableBody) Objects.requireNonNull(arguments[0]);
        boolean preserve = Boolean.TRUE.equals(arguments[1]);
        CsType wanted = call.types().get(call.types().size() - 1);
        if (wanted.is(Kind.ARRAY) && wanted.element().definition().name().equals("Byte")) {
            return body.bytes(preserve).clone();
        }
        String type = wanted.definition().name();
        if (!TEXTS.contains(type)) {
            throw DotNetException.invalidOperation("A body cannot be read as '" + wanted
                    + "'; expected string, byte[], JObject, JArray, JToken, XElement, XDocument or XNode.");
        }
        String text = body.text(preserve);
        call.evaluation().readBody(body.body(), text);
        return switch (type) {
            case "JToken" -> JsonReading.parse(text);
            case "JObject" -> JsonReading.parseObject(text);
            case "JArray" -> JsonReading.parseArray(text);
            case "XElement", "XNode" -> XmlReading.element(call.evaluation(), text);
            case "XDocument" -> XmlReading.document(call.evaluation(), text);
            default -> text;
        };
    }

    private static Object form(TypeTable table, @Nullable Object[] arguments) {
        CsType values = table.get("IList", table.get("string"));
        CsType list = table.get("List", table.get("string"));
        ReadableBody body = (ReadableBody) Objects.requireNonNull(arguments[0]);
        Map<String, List<String>> fields = body.form(Boolean.TRUE.equals(arguments[1]));
        DictionaryValue dictionary = new DictionaryValue(table.get("Dictionary", table.get("string"), values));
        fields.forEach((name, all) -> dictionary.put(name, ListValue.of(list, all)));
        return dictionary;
    }
}
