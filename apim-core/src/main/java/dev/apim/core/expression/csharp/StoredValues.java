package dev.apim.core.expression.csharp;

import dev.apim.core.expression.csharp.collection.DictionaryValue;
import dev.apim.core.expression.csharp.collection.HashSetValue;
import dev.apim.core.expression.csharp.collection.ListValue;
import dev.apim.core.expression.csharp.json.JToken;
import dev.apim.core.expression.csharp.value.AnonymousObject;
import dev.apim.core.expression.csharp.value.Delegate;
import dev.apim.core.expression.csharp.value.KeyValuePair;
import dev.apim.core.expression.csharp.value.TupleValue;
import dev.apim.core.expression.csharp.xml.XNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What expressions compute, kept for other requests: whatever could change after it was stored, or after one of them got it, is copied.
 */
public final class StoredValues {
    private StoredValues() {}

    /**
     * A copy that shares nothing which can change; a value that cannot change is itself.
     *
     * @return null of what cannot be kept: a lambda, or a sequence that is computed when it is enumerated
     */
    public static @Nullable Object copy(Object value) {
        if (value instanceof JToken token) {
            return token.deepClone(null);
        }
        if (value instanceof XNode node) {
            return node.copy();
        }
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        if (value instanceof Object[] array) {
            return array(array);
        }
        return value instanceof Iterable<?> ? collection(value) : structure(value);
    }

    private static @Nullable Object collection(Object value) {
        if (value instanceof ListValue list) {
            ListValue copy = new ListValue(list.type());
            for (Object element : list) {
                copy.add(element == null ? null : copy(element));
            }
            return copy;
        }
        if (value instanceof DictionaryValue dictionary) {
            DictionaryValue copy = dictionary.emptied();
            for (Object pair : dictionary.pairs()) {
                KeyValuePair entry = (KeyValuePair) Objects.requireNonNull(pair);
                Object element = entry.value();
                copy.put(Objects.requireNonNull(entry.key()), element == null ? null : copy(element));
            }
            return copy;
        }
        if (value instanceof HashSetValue set) {
            HashSetValue copy = set.emptied();
            set.forEach(copy::add);
            return copy;
        }
        return null;
    }

    private static @Nullable Object structure(Object value) {
        if (value instanceof TupleValue tuple) {
            return new TupleValue(array(tuple.toArray()));
        }
        if (value instanceof AnonymousObject object) {
            return new AnonymousObject(
                    object.names(),
                    java.util.Arrays.asList(array(object.values().toArray())));
        }
        return value instanceof Delegate ? null : value;
    }

    private static @Nullable Object[] array(@Nullable Object[] elements) {
        @Nullable Object[] copy = elements.clone();
        for (int i = 0; i < copy.length; i++) {
            Object element = copy[i];
            copy[i] = element == null ? null : copy(element);
        }
        return copy;
    }
}
