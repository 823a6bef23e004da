package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.Comparer;
import dev.apim.core.expression.csharp.value.Delegate;
import dev.apim.core.expression.csharp.value.DictionaryView;
import dev.apim.core.expression.csharp.value.KeyValuePair;
import dev.apim.core.expression.csharp.value.Ref;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code IDictionary}, {@code IReadOnlyDictionary}, pairs, groups, look-ups and comparers. */
final class KeyedTypes {
    private KeyedTypes() {}

    static void register(TypeTable.Registry types) {
        String generic = "System.Collections.Generic.";
        types.type(
                generic + "IReadOnlyDictionary<TKey, TValue>",
                Kind.INTERFACE,
                DictionaryView.class,
                KeyedTypes::readOnlyDictionary);
        types.type(generic + "IDictionary<TKey, TValue>", Kind.INTERFACE, DictionaryView.class, KeyedTypes::dictionary);
        types.type(generic + "KeyValuePair<TKey, TValue>", Kind.STRUCT, KeyValuePair.class, KeyedTypes::pair);
        types.type(generic + "KeyValuePair", Kind.STATIC, Void.class, KeyedTypes::pairs);
        types.type("System.Linq.IGrouping<TKey, TElement>", Kind.INTERFACE, GroupValue.class, KeyedTypes::grouping);
        types.type("System.Linq.ILookup<TKey, TElement>", Kind.INTERFACE, LookupValue.class, KeyedTypes::lookup);
        types.type(
                "System.Linq.IOrderedEnumerable<T>",
                Kind.INTERFACE,
                OrderedSequence.class,
                type -> type.base("IEnumerable<T>"));
        types.type(generic + "IComparer<T>", Kind.INTERFACE, Comparer.class, type -> order(type, "T"));
        types.type("System.Collections.IComparer", Kind.INTERFACE, Comparer.class, type -> order(type, "object"));
        types.type(generic + "IEqualityComparer<T>", Kind.INTERFACE, Comparer.class, type -> equality(type, "T"));
        types.type(
                "System.Collections.IEqualityComparer",
                Kind.INTERFACE,
                Comparer.class,
                type -> equality(type, "object"));
        types.type(generic + "Comparer<T>", Kind.CLASS, OrderComparer.class, KeyedTypes::comparer);
        types.type(generic + "EqualityComparer<T>", Kind.CLASS, EqualComparer.class, KeyedTypes::equalityComparer);
    }

    /** Stand for {@code Comparer<T>} where only the names of the table's classes must differ. */
    private static final class OrderComparer {}

    private static final class EqualComparer {}

    private static void readOnlyDictionary(TypeBuilder type) {
        type.base("IReadOnlyCollection<KeyValuePair<TKey, TValue>>");
        type.method("TValue this[TKey key]", (DictionaryView self, @Nullable Object key) -> get(self, key))
                .property("IEnumerable<TKey> Keys", DictionaryView::keys)
                .property("IEnumerable<TValue> Values", DictionaryView::values);
        reading(type);
    }

    private static @Nullable Object get(DictionaryView self, @Nullable Object key) {
        return self.get(Require.argument(key, "key"));
    }

    private static void reading(TypeBuilder type) {
        type.method(
                        "bool ContainsKey(TKey key)",
                        (DictionaryView self, @Nullable Object key) -> self.containsKey(Require.argument(key, "key")))
                .methodWith("bool TryGetValue(TKey key, out TValue value)", (call, a) -> {
                    CsType value = call.types().get(1);
                    return tryGet((DictionaryView) Objects.requireNonNull(a[0]), a[1], ref(a[2]), Defaults.of(value));
                });
    }

    @SuppressWarnings("unchecked") // an out argument comes as its reference
    static Ref<@Nullable Object> ref(@Nullable Object argument) {
        return (Ref<@Nullable Object>) Objects.requireNonNull(argument);
    }

    static boolean tryGet(
            DictionaryView self, @Nullable Object wanted, Ref<@Nullable Object> value, @Nullable Object nothing) {
        Object key = Require.argument(wanted, "key");
        boolean there = self.containsKey(key);
        value.value = there ? self.get(key) : nothing;
        return there;
    }

    private static void dictionary(TypeBuilder type) {
        type.base("ICollection<KeyValuePair<TKey, TValue>>");
        type.property("ICollection<TKey> Keys", DictionaryView::keys)
                .property("ICollection<TValue> Values", DictionaryView::values);
        reading(type);
        writing(type);
    }

