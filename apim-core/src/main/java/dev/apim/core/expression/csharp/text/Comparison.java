package dev.apim.core.expression.csharp.text;

import dev.apim.core.expression.csharp.value.Collation;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How two texts are compared: by the numbers of their characters or as the invariant culture sorts, with case or without. */
enum Comparison {
    CULTURE,
    CULTURE_IGNORE_CASE,
    ORDINAL,
    ORDINAL_IGNORE_CASE;

    /** {@code StringComparison}; its cultures are all the invariant one. */
    static final EnumValue.Type TYPE = new EnumValue.Type("System.StringComparison", names(), false);

    /** {@code CompareOptions}. */
    static final EnumValue.Type OPTIONS = new EnumValue.Type("System.Globalization.CompareOptions", options(), true);

    private static final int ORDINAL_OPTION = 0x4000_0000;
    private static final int ORDINAL_IGNORE_CASE_OPTION = 0x1000_0000;

    private static Map<String, Long> names() {
        Map<String, Long> names = new LinkedHashMap<>();
        for (String name : List.of(
                "CurrentCulture",
                "CurrentCultureIgnoreCase",
                "InvariantCulture",
                "InvariantCultureIgnoreCase",
                "Ordinal",
                "OrdinalIgnoreCase")) {
            names.put(name, (long) names.size());
        }
        return names;
    }

    private static Map<String, Long> options() {
        Map<String, Long> names = new LinkedHashMap<>();
        names.put("None", 0L);
        names.put("IgnoreCase", 1L);
        names.put("IgnoreNonSpace", 2L);
        names.put("IgnoreSymbols", 4L);
        names.put("IgnoreKanaType", 8L);
        names.put("IgnoreWidth", 16L);
        names.put("OrdinalIgnoreCase", (long) ORDINAL_IGNORE_CASE_OPTION);
        names.put("StringSort", 0x2000_0000L);
        names.put("Ordinal", (long) ORDINAL_OPTION);
        return names;
    }

    /** What a {@code StringComparison} asks for. */
    static Comparison of(EnumValue comparison) {
        return switch ((int) comparison.value()) {
            case 0, 2 -> CULTURE;
            case 1, 3 -> CULTURE_IGNORE_CASE;
            case 4 -> ORDINAL;
            case 5 -> ORDINAL_IGNORE_CASE;
            default ->
                throw DotNetException.argument(
                        "The string comparison type passed in is currently not supported.", "comparisonType");
        };
    }

    /** What {@code CompareOptions} ask for, as far as case goes; the others do not change the invariant order here. */
    static Comparison ofOptions(EnumValue options) {
        if (options.value() == ORDINAL_OPTION) {
            return ORDINAL;
        }
        return options.value() == ORDINAL_IGNORE_CASE_OPTION ? ORDINAL_IGNORE_CASE : culture(options.has(1));
    }

    /** The culture's, with case or without. */
    static Comparison culture(boolean ignoreCase) {
        return ignoreCase ? CULTURE_IGNORE_CASE : CULTURE;
    }

    /** The order of two texts; null comes first. */
    int compare(@Nullable String left, @Nullable String right) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? -1 : 1;
        }
        return switch (this) {
            case CULTURE, CULTURE_IGNORE_CASE -> Collation.compare(left, right, this == CULTURE_IGNORE_CASE);
            case ORDINAL -> left.compareTo(right);
            case ORDINAL_IGNORE_CASE -> Chars.upper(left).compareTo(Chars.upper(right));
        };
    }

    /** Whether two texts are the same; null is only the same as null. */
    boolean equal(@Nullable String left, @Nullable String right) {
        return this == ORDINAL ? java.util.Objects.equals(left, right) : compare(left, right) == 0;
    }

    /** A hash that agrees with {@link #equal}. */
    int hash(String text) {
        return switch (this) {
            case ORDINAL -> text.hashCode();
            case ORDINAL_IGNORE_CASE -> Chars.upper(text).hashCode();
            case CULTURE, CULTURE_IGNORE_CASE -> {
                int hash = 1;
                for (Collation.Element element : Collation.elements(text)) {
                    hash = 31 * hash + element.primary() + element.accents().hashCode();
                }
                yield hash;
            }
        };
    }

    /**
     * Where a text was found.
     *
     * @param start negative when it was not
     */
    record Found(int start, int end) {
        static final Found NONE = new Found(-1, -1);
    }

    /** The first place of a text in another. */
    Found find(String in, String value) {
        return isPlain(in, value)
                ? plain(TextSearch.first(in, value), value)
                : search(folded(in), folded(value), false);
    }

    /** The last place of a text in another. */
    Found findLast(String in, String value) {
        return isPlain(in, value) ? plain(TextSearch.last(in, value), value) : search(folded(in), folded(value), true);
    }

    boolean starts(String text, String value) {
        if (isPlain(text, value)) {
            return text.startsWith(value);
        }
        return isCulture() ? startsElements(text, value, false) : folded(text).startsWith(folded(value));
    }

    boolean ends(String text, String value) {
        if (isPlain(text, value)) {
            return text.endsWith(value);
        }
        return isCulture() ? startsElements(text, value, true) : folded(text).endsWith(folded(value));
    }

    private boolean isCulture() {
        return this == CULTURE || this == CULTURE_IGNORE_CASE;
    }

    private String folded(String text) {
        return this == ORDINAL_IGNORE_CASE ? Chars.upper(text) : text;
    }

    /** Whether the culture finds what comparing characters finds: both are ASCII without controls that do not count. */
    private boolean isPlain(String in, String value) {
        return this == ORDINAL || (this == CULTURE && isPlain(in) && isPlain(value));
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7F || (c < ' ' && (c < '\t' || c > '\r'))) {
                return false;
            }
        }
        return true;
    }

    private static Found plain(int index, String value) {
        return index < 0 ? Found.NONE : new Found(index, index + value.length());
    }

    private Found search(String in, String value, boolean last) {
        if (!isCulture()) {
            return plain(last ? TextSearch.last(in, value) : TextSearch.first(in, value), value);
        }
        List<Collation.Element> source = Collation.elements(in);
        List<Collation.Element> wanted = Collation.elements(value);
        if (wanted.isEmpty()) {
            int at = last ? in.length() : 0;
            return new Found(at, at);
        }
        boolean ignoreCase = this == CULTURE_IGNORE_CASE;
        int at = TextSearch.find(
                source.size(),
                wanted.size(),
                last,
                (i, j) -> source.get(i).same(wanted.get(j), ignoreCase),
                (i, j) -> wanted.get(i).same(wanted.get(j), ignoreCase));
        return at < 0
                ? Found.NONE
                : new Found(
                        source.get(at).start(),
                        source.get(at + wanted.size() - 1).end());
    }

    private boolean startsElements(String text, String value, boolean atEnd) {
        List<Collation.Element> source = Collation.elements(text);
        List<Collation.Element> wanted = Collation.elements(value);
        int at = atEnd ? source.size() - wanted.size() : 0;
        return source.size() >= wanted.size() && matches(source, at, wanted);
    }

    private boolean matches(List<Collation.Element> source, int at, List<Collation.Element> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!source.get(at + i).same(wanted.get(i), this == CULTURE_IGNORE_CASE)) {
                return false;
            }
        }
        return true;
    }
}
