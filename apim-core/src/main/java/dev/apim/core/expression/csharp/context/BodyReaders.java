package dev.apim.core.expression.csharp.context;

import dev.apim.core.expression.context.ReadableBody;
import dev.apim.core.expression.csharp.collection.DictionaryValue;
import dev.apim.core.expression.csharp.collection.ListValue;
import dev.apim.core.expression.csharp.json.JToken;
import dev.apim.core.expression.csharp.json.JsonReading;
import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.xml.XmlReading;
import dev.apim.http.BytesBody;
import dev.apim.policy.Exchange;
import dev.apim.policy.ExchangeKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code IMessageBody}: a body as what the author asks for. */
final class BodyReaders {
    private static final Set<String> JSON = Set.of("JToken", "JObject", "JArray");
    private static final ExchangeKey<Parsed> PARSED = ExchangeKey.of("csharp.parsed-body");

    /**
     * The last body that was lent, so that the expressions of one policy parse it once.
     *
     * @param mediaType that told the charset
     * @param type that was asked for
     */
    private record Parsed(BytesBody source, @Nullable String mediaType, String type, JToken tree) {}

    /** {@code As<T>}: a tree of the caller's own, which it may change; or one for all that only read it. */
    private record As(CsType wanted, String name, boolean isJson) implements Code.Lending {
        As(CsType wanted) {
            this(
                    wanted,
                    wanted.definition().name(),
                    JSON.contains(wanted.definition().name()));
        }

        @Override
        public Object apply(Code.Call call, @Nullable Object[] arguments) {
            return as(wanted, call, arguments);
        }

        @Override
        public Object lend(Code.Call call, Object self, @Nullable Object preserve) {
            ReadableBody body = (ReadableBody) self;
            BytesBody source = body.body().buffered();
            if (source == null || !Boolean.TRUE.equals(preserve) || !isJson) {
                return apply(call, new @Nullable Object[] {self, preserve});
            }
            Exchange exchange = call.evaluation().exchange();
            String mediaType = body.headers().get("Content-Type");
            Parsed parsed = exchange.get(PARSED);
            if (parsed == null
                    || parsed.source != source
                    || !parsed.type.equals(name)
                    || !Objects.equals(parsed.mediaType, mediaType)) {
                JToken tree = (JToken) apply(call, new @Nullable Object[] {self, preserve});
                exchange.put(PARSED, new Parsed(source, mediaType, name, tree));
                return tree;
            }
            return parsed.tree;
        }
    }

    private BodyReaders() {}

    static void define(TypeBuilder type) {
        type.methodFor("T As<T>(bool preserveContent = false)", types -> reading(types.get(types.size() - 1)))
                .costly()
                .methodWith(
                        "IDictionary<string, IList<string>> AsFormUrlEncodedContent(bool preserveContent = false)",
                        (call, arguments) -> form(type.table(), arguments))
                .costly();
    }

    private static Code reading(CsType wanted) {
        if (!wanted.is(Kind.ARRAY) && wanted.definition().name().equals("String")) {
            return (Code.Counted2<ReadableBody, @Nullable Boolean>)
                    (evaluation, body, preserve) -> body.text(Boolean.TRUE.equals(preserve));
        }
        return new As(wanted);
    }

    private static Object as(CsType wanted, Code.Call call, @Nullable Object[] arguments) {
        ReadableBody body = (ReadableBody) Objects.requireNonNull(arguments[0]);
        boolean preserve = Boolean.TRUE.equals(arguments[1]);
        if (wanted.is(Kind.ARRAY) && wanted.element().definition().name().equals("Byte")) {
            return body.bytes(preserve).clone();
        }
        return switch (wanted.definition().name()) {
            case "Object" -> body.text(preserve);
            case "JToken" -> JsonReading.parse(body.text(preserve));
            case "JObject" -> JsonReading.parseObject(body.text(preserve));
            case "JArray" -> JsonReading.parseArray(body.text(preserve));
            case "XElement", "XNode" -> XmlReading.element(call.evaluation(), body.xml(preserve));
            case "XDocument" -> XmlReading.document(call.evaluation(), body.xml(preserve));
            default ->
                throw DotNetException.invalidOperation("A body cannot be read as '" + wanted
                        + "'; expected string, byte[], JObject, JArray, JToken, XElement, XDocument or XNode.");
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
