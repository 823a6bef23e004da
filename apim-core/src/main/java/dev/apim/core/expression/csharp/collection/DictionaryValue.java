package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Typed;
import dev.apim.core.expression.csharp.value.CollectionView;
import dev.apim.core.expression.csharp.value.Comparer;
import dev.apim.core.expression.csharp.value.DictionaryView;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.KeyValuePair;
import dev.apim.core.expression.csharp.value.Texts;
import dev.apim.core.expression.csharp.value.Values;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** .NET's {@code Dictionary<TKey, TValue>}, in its order. Not thread-safe, as there. */
public final class DictionaryValue implements DictionaryView, CollectionView, Typed {
    private final CsType type;
    private final SlotTable table;

    /** An empty one of the type {@code Dictionary<TKey, TValue>}. */
    public DictionaryValue(CsType type) {
        this(type, DefaultComparer.INSTANCE);
    }

    /** An empty one that tells keys apart by a comparer. */
    public DictionaryValue(CsType type, Comparer comparer) {
        this.type = type;
        this.table = new SlotTable(comparer);
    }

    /** An empty one of the same type that tells its keys apart as this one does. */
    public DictionaryValue emptied() {
        return new DictionaryValue(type, table.comparer());
    }

    @Override
    public CsType type() {
        return type;
    }

    Comparer comparer() {
        return table.comparer();
    }

    @Override
    public int count() {
        return table.count();
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public boolean containsKey(Object key) {
        return table.contains(key);
    }

    @Override
    public @Nullable Object get(Object key) {
        int slot = table.slot(key);
        if (slot < 0) {
            throw DotNetException.keyNotFound(key);
        }
        return table.value(slot);
    }

    @Override
    public void put(Object key, @Nullable Object value) {
        int slot = table.slot(key);
        if (slot < 0) {
            table.add(key, value);
        } else {
            table.put(slot, value);
        }
    }

    /** Adds a pair unless its key is there. */
    boolean tryAdd(Object key, @Nullable Object value) {
        return table.add(key, value);
    }

    @Override
    public void addPair(Object key, @Nullable Object value) {
        if (!table.add(key, value)) {
            throw DotNetException.argument(
                    "An item with the same key has already been added. Key: " + Texts.of(key), null);
        }
    }

    @Override
    public boolean removeKey(Object key) {
        return table.remove(key);
    }

    @Override
    public void add(@Nullable Object item) {
        KeyValuePair pair = pair(item);
        addPair(Require.argument(pair.key(), "key"), pair.value());
    }

    @Override
    public boolean contains(@Nullable Object item) {
        KeyValuePair pair = pair(item);
        int slot = table.slot(Require.argument(pair.key(), "key"));
        return slot >= 0 && Values.equal(table.value(slot), pair.value());
    }

    @Override
    public boolean remove(@Nullable Object item) {
        return contains(item) && table.remove(pair(item).key());
    }

    @Override
    public void clear() {
        table.clear();
    }

    @Override
    public Iterable<@Nullable Object> pairs() {
        return this;
    }

    @Override
    public CollectionView keys() {
        return new KeysOrValues(this, true);
    }

    @Override
    public CollectionView values() {
        return new KeysOrValues(this, false);
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return table.iterator(KeyValuePair::new);
    }

    Iterator<@Nullable Object> iterator(boolean keys) {
        return table.iterator((key, value) -> keys ? key : value);
    }

    private static KeyValuePair pair(@Nullable Object item) {
        return item instanceof KeyValuePair pair ? pair : new KeyValuePair(null, null);
    }

    @Override
    public String toString() {
        return type.fullName();
    }
}
