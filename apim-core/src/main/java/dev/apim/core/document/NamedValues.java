package dev.apim.core.document;

import dev.apim.model.NamedValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The named values a document may refer to, by display name, case-sensitively. Immutable. {@code toString} shows no value. */
public final class NamedValues {
    private static final int LONGEST_NAME = 256;

    private final Map<String, NamedValue> byName;
    private final boolean known;

    private NamedValues(Map<String, NamedValue> byName, boolean known) {
        this.byName = byName;
        this.known = known;
    }

    /** Exactly these; a reference to any other name is an error. Of two with one name the later counts. */
    public static NamedValues of(Collection<NamedValue> values) {
        Map<String, NamedValue> byName = new LinkedHashMap<>();
        values.forEach(v -> byName.put(v.displayName(), v));
        return new NamedValues(byName, true);
    }

    /** None is known, as where a document is validated alone: every reference stays as it is written. */
    public static NamedValues unknown() {
        return new NamedValues(Map.of(), false);
    }

    /** Whether a name that is not found is a mistake. */
    boolean known() {
        return known;
    }

    Optional<NamedValue> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The defined name most like {@code name}, if one is close enough to be what was meant. */
    Optional<String> nearest(String name) {
        return NearestName.of(name, byName.keySet());
    }

    /**
     * The name of the reference {@code {{name}}} that begins at {@code offset}, or {@code null} where none does. Names are of
     * {@code [A-Za-z0-9-._]} (Azure: named value display name).
     */
    static @Nullable String nameAt(String text, int offset) {
        if (!text.startsWith("{{", offset)) {
            return null;
        }
        int end = offset + 2;
        int last = Math.min(text.length(), end + LONGEST_NAME);
        while (end < last && isNamePart(text.charAt(end))) {
            end++;
        }
        return end > offset + 2 && text.startsWith("}}", end) ? text.substring(offset + 2, end) : null;
    }

    private static boolean isNamePart(char c) {
        return Cursor.isLetter(c) || Cursor.isDigit(c) || c == '-' || c == '.' || c == '_';
    }

    @Override
    public String toString() {
        return known ? "NamedValues" + byName.keySet() : "NamedValues[unknown]";
    }
}
