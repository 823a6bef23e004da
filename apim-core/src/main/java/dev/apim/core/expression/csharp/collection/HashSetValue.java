package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Typed;
import dev.apim.core.expression.csharp.value.CollectionView;
import dev.apim.core.expression.csharp.value.Comparer;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** .NET's {@code HashSet<T>}, in its order. Not thread-safe, as there. */
public final class HashSetValue implements CollectionView, Typed {
    private final CsType type;
    private final SlotTable table;

    /** An empty one of the type {@code HashSet<T>}. */
    public HashSetValue(CsType type) {
        this(type, DefaultComparer.INSTANCE);
    }

    HashSetValue(CsType type, Comparer comparer) {
        this.type = type;
        this.table = new SlotTable(comparer);
    }

    /** An empty one of the same type that tells its keys apart as this one does. */
    public HashSetValue emptied() {
        return new HashSetValue(type, table.comparer());
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
    public boolean contains(@Nullable Object item) {
        return table.contains(item);
    }

    /** The element that equals this, null without one. */
    @Nullable
    Object actual(@Nullable Object item) {
        int slot = table.slot(item);
        return slot < 0 ? null : table.key(slot);
    }

    @Override
    public void add(@Nullable Object item) {
        table.add(item, null);
    }

    /** Adds one that there is not yet, and tells whether that was so. */
    boolean addNew(@Nullable Object item) {
        return table.add(item, null);
    }

    @Override
    public boolean remove(@Nullable Object item) {
        return table.remove(item);
    }

    @Override
    public void clear() {
        table.clear();
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return table.iterator((key, value) -> key);
    }

    @Override
    public String toString() {
        return type.fullName();
    }
}
