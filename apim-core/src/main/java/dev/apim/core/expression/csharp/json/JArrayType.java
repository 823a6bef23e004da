package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.DotNetException;
import org.jspecify.annotations.Nullable;

/** {@code JArray}. */
final class JArrayType {
    private JArrayType() {}

    static void define(TypeBuilder type) {
        type.base("JContainer", "IList<JToken>")
                .method("()", JArray::new)
                .methodWith("(JArray other)", (call, a) -> {
                    if (a[0] == null) {
                        throw DotNetException.argumentNull("other");
                    }
                    return JTokenMembers.clone(call, (JArray) a[0]);
                })
                .methodWith("(params object[] content)", JArrayType::filled)
                .methodWith("(object content)", JArrayType::filled)
                .methodWith(
                        "static JArray Parse(string json)",
                        (call, a) -> JsonLoader.array(JTokenMembers.counted(call, a[0]), null))
                .costly()
                .methodWith(
                        "static JArray Parse(string json, JsonLoadSettings settings)",
                        (call, a) -> JsonLoader.array(JTokenMembers.counted(call, a[0]), (LoadRules) a[1]))
                .costly()
                .methodWith("static JArray FromObject(object o)", (call, a) -> from(type.table(), call, a))
                .costly();
        items(type);
    }

    private static Object filled(Code.Call call, @Nullable Object[] a) {
        return JContainerType.filled(new JArray(), a[0], call.evaluation());
    }

    private static Object from(TypeTable table, Code.Call call, @Nullable Object[] a) {
        JToken token = JTokenMembers.from(table, call, a[0]);
        if (token instanceof JArray) {
            return token;
        }
        throw DotNetException.argument(
                "Object serialized to " + token.type().shown() + ". JArray instance expected.", null);
    }

    private static void items(TypeBuilder type) {
        type.method("JToken this[int index]", (JArray array, Integer index) -> array.at(index))
                .setIndex("JToken this[int index]", (JArray array, Integer index, @Nullable Object item) -> {
                    array.setAt(index, item);
                    return null;
                })
                .property("bool IsReadOnly", (JArray array) -> false)
                .methodWith("void Add(JToken item)", (call, a) -> {
                    JContainerType.self(a).append(a[1], call.evaluation());
                    return null;
                })
                .methodWith("void Insert(int index, JToken item)", (call, a) -> {
                    JContainerType.self(a).insertItem((Integer) a[1], (JToken) a[2], call.evaluation());
                    return null;
                })
                .method("int IndexOf(JToken item)", (JArray array, @Nullable Object item) -> array.indexOf(item))
                .method("bool Contains(JToken item)", (JArray array, @Nullable Object item) -> array.contains(item))
                .method("bool Remove(JToken item)", (JArray array, @Nullable Object item) -> array.remove(item))
                .method("void RemoveAt(int index)", (JArray array, Integer index) -> {
                    array.removeAt(index);
                    return null;
                })
                .method("void Clear()", (JArray array) -> {
                    array.clear();
                    return null;
                })
                .method("void CopyTo(JToken[] array, int arrayIndex)", JArrayType::copy);
    }

    private static @Nullable Object copy(JArray source, @Nullable Object target, Integer index) {
        if (target == null) {
            throw DotNetException.argumentNull("array");
        }
        Object[] array = (Object[]) target;
        if (index < 0) {
            throw DotNetException.outOfRange("arrayIndex is less than 0.", "arrayIndex");
        }
        if (index >= array.length && index != 0) {
            throw DotNetException.argument("arrayIndex is equal to or greater than the length of array.", null);
        }
        if (source.count() > array.length - index) {
            throw DotNetException.argument(
                    "The number of elements in the source JObject is greater than the available space from arrayIndex"
                            + " to the end of the destination array.",
                    null);
        }
        System.arraycopy(source.children().toArray(), 0, array, index, source.count());
        return null;
    }
}
