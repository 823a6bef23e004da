package dev.apim.core.expression.csharp.context;

import dev.apim.core.expression.csharp.value.DictionaryView;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.KeyValuePair;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map of the engine, such as the variables, as a read-only dictionary. */
record MapView(Map<?, ?> map) implements DictionaryView, Iterable<@Nullable Object> {
    @Override
    public int count() {
        return map.size();
    }

    @Override
    public boolean containsKey(Object key) {
        return map.containsKey(key);
    }

    @Override
    public @Nullable Object get(Object key) {
        Object value = map.get(key);
        if (value == null && !map.containsKey(key)) {
            throw DotNetException.keyNotFound(key);
        }
        return ContextValues.of(value);
    }

    /** The value of a key; null of none. */
    @Nullable
    Object orNull(String key) {
        return ContextValues.of(map.get(key));
    }

    @Override
    public Iterable<@Nullable Object> pairs() {
        List<@Nullable Object> pairs = new ArrayList<>();
        map.forEach((key, value) -> pairs.add(new KeyValuePair(key, ContextValues.of(value))));
        return pairs;
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return pairs().iterator();
    }

    @Override
    public String toString() {
        return "System.Collections.Generic.IReadOnlyDictionary`2[System.String,System.Object]";
    }
}
