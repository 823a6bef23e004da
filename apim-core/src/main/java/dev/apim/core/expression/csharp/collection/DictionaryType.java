package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DictionaryView;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code Dictionary<TKey, TValue>}. */
final class DictionaryType {
    private static final String COMPARER = "IEqualityComparer<TKey> comparer)";

    private DictionaryType() {}

    static void define(TypeBuilder type) {
        type.base("IDictionary<TKey, TValue>", "IReadOnlyDictionary<TKey, TValue>", "ICollection");
        constructors(type);
        KeyedTypes.writing(type);
        type.property("int Count", DictionaryValue::count)
                .property("ICollection<TKey> Keys", DictionaryValue::keys)
                .property("ICollection<TValue> Values", DictionaryValue::values)
                .property("IEqualityComparer<TKey> Comparer", DictionaryValue::comparer);
        InterfaceTypes.enumerates(type, "KeyValuePair<TKey, TValue>");
        looking(type);
        changing(type);
    }

    private static void constructors(TypeBuilder type) {
        type.methodWith("()", (call, a) -> create(type, call, null));
        type.methodWith("(int capacity)", (call, a) -> sized(type, call, a[0], null));
        type.methodWith("(" + COMPARER, (call, a) -> create(type, call, a[0]));
        type.methodWith("(int capacity, " + COMPARER, (call, a) -> sized(type, call, a[0], a[1]));
        String dictionary = "(IDictionary<TKey, TValue> dictionary";
        type.methodWith(dictionary + ")", (call, a) -> copied(type, call, a[0], null))
                .costly();
        type.methodWith(dictionary + ", " + COMPARER, (call, a) -> copied(type, call, a[0], a[1]))
                .costly();
        String pairs = "(IEnumerable<KeyValuePair<TKey, TValue>> collection";
        type.methodWith(pairs + ")", (call, a) -> filled(type, call, a[0], null))
                .costly();
        type.methodWith(pairs + ", " + COMPARER, (call, a) -> filled(type, call, a[0], a[1]))
                .costly();
    }

    private static DictionaryValue create(TypeBuilder type, Code.Call call, @Nullable Object comparer) {
        return new DictionaryValue(
                type.table().get("Dictionary", call.types().get(0), call.types().get(1)), DefaultComparer.or(comparer));
    }

    private static Object sized(
            TypeBuilder type, Code.Call call, @Nullable Object capacity, @Nullable Object comparer) {
        if ((Integer) Objects.requireNonNull(capacity) < 0) {
            throw Require.outOfRange("capacity");
        }
        return create(type, call, comparer);
    }

    private static Object copied(TypeBuilder type, Code.Call call, @Nullable Object source, @Nullable Object comparer) {
        Object view = Require.argument(source, "dictionary");
        Object pairs = view instanceof DictionaryView dictionary ? dictionary.pairs() : view;
        return fill(create(type, call, comparer), call, pairs);
    }

    private static Object filled(TypeBuilder type, Code.Call call, @Nullable Object source, @Nullable Object comparer) {
        return fill(create(type, call, comparer), call, Require.argument(source, "collection"));
    }

    private static DictionaryValue fill(DictionaryValue made, Code.Call call, Object pairs) {
        Cursor in = new Cursor(call.evaluation(), pairs);
        while (in.move()) {
            call.evaluation().make(1);
            made.add(in.current());
        }
        return made;
    }

    private static void looking(TypeBuilder type) {
        type.method(
                        "bool ContainsKey(TKey key)",
                        (DictionaryValue self, @Nullable Object key) -> self.containsKey(Require.argument(key, "key")))
                .methodWith("bool ContainsValue(TValue value)", (call, a) -> {
                    call.evaluation().steps(1 + self(a).count());
                    return self(a).values().contains(a[1]);
                })
                .costly()
                .methodWith(
                        "bool TryGetValue(TKey key, out TValue value)",
                        (call, a) -> KeyedTypes.tryGet(
                                self(a),
                                a[1],
                                KeyedTypes.ref(a[2]),
                                Defaults.of(call.types().get(1))));
    }

    private static DictionaryValue self(@Nullable Object[] arguments) {
        return (DictionaryValue) Objects.requireNonNull(arguments[0]);
    }

    private static void changing(TypeBuilder type) {
        type.method("void Clear()", (DictionaryValue self) -> {
                    self.clear();
                    return null;
                })
                .methodWith("bool Remove(TKey key, out TValue value)", (call, a) -> {
                    boolean there = KeyedTypes.tryGet(
                            self(a),
                            a[1],
                            KeyedTypes.ref(a[2]),
                            Defaults.of(call.types().get(1)));
                    return there && self(a).removeKey(Objects.requireNonNull(a[1]));
                })
                .methodWith("bool TryAdd(TKey key, TValue value)", (call, a) -> {
                    call.evaluation().make(1);
                    return self(a).tryAdd(Require.argument(a[1], "key"), a[2]);
                });
        capacity(type);
    }

    private static void capacity(TypeBuilder type) {
        type.method("int EnsureCapacity(int capacity)", (DictionaryValue self, Integer capacity) -> {
                    if (capacity < 0) {
                        throw Require.outOfRange("capacity");
                    }
                    return Primes.atLeast(Math.max(capacity, self.count()));
                })
                .method("void TrimExcess()", (DictionaryValue self) -> null)
                .method("void TrimExcess(int capacity)", (DictionaryValue self, Integer capacity) -> {
                    if (capacity < self.count()) {
                        throw Require.outOfRange("capacity");
                    }
                    return null;
                });
    }
}
