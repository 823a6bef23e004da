package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Typed;
import dev.apim.core.expression.csharp.value.CollectionView;
import dev.apim.core.expression.csharp.value.Comparer;
import dev.apim.core.expression.csharp.value.Delegate;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.Iterator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** .NET's {@code ILookup<TKey, TElement>}: groups in the order in which their keys first came. */
final class LookupValue implements CollectionView, Typed {
    private final CsType type;
    private final CsType groupType;
    private final SlotTable groups;

    LookupValue(CsType type, CsType groupType, Comparer comparer) {
        this.type = type;
        this.groupType = groupType;
        this.groups = new SlotTable(comparer);
    }

    /** Puts the elements of a sequence into it. */
    LookupValue fill(Evaluation evaluation, Object source, Delegate key, @Nullable Delegate element) {
        Cursor in = new Cursor(evaluation, source);
        while (in.move()) {
            evaluation.make(1);
            group(key.call(in.current())).take(element == null ? in.current() : element.call(in.current()));
        }
        return this;
    }

    /** The same without the elements of no key, as joins have it. */
    LookupValue fillKeyed(Evaluation evaluation, Object source, Delegate key) {
        Cursor in = new Cursor(evaluation, source);
        while (in.move()) {
            evaluation.make(1);
            Object found = key.call(in.current());
            if (found != null) {
                group(found).take(in.current());
            }
        }
        return this;
    }

    private GroupValue group(@Nullable Object key) {
        int slot = groups.slot(key);
        if (slot >= 0) {
            return (GroupValue) java.util.Objects.requireNonNull(groups.value(slot));
        }
        GroupValue group = new GroupValue(groupType, key);
        groups.add(key, group);
        return group;
    }

    /** The elements of a key; none where it is unknown. */
    @Nullable
    GroupValue find(@Nullable Object key) {
        int slot = groups.slot(key);
        return slot < 0 ? null : (GroupValue) groups.value(slot);
    }

    @Override
    public CsType type() {
        return type;
    }

    @Override
    public int count() {
        return groups.count();
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return groups.iterator((key, group) -> group);
    }

    @Override
    public String toString() {
        return "System.Linq.Lookup`2"
                + type.arguments().stream().map(CsType::fullName).collect(Collectors.joining(",", "[", "]"));
    }
}
