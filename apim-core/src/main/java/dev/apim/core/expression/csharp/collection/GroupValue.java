package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Typed;
import dev.apim.core.expression.csharp.value.ListView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** .NET's {@code IGrouping<TKey, TElement>}: the elements of one key. */
final class GroupValue implements ListView, Typed {
    private final CsType type;
    private final @Nullable Object key;
    private final List<@Nullable Object> elements = new ArrayList<>();

    GroupValue(CsType type, @Nullable Object key) {
        this.type = type;
        this.key = key;
    }

    @Override
    public CsType type() {
        return type;
    }

    @Nullable
    Object key() {
        return key;
    }

    /** Takes one more, while it is made. */
    void take(@Nullable Object element) {
        elements.add(element);
    }

    @Override
    public int count() {
        return elements.size();
    }

    @Override
    public @Nullable Object at(int index) {
        return elements.get(ListView.place(index, elements.size()));
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return Collections.unmodifiableList(elements).iterator();
    }

    @Override
    public String toString() {
        return "System.Linq.Grouping`2"
                + type.arguments().stream().map(CsType::fullName).collect(Collectors.joining(",", "[", "]"));
    }
}
