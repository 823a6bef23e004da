package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import org.jspecify.annotations.Nullable;

/** {@code System.Collections.ObjectModel.ReadOnlyCollection<T>}. */
final class ReadOnlyListType {
    private ReadOnlyListType() {}

    static void define(TypeBuilder type) {
        type.base("IList<T>", "IReadOnlyList<T>", "IList");
        type.methodWith(
                "(IList<T> list)",
                (call, a) -> new ReadOnlyListValue(
                        type.table().get("ReadOnlyCollection", call.types().get(0)), Require.argument(a[0], "list")));
        type.staticPropertyWith(
                "ReadOnlyCollection<T> Empty",
                (call, a) -> new ReadOnlyListValue(
                        type.table().get("ReadOnlyCollection", call.types().get(0)),
                        ArrayValues.create(call.types().get(0), 0)));
        type.property("int Count", ReadOnlyListValue::count)
                .method("T this[int index]", (ReadOnlyListValue self, Integer index) -> self.at(index))
                .method("bool Contains(T value)", (ReadOnlyListValue self, @Nullable Object v) -> self.contains(v))
                .costly()
                .method("int IndexOf(T value)", (ReadOnlyListValue self, @Nullable Object value) -> self.indexOf(value))
                .costly();
        InterfaceTypes.enumerates(type, "T");
        InterfaceTypes.copying(type);
    }
}
