package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.ListView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code List<T>}: what it is made of and how it changes; {@link ListSearch} has how it is looked through. */
final class ListType {
    private ListType() {}

    static void define(TypeBuilder type) {
        type.base("IList<T>", "IReadOnlyList<T>", "IList");
        constructors(type);
        type.property("int Count", ListValue::count)
                .property("int Capacity", ListValue::capacity, (ListValue self, Integer capacity) -> {
                    self.capacity(capacity);
                    return null;
                })
                .method("int EnsureCapacity(int capacity)", ListType::ensure);
        InterfaceTypes.enumerates(type, "T");
        elements(type);
        stretches(type);
        removals(type);
        copies(type);
        ListSearch.define(type);
        ListOrder.define(type);
    }

    private static void constructors(TypeBuilder type) {
        type.methodWith("()", (call, a) -> create(type, call));
        type.methodWith("(int capacity)", (call, a) -> {
            ListValue list = create(type, call);
            list.capacity(Require.notNegative((Integer) Objects.requireNonNull(a[0]), "capacity"));
            return list;
        });
        type.methodWith("(IEnumerable<T> collection)", (call, a) -> {
                    List<@Nullable Object> elements =
                            Gather.all(call.evaluation(), Require.argument(a[0], "collection"));
                    ListValue list = create(type, call);
                    list.capacity(elements.size());
                    elements.forEach(list::add);
                    return list;
                })
                .costly();
    }

    private static ListValue create(TypeBuilder type, Code.Call call) {
        return new ListValue(type.table().get("List", call.types().get(0)));
    }

    private static Object ensure(ListValue self, Integer capacity) {
        Require.notNegative(capacity, "capacity");
        if (self.capacity() < capacity) {
            int doubled = self.capacity() == 0 ? 4 : 2 * self.capacity();
            self.capacity(Math.max(doubled, capacity));
        }
        return self.capacity();
    }

    static ListValue self(@Nullable Object[] arguments) {
        return (ListValue) Objects.requireNonNull(arguments[0]);
    }

    static int number(@Nullable Object argument) {
        return (Integer) Objects.requireNonNull(argument);
    }

    private static void elements(TypeBuilder type) {
        type.method("T this[int index]", (ListValue self, Integer index) -> self.at(index))
                .setIndex("T this[int index]", (ListValue self, Integer index, @Nullable Object value) -> {
                    self.setAt(index, value);
                    return null;
                })
                .methodWith("void Add(T item)", (call, a) -> {
                    call.evaluation().make(1);
                    self(a).add(a[1]);
                    return null;
                })
                .methodWith("void Insert(int index, T item)", (call, a) -> {
                    call.evaluation().make(1);
                    call.evaluation().steps(1 + self(a).count() / 64);
                    self(a).insert(number(a[1]), a[2]);
                    return null;
                });
    }

    private static void stretches(TypeBuilder type) {
        type.methodWith("void AddRange(IEnumerable<T> collection)", (call, a) -> {
                    List<@Nullable Object> more = Gather.all(call.evaluation(), Require.argument(a[1], "collection"));
                    self(a).change(list -> added(list, list.size(), more));
                    return null;
                })
                .costly()
                .methodWith("void InsertRange(int index, IEnumerable<T> collection)", (call, a) -> {
                    Object source = Require.argument(a[2], "collection");
                    int index = number(a[1]);
                    if (index < 0 || index > self(a).count()) {
                        throw DotNetException.outOfRange(Require.INDEX_LESS_OR_EQUAL, "index");
                    }
                    List<@Nullable Object> more = Gather.all(call.evaluation(), source);
                    self(a).change(list -> added(list, index, more));
                    return null;
                })
                .costly()
                .methodWith("List<T> GetRange(int index, int count)", (call, a) -> range(type, call, a))
                .methodWith("List<T> Slice(int start, int length)", (call, a) -> range(type, call, a));
    }

    private static List<@Nullable Object> added(List<@Nullable Object> list, int index, List<@Nullable Object> more) {
        list.addAll(index, more);
        return list;
    }

    private static Object range(TypeBuilder type, Code.Call call, @Nullable Object[] a) {
        int index = number(a[1]);
        int count = number(a[2]);
        Require.range(index, count, self(a).count());
        call.evaluation().make(count);
        ListValue part = create(type, call);
        part.capacity(count);
        self(a).elements().subList(index, index + count).forEach(part::add);
        return part;
    }

    private static void removals(TypeBuilder type) {
        type.method("bool Remove(T item)", (ListValue self, @Nullable Object item) -> self.remove(item))
                .costly()
                .methodWith("void RemoveAt(int index)", (call, a) -> {
                    int index = number(a[1]);
                    ListView.place(index, self(a).count());
                    call.evaluation().steps(1 + (self(a).count() - index) / 64);
                    self(a).removeAt(index);
                    return null;
                })
                .method("void RemoveRange(int index, int count)", (ListValue self, Integer index, Integer count) -> {
                    Require.range(index, count, self.count());
                    if (count > 0) {
                        self.change(list -> without(list, index, count));
                    }
                    return null;
                })
                .method("void Clear()", (ListValue self) -> {
                    self.clear();
                    return null;
                })
                .method("void TrimExcess()", (ListValue self) -> {
                    if (self.count() < self.capacity() * 9 / 10) {
                        self.capacity(self.count());
                    }
                    return null;
                });
    }

    private static List<@Nullable Object> without(List<@Nullable Object> list, int index, int count) {
        list.subList(index, index + count).clear();
        return list;
    }

    private static void copies(TypeBuilder type) {
        type.methodWith("T[] ToArray()", (call, a) -> {
                    call.evaluation().make(self(a).count());
                    return ArrayValues.of(call.types().get(0), self(a).elements());
                })
                .methodWith(
                        "ReadOnlyCollection<T> AsReadOnly()",
                        (call, a) -> new ReadOnlyListValue(
                                type.table()
                                        .get("ReadOnlyCollection", call.types().get(0)),
                                self(a)))
                .method("void CopyTo(T[] array)", (ListValue self, @Nullable Object array) -> {
                    Faces.copy(self, array, 0);
                    return null;
                });
        InterfaceTypes.copying(type);
        type.methodWith("void CopyTo(int index, T[] array, int arrayIndex, int count)", (call, a) -> {
            if (self(a).count() - number(a[1]) < number(a[4])) {
                throw DotNetException.argument(Require.OFF_LENGTH, null);
            }
            Faces.copy(self(a), number(a[1]), Require.argument(a[2], "array"), number(a[3]), number(a[4]));
            return null;
        });
    }
}
