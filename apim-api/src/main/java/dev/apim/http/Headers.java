package dev.apim.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * HTTP fields: an ordered multimap with case-insensitive names (RFC 9110 §5). It belongs to one message and is not thread-safe.
 *
 * <p>Names and values lie in one array, since a message has few fields and is mostly read by name: a scan costs less than hashing.
 * Names and values are not validated here; whoever writes them to the wire is.
 */
public final class Headers {
    private static final String[] NONE = new String[0];

    private String[] fields;
    private int length;

    /** Without fields. */
    public Headers() {
        fields = NONE;
    }

    /** Without fields, with room for {@code expected} of them. */
    public Headers(int expected) {
        fields = expected == 0 ? NONE : new String[expected * 2];
    }

    private Headers(String[] fields, int length) {
        this.fields = fields;
        this.length = length;
    }

    /** With the given names and values in turn. */
    public static Headers of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "names and values come in pairs, found " + namesAndValues.length + " strings");
        }
        return new Headers(namesAndValues.clone(), namesAndValues.length);
    }

    /** How many fields there are; one name counts as often as it occurs. */
    public int size() {
        return length / 2;
    }

    /** Whether there is no field. */
    public boolean isEmpty() {
        return length == 0;
    }

    /** The name of field {@code index}, as it was written. */
    public String nameAt(int index) {
        return fields[index * 2];
    }

    /** The value of field {@code index}. */
    public String valueAt(int index) {
        return fields[index * 2 + 1];
    }

    /** The value of the first field with this name. */
    public @Nullable String get(String name) {
        int at = indexOf(name, 0);
        return at < 0 ? null : fields[at + 1];
    }

    /** The value of the first field with this name, else {@code otherwise}. */
    public String getOrDefault(String name, String otherwise) {
        int at = indexOf(name, 0);
        return at < 0 ? otherwise : fields[at + 1];
    }

    /** The values of all fields with this name, in order. */
    public List<String> all(String name) {
        int at = indexOf(name, 0);
        if (at < 0) {
            return List.of();
        }
        List<String> values = new ArrayList<>(2);
        for (; at >= 0; at = indexOf(name, at + 2)) {
            values.add(fields[at + 1]);
        }
        return values;
    }

    /** How many fields have this name. */
    public int count(String name) {
        int count = 0;
        for (int at = indexOf(name, 0); at >= 0; at = indexOf(name, at + 2)) {
            count++;
        }
        return count;
    }

    /** The values of all fields with this name joined by {@code ","}, or {@code null} without one. */
    public @Nullable String joined(String name) {
        int at = indexOf(name, 0);
        if (at < 0) {
            return null;
        }
        int next = indexOf(name, at + 2);
        if (next < 0) {
            return fields[at + 1];
        }
        return String.join(",", all(name));
    }

    /** Whether a field has this name. */
    public boolean contains(String name) {
        return indexOf(name, 0) >= 0;
    }

    /** The distinct names as first written, in order. */
    public Set<String> names() {
        Set<String> seen = new java.util.TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < length; i += 2) {
            if (seen.add(fields[i])) {
                names.add(fields[i]);
            }
        }
        return names;
    }

    /** Appends a field. */
    public Headers add(String name, String value) {
        if (length == fields.length) {
            fields = Arrays.copyOf(fields, Math.max(16, length * 2));
        }
        fields[length] = name;
        fields[length + 1] = value;
        length += 2;
        return this;
    }

    /** Leaves exactly one field with this name, in the place of the first. */
    public Headers set(String name, String value) {
        int at = indexOf(name, 0);
        if (at < 0) {
            return add(name, value);
        }
        fields[at] = name;
        fields[at + 1] = value;
        removeFrom(name, at + 2);
        return this;
    }

    /** Removes all fields with this name; says whether there was one. */
    public boolean remove(String name) {
        return removeFrom(name, 0);
    }

    /** Removes all fields whose name fits. */
    public void removeNames(Predicate<String> unwanted) {
        int to = 0;
        for (int from = 0; from < length; from += 2) {
            if (!unwanted.test(fields[from])) {
                fields[to] = fields[from];
                fields[to + 1] = fields[from + 1];
                to += 2;
            }
        }
        Arrays.fill(fields, to, length, null);
        length = to;
    }

    /** A copy that shares nothing. */
    public Headers copy() {
        // With room for what a policy or two add.
        return new Headers(length == 0 ? NONE : Arrays.copyOf(fields, length + 4), length);
    }

    private boolean removeFrom(String name, int start) {
        int to = indexOf(name, start);
        if (to < 0) {
            return false;
        }
        for (int from = to + 2; from < length; from += 2) {
            if (!same(fields[from], name)) {
                fields[to] = fields[from];
                fields[to + 1] = fields[from + 1];
                to += 2;
            }
        }
        Arrays.fill(fields, to, length, null);
        length = to;
        return true;
    }

    private int indexOf(String name, int start) {
        for (int i = start; i < length; i += 2) {
            if (same(fields[i], name)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean same(String one, String other) {
        return one.length() == other.length() && one.equalsIgnoreCase(other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Headers that) || that.length != length) {
            return false;
        }
        for (int i = 0; i < length; i += 2) {
            if (!same(fields[i], that.fields[i]) || !fields[i + 1].equals(that.fields[i + 1])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < length; i += 2) {
            hash = hash * 31 + fields[i + 1].hashCode();
        }
        return hash;
    }

    /** The names alone: values may be secret. */
    @Override
    public String toString() {
        return "Headers" + names();
    }
}
