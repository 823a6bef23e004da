package dev.apim.core.expression.csharp.regex;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.ListView;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A {@code MatchCollection}, or the values of a {@code CaptureCollection}: read-only, found as far as it is read. Not thread-safe. */
final class ItemList implements ListView {
    private final List<Object> found = new ArrayList<>();
    private final Supplier<@Nullable Object> source;
    private boolean complete;

    private ItemList(Supplier<@Nullable Object> source) {
        this.source = source;
    }

    /** Of these. */
    static ItemList of(Object... items) {
        ItemList list = new ItemList(() -> null);
        list.found.addAll(List.of(items));
        return list;
    }

    /** Of what is found one after the other, until it is null. */
    static ItemList lazy(Supplier<@Nullable Object> source) {
        return new ItemList(source);
    }

    private boolean has(int index) {
        while (!complete && found.size() <= index) {
            Object next = source.get();
            if (next == null) {
                complete = true;
            } else {
                found.add(next);
            }
        }
        return index < found.size();
    }

    @Override
    public int count() {
        has(Integer.MAX_VALUE - 1);
        return found.size();
    }

    @Override
    public Object at(int index) {
        if (index < 0 || !has(index)) {
            throw DotNetException.outOfRange("Specified argument was out of the range of valid values.", "i");
        }
        return found.get(index);
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return new Iterator<>() {
            private int at;

            @Override
            public boolean hasNext() {
                return has(at);
            }

            @Override
            public Object next() {
                if (!has(at)) {
                    throw new NoSuchElementException();
                }
                return found.get(at++);
            }
        };
    }

    @Override
    public String toString() {
        return "System.Text.RegularExpressions.MatchCollection";
    }
}
