package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.value.CollectionView;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** .NET's {@code Dictionary<TKey, TValue>.KeyCollection} and {@code ValueCollection}: they follow the dictionary. */
final class KeysOrValues implements CollectionView {
    private final DictionaryValue dictionary;
    private final boolean keys;

    KeysOrValues(DictionaryValue dictionary, boolean keys) {
        this.dictionary = dictionary;
        this.keys = keys;
    }

    @Override
    public int count() {
        return dictionary.count();
    }

    @Override
    public boolean contains(@Nullable Object item) {
        return keys ? item != null && dictionary.containsKey(item) : CollectionView.super.contains(item);
    }

    @Override
    public void add(@Nullable Object item) {
        throw refusal();
    }

    @Override
    public boolean remove(@Nullable Object item) {
        throw refusal();
    }

    @Override
    public void clear() {
        throw refusal();
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return dictionary.iterator(keys);
    }

    private DotNetException refusal() {
        return new DotNetException(
                "System.NotSupportedException",
                "Mutating a " + (keys ? "key" : "value") + " collection derived from a dictionary is not allowed.");
    }

    @Override
    public String toString() {
        String name = dictionary.type().fullName();
        int arguments = name.indexOf('[');
        return name.substring(0, arguments)
                + (keys ? "+KeyCollection" : "+ValueCollection")
                + name.substring(arguments);
    }
}
