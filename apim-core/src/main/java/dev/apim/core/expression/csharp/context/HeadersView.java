package dev.apim.core.expression.csharp.context;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.KeyValuePair;
import dev.apim.http.Headers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a message as {@code IReadOnlyDictionary<string, string[]>}; the case of a name does not matter. */
record HeadersView(Headers headers) implements MultiView, Iterable<@Nullable Object> {
    private static final String[] NONE = new String[0];

    @Override
    public int count() {
        return headers.names().size();
    }

    @Override
    public boolean containsKey(Object key) {
        return headers.contains((String) key);
    }

    @Override
    public @Nullable String joined(String name) {
        return headers.joined(name);
    }

    @Override
    public Object get(Object key) {
        List<String> values = headers.all((String) key);
        if (values.isEmpty()) {
            throw DotNetException.keyNotFound(key);
        }
        return values.toArray(NONE);
    }

    @Override
    public Iterable<@Nullable Object> pairs() {
        List<@Nullable Object> pairs = new ArrayList<>();
        for (String name : headers.names()) {
            pairs.add(new KeyValuePair(name, headers.all(name).toArray(NONE)));
        }
        return pairs;
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return pairs().iterator();
    }

    @Override
    public String toString() {
        return "System.Collections.Generic.IReadOnlyDictionary`2[System.String,System.String[]]";
    }
}
