package dev.apim.core.expression.csharp.json;

import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A step of a JSONPath: gives the tokens that it leads to from one. */
sealed interface PathFilter {
    /**
     * What the steps of one selection share.
     *
     * @param strict whether no match is an error
     */
    record Selection(JToken root, boolean strict, Evaluation evaluation) {}

    /** Gives to {@code found} what it leads to. */
    void from(JToken token, Selection selection, Consumer<JToken> found);

    /** {@code .name}, {@code ['name']}; without a name {@code .*}. */
    record Field(@Nullable String name) implements PathFilter {
        @Override
        public void from(JToken token, Selection selection, Consumer<JToken> found) {
            String shown = name == null ? "*" : name;
            if (!(token instanceof JObject object)) {
                if (selection.strict()) {
                    throw JsonErrors.json("Property '" + shown + "' not valid on "
                            + token.getClass().getSimpleName() + ".");
                }
                return;
            }
            if (name == null) {
                object.children().forEach(child -> found.accept(((JProperty) child).value()));
                return;
            }
            JToken value = object.value(name);
            if (value != null) {
                found.accept(value);
            } else if (selection.strict()) {
                throw JsonErrors.json("Property '" + name + "' does not exist on JObject.");
            }
        }
    }

    /** {@code ['a', 'b']}. */
    record Fields(List<String> names) implements PathFilter {
        @Override
        public void from(JToken token, Selection selection, Consumer<JToken> found) {
            if (!(token instanceof JObject)) {
                if (selection.strict()) {
                    throw JsonErrors.json("Properties '" + String.join("', '", names) + "' not valid on "
                            + token.getClass().getSimpleName() + ".");
                }
                return;
            }
            names.forEach(name -> new Field(name).from(token, selection, found));
        }
    }

    /** {@code [2]}; without an index {@code [*]}. */
    record Index(@Nullable Integer index) implements PathFilter {
        @Override
        public void from(JToken token, Selection selection, Consumer<JToken> found) {
            if (index == null) {
                if (token instanceof JArray || token instanceof JConstructor) {
                    token.children().forEach(found);
                } else if (selection.strict()) {
                    throw JsonErrors.json(
                            "Index * not valid on " + token.getClass().getSimpleName() + ".");
                }
                return;
            }
            if (!(token instanceof JArray || token instanceof JConstructor)) {
                if (selection.strict()) {
                    throw JsonErrors.json("Index " + index + " not valid on "
                            + token.getClass().getSimpleName() + ".");
                }
                return;
            }
            JContainer list = (JContainer) token;
            JToken child = index < 0 ? (JToken) list.at(index) : list.childAt(index);
            if (child != null) {
                found.accept(child);
            } else if (selection.strict()) {
                throw JsonErrors.json("Index " + index + " outside the bounds of "
                        + token.getClass().getSimpleName() + ".");
            }
        }
    }

    /** {@code [0, 2]}. */
    record Indexes(List<Integer> indexes) implements PathFilter {
        @Override
        public void from(JToken token, Selection selection, Consumer<JToken> found) {
            indexes.forEach(index -> new Index(index).from(token, selection, found));
        }
    }

    /** {@code [1:3]}, {@code [::-1]}. */
    record Slice(
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable Integer step) implements PathFilter {
        @Override
        public void from(JToken token, Selection selection, Consumer<JToken> found) {
            if (step != null && step == 0) {
                throw JsonErrors.json("Step cannot be zero.");
            }
            if (!(token instanceof JArray array)) {
                if (selection.strict()) {
                    throw JsonErrors.json(
                            "Array slice is not valid on " + token.getClass().getSimpleName() + ".");
                }
                return;
            }
            int count = array.count();
            int by = step == null ? 1 : step;
            long from = start == null ? (by > 0 ? 0 : count - 1) : start < 0 ? (long) count + start : start;
            long to = end == null ? (by > 0 ? count : -1) : end < 0 ? (long) count + end : end;
            from = Math.min(Math.max(from, by > 0 ? 0 : Integer.MIN_VALUE), by > 0 ? Integer.MAX_VALUE : count - 1L);
            to = Math.min(Math.max(to, -1), count);
            boolean valid = by > 0 ? from < to : from > to;
            for (long i = from; valid && (by > 0 ? i < to : i > to); i += by) {
                JToken child = array.childAt((int) i);
                if (child != null) {
                    found.accept(child);
                }
            }
            if (!valid && selection.strict()) {
                throw JsonErrors.json("Array slice of " + (start == null ? "*" : start) + " to "
                        + (end == null ? "*" : end) + " returned no results.");
            }
        }
    }

    /** {@code ..name}, {@code ..['a', 'b']}, {@code ..*}: at any depth. */
    record Scan(@Nullable List<String> names) implements PathFilter {
        @Override
        public void from(JToken token, Selection selection, Consumer<JToken> found) {
            if (names == null) {
                found.accept(token);
            }
            walk(token, selection, found, 0);
        }

        private void walk(JToken token, Selection selection, Consumer<JToken> found, int depth) {
            JsonErrors.checkDepth(depth);
            for (JToken child : List.copyOf(token.children())) {
                selection.evaluation().step();
                JToken value = child instanceof JProperty property ? property.value() : child;
                if (names == null || (child instanceof JProperty property && names.contains(property.name()))) {
                    found.accept(value);
                }
                walk(value, selection, found, depth + 1);
            }
        }
    }

    /** {@code [?(…)]}: the children that meet a condition; {@code ..[?(…)]}: at any depth. */
    record Query(PathQuery query, boolean scan) implements PathFilter {
        @Override
        public void from(JToken token, Selection selection, Consumer<JToken> found) {
            if (!scan) {
                for (JToken child : token.children()) {
                    test(child, selection, found);
                }
                return;
            }
            test(token, selection, found);
            walk(token, selection, found, 0);
        }

        private void walk(JToken token, Selection selection, Consumer<JToken> found, int depth) {
            JsonErrors.checkDepth(depth);
            for (JToken child : token.children()) {
                test(child, selection, found);
                walk(child, selection, found, depth + 1);
            }
        }

        private void test(JToken token, Selection selection, Consumer<JToken> found) {
            selection.evaluation().step();
            if (query.matches(token, selection)) {
                found.accept(token);
            }
        }
    }

    /** {@code $} within a query. */
    record Root() implements PathFilter {
        @Override
        public void from(JToken token, Selection selection, Consumer<JToken> found) {
            found.accept(selection.root());
        }
    }
}