    /** The indexer and what else changes a dictionary. */
    static void writing(TypeBuilder type) {
        type.method("TValue this[TKey key]", (DictionaryView self, @Nullable Object key) -> get(self, key))
                .setIndex(
                        "TValue this[TKey key]",
                        (DictionaryView self, @Nullable Object key, @Nullable Object value) -> {
                            self.put(Require.argument(key, "key"), value);
                            return null;
                        })
                .methodWith("void Add(TKey key, TValue value)", (call, a) -> {
                    call.evaluation().make(1);
                    ((DictionaryView) Objects.requireNonNull(a[0])).addPair(Require.argument(a[1], "key"), a[2]);
                    return null;
                })
                .method(
                        "bool Remove(TKey key)",
                        (DictionaryView self, @Nullable Object key) -> self.removeKey(Require.argument(key, "key")));
    }

    private static void pair(TypeBuilder type) {
        type.defaultValue(new KeyValuePair(null, null))
                .method(
                        "(TKey key, TValue value)",
                        (@Nullable Object key, @Nullable Object value) -> new KeyValuePair(key, value))
                .property("TKey Key", KeyValuePair::key)
                .property("TValue Value", KeyValuePair::value)
                .method("string ToString()", KeyValuePair::toString)
                .methodWith("void Deconstruct(out TKey key, out TValue value)", (call, a) -> {
                    KeyValuePair pair = (KeyValuePair) Objects.requireNonNull(a[0]);
                    ref(a[1]).value = pair.key();
                    ref(a[2]).value = pair.value();
                    return null;
                });
    }

    private static void pairs(TypeBuilder type) {
        type.method(
                "static KeyValuePair<TKey, TValue> Create<TKey, TValue>(TKey key, TValue value)",
                (@Nullable Object key, @Nullable Object value) -> new KeyValuePair(key, value));
    }

    private static void grouping(TypeBuilder type) {
        type.base("IEnumerable<TElement>").property("TKey Key", GroupValue::key);
    }

    private static void lookup(TypeBuilder type) {
        type.base("IEnumerable<IGrouping<TKey, TElement>>")
                .property("int Count", LookupValue::count)
                .method("bool Contains(TKey key)", (LookupValue self, @Nullable Object key) -> self.find(key) != null)
                .methodWith("IEnumerable<TElement> this[TKey key]", (call, a) -> {
                    GroupValue group = ((LookupValue) Objects.requireNonNull(a[0])).find(a[1]);
                    return group == null ? ArrayValues.create(call.types().get(1), 0) : group;
                });
    }

    private static void order(TypeBuilder type, String element) {
        type.method(
                "int Compare(" + element + " x, " + element + " y)",
                (Comparer self, @Nullable Object x, @Nullable Object y) -> self.compare(x, y));
    }

    private static void equality(TypeBuilder type, String element) {
        type.method(
                        "bool Equals(" + element + " x, " + element + " y)",
                        (Comparer self, @Nullable Object x, @Nullable Object y) -> self.equal(x, y))
                .method(
                        "int GetHashCode(" + element + " obj)",
                        (Comparer self, @Nullable Object value) -> self.hash(value));
    }

    private static void comparer(TypeBuilder type) {
        type.base("IComparer<T>", "IComparer").instance(Comparer.class::isInstance);
        type.staticProperty("Comparer<T> Default", () -> DefaultComparer.INSTANCE)
                .method(
                        "static Comparer<T> Create(Comparison<T> comparison)",
                        (@Nullable Delegate comparison) ->
                                FunctionComparer.order(Require.argument(comparison, "comparison")));
        order(type, "T");
    }

    private static void equalityComparer(TypeBuilder type) {
        type.base("IEqualityComparer<T>", "IEqualityComparer").instance(Comparer.class::isInstance);
        type.staticProperty("EqualityComparer<T> Default", () -> DefaultComparer.INSTANCE)
                .method(
                        "static EqualityComparer<T> Create(Func<T, T, bool> equals, Func<T, int> getHashCode = null)",
                        (@Nullable Delegate equals, @Nullable Delegate hash) ->
                                new FunctionComparer(null, Require.argument(equals, "equals"), hash));
        equality(type, "T");
    }
}
