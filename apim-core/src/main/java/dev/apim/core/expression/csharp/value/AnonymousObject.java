package dev.apim.core.expression.csharp.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code new { a = 1 }} makes. Equal to another of the same names with equal values. Immutable.
 *
 * @param names in order
 * @param values one a name
 */
public record AnonymousObject(List<String> names, List<@Nullable Object> values) {
    /** With copies of both. */
    public AnonymousObject {
        names = List.copyOf(names);
        values = Collections.unmodifiableList(new ArrayList<>(values));
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
        StringJoiner text = new StringJoiner(", ", "{ ", " }").setEmptyValue("{ }");
        for (int i = 0; i < names.size(); i++) {
            text.add(names.get(i) + " = " + Texts.orEmpty(values.get(i)));
        }
        return text.toString();
    }
}
