package dev.apim.core.expression.csharp.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code new { a = 1 }} makes. Equal to another of the same names with equal values. Immutable. */
public final class AnonymousObject implements Composite {
    private final List<String> names;
    private final List<@Nullable Object> values;
    private final long weight;

    /**
     * With copies of both.
     *
     * @param names in order
     * @param values one a name
     */
    public AnonymousObject(List<String> names, List<@Nullable Object> values) {
        this.names = List.copyOf(names);
        this.values = Collections.unmodifiableList(new ArrayList<>(values));
        this.weight = Composite.weight(this.values.toArray());
    }

    /** The names in order. */
    public List<String> names() {
        return names;
    }

    /** One a name. */
    public List<@Nullable Object> values() {
        return values;
    }

    @Override
    public long weight() {
        return weight;
    }

    /** The value of a name it has. */
    public @Nullable Object get(String name) {
        return values.get(names.indexOf(name));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof AnonymousObject that) || !names.equals(that.names)) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (!Values.equal(values.get(i), that.values.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return values.stream().map(Values::hash).collect(Collectors.toList()).hashCode();
    }

    /** {@code { a = 1, b = x }}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{ ");
        for (int i = 0; i < names.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(names.get(i)).append(" = ");
            Composite.append(text, values.get(i));
        }
        return text.append(names.isEmpty() ? "}" : " }").toString();
    }
}
