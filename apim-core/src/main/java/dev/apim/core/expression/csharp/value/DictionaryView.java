package dev.apim.core.expression.csharp.value;

import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The Java face of .NET's {@code IDictionary<TKey, TValue>} and {@code IReadOnlyDictionary<TKey, TValue>}. One that is enumerated as its
 * pairs is an {@link Iterable} of them besides; this face does not ask for it, as a {@code JObject} is two sequences at once. What it does
 * not override of the writing half throws .NET's {@code NotSupportedException}. The functions leave null keys to the implementation: the members that authors call refuse them.
 */
public interface DictionaryView {
    /** How many pairs it has. */
    int count();

    /** Whether it has a key. */
    boolean containsKey(Object key);

    /**
     * The value of a key.
     *
     * @throws DotNetException a {@code KeyNotFoundException} where it has none
     */
    @Nullable
    Object get(Object key);

    /** Its pairs, each a {@link KeyValuePair}, in its order. */
    Iterable<@Nullable Object> pairs();

    /** Its keys. */
    default CollectionView keys() {
        return new Part(this, KeyValuePair::key);
    }

    /** Its values. */
    default CollectionView values() {
        return new Part(this, KeyValuePair::value);
    }

    /** .NET's {@code IsReadOnly}. */
    default boolean isReadOnly() {
        return true;
    }

    /** Puts a value at a key, whether there is one or not. */
    default void put(Object key, @Nullable Object value) {
        throw CollectionView.readOnly();
    }

    /** Adds a pair whose key there is not yet. */
    default void addPair(Object key, @Nullable Object value) {
        throw CollectionView.readOnly();
    }

    /** Removes a key, and tells whether there was one. */
    default boolean removeKey(Object key) {
        throw CollectionView.readOnly();
    }

    /** Removes all. */
    default void clear() {
        throw CollectionView.readOnly();
    }

    /**
     * The keys or the values of a dictionary, as they are when one looks.
     *
     * @param half which of a pair
     */
    record Part(DictionaryView dictionary, Function<KeyValuePair, @Nullable Object> half) implements CollectionView {
        @Override
        public int count() {
            return dictionary.count();
        }

        @Override
        public Iterator<@Nullable Object> iterator() {
            Iterator<@Nullable Object> pairs = dictionary.pairs().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return pairs.hasNext();
                }

                @Override
                public @Nullable Object next() {
                    return half.apply((KeyValuePair) java.util.Objects.requireNonNull(pairs.next()));
                }
            };
        }
    }
}
