package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.Typed;
import dev.apim.core.expression.csharp.value.ListView;
import dev.apim.core.expression.csharp.value.Values;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** .NET's {@code ReadOnlyCollection<T>}: a list, or an array, that is seen but not written through it. */
final class ReadOnlyListValue implements ListView, Typed {
    private final CsType type;
    private final Object list;

    ReadOnlyListValue(CsType type, Object list) {
        this.type = type;
        this.list = list;
    }

    @Override
    public CsType type() {
        return type;
    }

    @Override
    public int count() {
        return Faces.count(list);
    }

    @Override
    public @Nullable Object at(int index) {
        return Faces.at(list, index);
    }

    @Override
    public boolean contains(@Nullable Object item) {
        return Faces.contains(list, item);
    }

    @Override
    public int indexOf(@Nullable Object item) {
        return Faces.indexOf(list, item);
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return Values.iterate(list).iterator();
    }

    @Override
    public String toString() {
        return type.fullName();
    }
}
