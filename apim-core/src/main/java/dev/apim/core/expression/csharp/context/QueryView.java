package dev.apim.core.expression.csharp.context;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.KeyValuePair;
import dev.apim.http.QueryParameters;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The parameters of a query as {@code IReadOnlyDictionary<string, string[]>}; the case of a name does not matter. */
record QueryView(QueryParameters query) implements MultiView, Iterable<@Nullable Object> {
    private static final String[] NONE = new String[0];

    @Override
    public int count() {
        return names().size();
    }

    @Override
    public boolean containsKey(Object key) {
        return query.contains((String) key);
    }

    @Override
    public @Nullable String joined(String name) {
        String joined = null;
        for (QueryParameters.Parameter parameter : query.list()) {
            if (parameter.name().equalsIgnoreCase(name)) {
                joined = joined == null ? parameter.value() : joined + "," + parameter.value();
            }
        }
        return joined;
    }

    @Override
    public Object get(Object key) {
        List<String> values = query.all((String) key);
        if (values.isEmpty()) {
            throw DotNetException.keyNotFound(key);
        }
        return values.toArray(NONE);
    }

    @Override
    public Iterable<@Nullable Object> pairs() {
        List<@Nullable Object> pairs = new ArrayList<>();
        for (String name : names()) {
            pairs.add(new KeyValuePair(name, query.all(name).toArray(NONE)));
        }
        return pairs;
    }

    /** In the order in which they first occur. */
    private List<String> names() {
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        return query.list().stream()
                .map(QueryParameters.Parameter::name)
                .filter(seen::add)
                .toList();
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
