package dev.apim.core.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule for one member of a resource's properties (Azure: management API 2024-05-01, {@code properties.*}).
 *
 * @param name of the member
 * @param kind of its value
 * @param isRequired whether a resource without it is refused
 * @param isSecret whether its value must never be shown
 * @param min smallest length of a text, count of a list, or number
 * @param max largest of the same
 * @param values the only ones allowed, compared without case; empty: any
 * @param pattern the whole text must match, if there is one
 * @param members rules for the members of an object, or of each object in a list
 */
public record Property(
        String name,
        Kind kind,
        boolean isRequired,
        boolean isSecret,
        long min,
        long max,
        List<String> values,
        @Nullable Pattern pattern,
        List<Property> members) {
    /** What a value is. */
    public enum Kind {
        /** A string. */
        TEXT("a string"),
        /** True or false. */
        FLAG("true or false"),
        /** A whole number. */
        INTEGER("a whole number"),
        /** A list of strings. */
        TEXTS("a list of strings"),
        /** An object. */
        OBJECT("an object"),
        /** A list of objects. */
        OBJECTS("a list of objects");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As in {@code expected a string}. */
        @Override
        public String toString() {
            return words;
        }
    }

    static Property of(String name, Kind kind) {
        return new Property(name, kind, false, false, Long.MIN_VALUE, Long.MAX_VALUE, List.of(), null, List.of());
    }

    static Property text(String name) {
        return of(name, Kind.TEXT);
    }

    static Property flag(String name) {
        return of(name, Kind.FLAG);
    }

    static Property object(String name, Property... members) {
        return of(name, Kind.OBJECT).holding(members);
    }

    static Property objects(String name, Property... members) {
        return of(name, Kind.OBJECTS).holding(members);
    }

    Property required() {
        return new Property(name, kind, true, isSecret, min, max, values, pattern, members);
    }

    Property secret() {
        return new Property(name, kind, isRequired, true, min, max, values, pattern, members);
    }

    Property between(long least, long most) {
        return new Property(name, kind, isRequired, isSecret, least, most, values, pattern, members);
    }

    Property atMost(long most) {
        return between(min, most);
    }

    Property oneOf(String... allowed) {
        return new Property(name, kind, isRequired, isSecret, min, max, List.of(allowed), pattern, members);
    }

    Property matching(String regex) {
        return new Property(name, kind, isRequired, isSecret, min, max, values, Pattern.compile(regex), members);
    }

    private Property holding(Property... rules) {
        return new Property(name, kind, isRequired, isSecret, min, max, values, pattern, List.of(rules));
    }

    /** JSON pointers of the secret members among {@code rules}; members of lists are left out. */
    static List<String> secrets(List<Property> rules) {
        List<String> pointers = new ArrayList<>();
        for (Property rule : rules) {
            if (rule.isSecret) {
                pointers.add("/" + rule.name);
            }
            if (rule.kind == Kind.OBJECT) {
                secrets(rule.members).forEach(p -> pointers.add("/" + rule.name + p));
            }
        }
        return pointers;
    }
}
