package dev.apim.core.expression.context;

import static dev.apim.core.expression.context.ContextType.BOOL;
import static dev.apim.core.expression.context.ContextType.INT;
import static dev.apim.core.expression.context.ContextType.OBJECT;
import static dev.apim.core.expression.context.ContextType.STRING;
import static dev.apim.core.expression.context.ContextType.STRING_ARRAY;

import dev.apim.http.Headers;
import dev.apim.http.QueryParameters;
import dev.apim.policy.ExpressionException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The read-only dictionaries. A look-up goes to the message itself; nothing is copied for it. */
final class Dictionaries {
    private static final String[] NO_VALUES = new String[0];

    /** Fields of a message: a key has one or more values, and its case does not matter. */
    static final ContextType HEADERS = multi(
            ContextType.type("IReadOnlyDictionary<string, string[]>", Headers.class),
            Headers.class,
            new MultiMap<>(Headers::all, Headers::joined, Headers::contains, Headers::names));

    /** Parameters of a query: a key has one or more values, and its case does not matter. */
    static final ContextType QUERY = multi(
            ContextType.type("IReadOnlyDictionary<string, string[]>", QueryParameters.class),
            QueryParameters.class,
            new MultiMap<>(QueryParameters::all, Dictionaries::joined, QueryParameters::contains, Dictionaries::names));

    /** Template parameters. */
    static final ContextType STRINGS = single("IReadOnlyDictionary<string, string>", STRING);

    /** Variables, and any dictionary kept in one. */
    static final ContextType OBJECTS = single("IReadOnlyDictionary<string, object>", OBJECT);

    private Dictionaries() {}

    /** How a multimap of strings is looked into. */
    private record MultiMap<J>(
            BiFunction<J, String, List<String>> all,
            BiFunction<J, String, @Nullable String> joined,
            BiPredicate<J, String> contains,
            Function<J, Set<String>> names) {}

    private static <J> ContextType multi(ContextType.Builder<J> type, Class<J> java, MultiMap<J> map) {
        return type.property("Count", INT, t -> map.names.apply(t).size())
                .property("Keys", ContextType.listOf(STRING), t -> List.copyOf(map.names.apply(t)))
                .property(
                        "Values",
                        ContextType.listOf(STRING_ARRAY),
                        t -> map.names.apply(t).stream()
                                .map(name -> map.all.apply(t, name).toArray(NO_VALUES))
                                .toList())
                .method("ContainsKey", BOOL, 1, List.of(STRING), (t, x, a) -> map.contains.test(java.cast(t), key(a)))
                .method("GetValueOrDefault", STRING, 1, List.of(STRING, STRING), (t, x, a) -> {
                    String joined = map.joined.apply(java.cast(t), key(a));
                    return joined != null || a.length == 1 ? joined : a[1];
                })
                .indexer(STRING, STRING_ARRAY, (t, x, a) -> {
                    List<String> values = map.all.apply(java.cast(t), key(a));
                    if (values.isEmpty()) {
                        throw notFound(key(a));
                    }
                    return values.toArray(NO_VALUES);
                })
                .build();
    }

    /** The dictionary of a map whose values are of one type. */
    @SuppressWarnings("rawtypes") // a class literal has no type arguments
    static ContextType single(String name, ContextType value) {
        return ContextType.type(name, Map.class)
                .property("Count", INT, Map::size)
                .property("Keys", ContextType.listOf(STRING), t -> List.copyOf((Collection<?>) t.keySet()))
                .property(
                        "Values",
                        ContextType.listOf(value),
                        t -> Arrays.asList(t.values().toArray()))
                .method("ContainsKey", BOOL, 1, List.of(STRING), (t, x, a) -> ((Map<?, ?>) t).containsKey(key(a)))
                .method("GetValueOrDefault", value, 1, List.of(STRING, value), (t, x, a) -> {
                    Object found = ((Map<?, ?>) t).get(key(a));
                    boolean present = found != null || ((Map<?, ?>) t).containsKey(key(a));
                    return present || a.length == 1 ? found : a[1];
                })
                .indexer(STRING, value, (t, x, a) -> {
                    Object found = ((Map<?, ?>) t).get(key(a));
                    if (found == null && !((Map<?, ?>) t).containsKey(key(a))) {
                        throw notFound(key(a));
                    }
                    return found;
                })
                .build();
    }

    private static String key(@Nullable Object[] arguments) {
        if (arguments[0] == null) {
            throw new ExpressionException("Value cannot be null. (Parameter 'key')");
        }
        return (String) arguments[0];
    }

    private static ExpressionException notFound(String key) {
        return new ExpressionException("The given key '" + key + "' was not present in the dictionary.");
    }

    private static @Nullable String joined(QueryParameters query, String name) {
        List<String> values = query.all(name);
        return values.isEmpty() ? null : String.join(",", values);
    }

    private static Set<String> names(QueryParameters query) {
        Map<String, Boolean> seen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Set<String> names = new LinkedHashSet<>();
        for (QueryParameters.Parameter parameter : query.list()) {
            if (seen.put(parameter.name(), true) == null) {
                names.add(parameter.name());
            }
        }
        return names;
    }
}
