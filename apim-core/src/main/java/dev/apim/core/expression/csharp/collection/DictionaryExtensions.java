package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DictionaryView;
import dev.apim.core.expression.csharp.value.Ref;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code System.Collections.Generic.CollectionExtensions}: what dictionaries got in later versions of .NET. */
final class DictionaryExtensions {
    private static final String READ = "<TKey, TValue>(this IReadOnlyDictionary<TKey, TValue> dictionary, TKey key";
    private static final String WRITTEN = "<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, TKey key";

    private DictionaryExtensions() {}

    static void define(TypeBuilder type) {
        type.methodWith("TValue GetValueOrDefault" + READ + ")", (call, a) -> found(a, Defaults.of(last(call.types()))))
                .methodWith("TValue GetValueOrDefault" + READ + ", TValue defaultValue)", (call, a) -> found(a, a[2]))
                .methodWith("bool TryAdd" + WRITTEN + ", TValue value)", (call, a) -> {
                    call.evaluation().make(1);
                    return dictionary(a).tryAdd(Require.argument(a[1], "key"), a[2]);
                })
                .methodWith("bool Remove" + WRITTEN + ", out TValue value)", (call, a) -> {
                    @SuppressWarnings("unchecked") // an out parameter always comes as one
                    Ref<@Nullable Object> value = (Ref<@Nullable Object>) Objects.requireNonNull(a[2]);
                    DictionaryValue dictionary = dictionary(a);
                    Object key = Require.argument(a[1], "key");
                    boolean there = dictionary.containsKey(key);
                    value.value = there ? dictionary.get(key) : Defaults.of(last(call.types()));
                    return there && dictionary.removeKey(key);
                });
    }

    private static CsType last(java.util.List<CsType> types) {
        return types.get(types.size() - 1);
    }

    private static @Nullable Object found(@Nullable Object[] a, @Nullable Object otherwise) {
        DictionaryView dictionary = (DictionaryView) Require.argument(a[0], "dictionary");
        Object key = Require.argument(a[1], "key");
        return dictionary.containsKey(key) ? dictionary.get(key) : otherwise;
    }

    /** .NET's other dictionaries cannot be changed. */
    private static DictionaryValue dictionary(@Nullable Object[] a) {
        return (DictionaryValue) Require.argument(a[0], "dictionary");
    }
}
