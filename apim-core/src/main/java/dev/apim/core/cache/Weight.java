package dev.apim.core.cache;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.cache.ResponseCache.CachedResponse;
import dev.apim.core.expression.csharp.json.JToken;
import dev.apim.core.expression.csharp.value.Composite;
import dev.apim.core.expression.csharp.xml.XNode;
import java.util.Arrays;
import java.util.Map;

/** About how many bytes of memory a value takes. */
final class Weight {
    private static final int OBJECT = 64;
    private static final int DEEPEST = 100;

    /** For each character of the text of a tree. */
    private static final int TREE = 4;

    private Weight() {}

    static long of(Object value) {
        return of(value, 0);
    }

    private static long of(Object value, int depth) {
        if (depth > DEEPEST) {
            return OBJECT;
        }
        if (value instanceof CharSequence text) {
            return OBJECT + 2L * text.length();
        }
        if (value instanceof byte[] bytes) {
            return OBJECT + bytes.length;
        }
        if (value instanceof CachedResponse response) {
            return 10L * OBJECT + response.body().length;
        }
        if (value instanceof JsonNode node && node.isValueNode()) {
            return OBJECT + 2L * node.asText().length();
        }
        if (value instanceof JsonNode node && node.isObject()) {
            long sum = OBJECT;
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                sum += OBJECT + 2L * property.getKey().length() + of(property.getValue(), depth + 1);
            }
            return sum;
        }
        if (value instanceof Map<?, ?> map) {
            return OBJECT + of(map.keySet(), depth + 1) + of(map.values(), depth + 1);
        }
        if (value instanceof JToken token) {
            return OBJECT + TREE * (long) token.text(false).length();
        }
        if (value instanceof XNode node) {
            return OBJECT + TREE * (long) node.toString().length();
        }
        return value instanceof Kept kept ? OBJECT + kept.bytes() : ofParts(value, depth);
    }

    private static long ofParts(Object value, int depth) {
        if (value instanceof Composite composite) {
            return OBJECT + 2 * composite.weight();
        }
        if (value instanceof Object[] array) {
            return ofAll(Arrays.asList(array), depth);
        }
        return value instanceof Iterable<?> items ? ofAll(items, depth) : OBJECT;
    }

    private static long ofAll(Iterable<?> items, int depth) {
        long sum = OBJECT;
        for (Object item : items) {
            sum += 8 + (item == null ? 0 : of(item, depth + 1));
        }
        return sum;
    }
}
