package dev.apim.core.expression.el;

import static dev.apim.core.expression.context.ContextType.BOOL;
import static dev.apim.core.expression.context.ContextType.INT;
import static dev.apim.core.expression.context.ContextType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.expression.context.ContextType;
import dev.apim.policy.ExpressionException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be asked of an array, a list or a JSON array. */
final class ElLists {
    static final ContextType ANY = of(ContextType.OBJECT);

    private ElLists() {}

    /** A list with elements of one type. */
    static ContextType of(ContextType element) {
        List<ContextType> nothing = List.of();
        return ContextType.type("list", Object.class)
                .property("Count", INT, list -> items(list).size())
                .property("Length", INT, list -> items(list).size())
                .property("Size", INT, list -> items(list).size())
                .method("IsEmpty", BOOL, 0, nothing, (list, x, a) -> items(list).isEmpty())
                .method("First", element, 0, nothing, (list, x, a) -> at(list, 0))
                .method(
                        "Last",
                        element,
                        0,
                        nothing,
                        (list, x, a) -> at(list, items(list).size() - 1))
                .method("Contains", BOOL, 1, List.of(ContextType.OBJECT), (list, x, a) -> contains(list, a[0]))
                .method("Join", STRING, 1, List.of(STRING), (list, x, a) -> join(list, (String) a[0]))
                .indexer(INT, element, (list, x, a) -> at(list, (Integer) Objects.requireNonNull(a[0])))
                .build();
    }

    /** Whether a value met at run time is a list. */
    static boolean isOne(Object value) {
        return value instanceof List || value instanceof Object[] || (value instanceof JsonNode json && json.isArray());
    }

    private static List<?> items(Object list) {
        if (list instanceof Object[] array) {
            return Arrays.asList(array);
        }
        if (list instanceof JsonNode json) {
            return new JsonItems(json);
        }
        return (List<?>) list;
    }

    private static @Nullable Object at(Object list, int index) {
        List<?> items = items(list);
        if (items.isEmpty() && index <= 0) {
            throw new ExpressionException("Sequence contains no elements.");
        }
        if (index < 0 || index >= items.size()) {
            throw new ExpressionException("Index was outside the bounds of the array.");
        }
        return ElValues.of(items.get(index));
    }

    private static boolean contains(Object list, @Nullable Object wanted) {
        for (Object item : items(list)) {
            if (Boolean.TRUE.equals(ElOperator.EQUAL.compute(ElValues.of(item), wanted))) {
                return true;
            }
        }
        return false;
    }

    private static String join(Object list, @Nullable String separator) {
        StringBuilder text = new StringBuilder();
        String between = "";
        for (Object item : items(list)) {
            text.append(between).append(ElValues.text(ElValues.of(item)));
            ElLimits.checkOutput(text.length());
            between = separator == null ? "" : separator;
        }
        return text.toString();
    }

    /** A JSON array as a list, without a copy. */
    private static final class JsonItems extends java.util.AbstractList<JsonNode> {
        private final JsonNode json;

        JsonItems(JsonNode json) {
            this.json = json;
        }

        @Override
        public JsonNode get(int index) {
            return Objects.requireNonNull(json.get(index));
        }

        @Override
        public int size() {
            return json.size();
        }
    }
}
