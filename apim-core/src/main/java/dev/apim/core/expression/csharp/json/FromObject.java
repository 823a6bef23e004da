package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Property;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.AnonymousObject;
import dev.apim.core.expression.csharp.value.DictionaryView;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.KeyValuePair;
import dev.apim.core.expression.csharp.value.Texts;
import dev.apim.core.expression.csharp.value.TupleValue;
import dev.apim.core.expression.csharp.value.Unsigned;
import dev.apim.core.expression.csharp.value.Values;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a tree of any value of an expression, as Json.NET's serializer does by default. */
final class FromObject {
    private final TypeTable table;
    private final Evaluation evaluation;

    private FromObject(TypeTable table, Evaluation evaluation) {
        this.table = table;
        this.evaluation = evaluation;
    }

    static JToken of(TypeTable table, @Nullable Object value, Evaluation evaluation) {
        return new FromObject(table, evaluation).token(value, 0);
    }

    /** The JSON of a value. */
    static String text(TypeTable table, @Nullable Object value, boolean indented, Evaluation evaluation) {
        JToken token = value instanceof JToken there ? there : of(table, value, evaluation);
        return Objects.requireNonNull(evaluation.made(token.text(indented)));
    }

    private JToken token(@Nullable Object value, int depth) {
        evaluation.step();
        if (depth > JsonErrors.MAX_DEPTH) {
            throw new DotNetException(
                    JsonErrors.SERIALIZATION, "Self referencing loop detected with type '" + typeName(value) + "'.");
        }
        if (value instanceof JToken token) {
            evaluation.make(token.size(0) * JToken.WEIGHT);
            return token.deepClone(evaluation);
        }
        if (value instanceof Character c) {
            return new JValue(TokenType.STRING, c.toString());
        }
        if (value == null || isSimple(value)) {
            return JValue.of(value);
        }
        return complex(value, depth);
    }

    private static String typeName(@Nullable Object value) {
        return value == null ? "null" : Names.of(value);
    }

    private static boolean isSimple(Object value) {
        return value instanceof String
                || value instanceof Boolean
                || value instanceof Number
                || value instanceof Unsigned
                || value instanceof EnumValue
                || value instanceof UUID
                || value instanceof byte[]
                || value.getClass().getPackage() == dev.apim.core.expression.csharp.time.DateTime.class.getPackage()
                        && value instanceof Comparable
                || Names.isUri(value);
    }

    private JToken complex(Object value, int depth) {
        if (value instanceof DictionaryView dictionary) {
            JObject object = new JObject();
            for (Object pair : dictionary.pairs()) {
                KeyValuePair entry = (KeyValuePair) Objects.requireNonNull(pair);
                put(object, key(entry.key()), entry.value(), depth);
            }
            return object;
        }
        if (value instanceof AnonymousObject anonymous) {
            JObject object = new JObject();
            for (int i = 0; i < anonymous.names().size(); i++) {
                put(object, anonymous.names().get(i), anonymous.values().get(i), depth);
            }
            return object;
        }
        if (value instanceof TupleValue tuple) {
            JObject object = new JObject();
            for (int i = 0; i < tuple.size(); i++) {
                put(object, "Item" + (i + 1), tuple.get(i), depth);
            }
            return object;
        }
        if (value instanceof KeyValuePair pair) {
            JObject object = new JObject();
            put(object, "Key", pair.key(), depth);
            put(object, "Value", pair.value(), depth);
            return object;
        }
        if (Values.isEnumerable(value)) {
            JArray array = new JArray();
            for (Object element : Values.iterate(value)) {
                array.link(array.count(), token(element, depth + 1));
            }
            return array;
        }
        return value instanceof DotNetException exception ? exception(exception, depth) : properties(value, depth);
    }

    /** The public properties of any other object. */
    private JObject properties(Object value, int depth) {
        JObject object = new JObject();
        CsType type = table.typeOf(value);
        for (Property property : type.definition().properties()) {
            if (!property.isStatic()) {
                put(object, property.name(), read(property, value, type), depth);
            }
        }
        return object;
    }

    @SuppressWarnings("unchecked") // the getter of a property takes its object
    private @Nullable Object read(Property property, Object value, CsType type) {
        Code getter = property.getter();
        if (getter instanceof Code.OfExchange ofExchange) {
            return ofExchange.apply(value, evaluation.exchange());
        }
        return getter instanceof Code.F1<?> plain
                ? ((Code.F1<Object>) plain).apply(value)
                : ((Code.Full) getter).apply(new Code.Call(evaluation, type.arguments()), new Object[] {value});
    }

    private void put(JObject object, String name, @Nullable Object value, int depth) {
        evaluation.make(name.length());
        object.put(name, token(value, depth + 1), null);
    }

    private static String key(@Nullable Object key) {
        if (key instanceof EnumValue || key == null) {
            return Texts.orEmpty(key);
        }
        JValue simple = isSimple(key) ? JValue.of(key) : null;
        return simple != null && simple.type() == TokenType.DATE ? Dates.iso(key) : Texts.of(key);
    }

    /** What .NET writes of an exception, without what tells of the machine. */
    private JObject exception(DotNetException exception, int depth) {
        JObject object = new JObject();
        put(object, "ClassName", exception.typeName(), depth);
        put(object, "Message", exception.message(), depth);
        put(object, "Data", null, depth);
        put(object, "InnerException", exception.inner(), depth);
        put(object, "HelpURL", null, depth);
        put(object, "StackTraceString", null, depth);
        put(object, "Source", null, depth);
        return object;
    }
}
