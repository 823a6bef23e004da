package dev.apim.core.expression.csharp.text;

import dev.apim.core.expression.csharp.type.Code.Call;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code string.Split}. No separators, or none that is not empty, mean white space; the one empty text means none at all. */
final class StringSplit {
    /** {@code StringSplitOptions}. */
    static final EnumValue.Type OPTIONS = new EnumValue.Type("System.StringSplitOptions", options(), true);

    private static final int REMOVE_EMPTY = 1;
    private static final int TRIM = 2;

    private final Call call;
    private final String text;
    private final int count;
    private final boolean removeEmpty;
    private final boolean trim;
    private final List<String> parts = new ArrayList<>(0);

    private StringSplit(Call call, @Nullable Object self, int count, @Nullable Object options) {
        this.call = call;
        this.text = (String) Objects.requireNonNull(self);
        this.count = count;
        long flags = options == null ? 0 : ((EnumValue) options).value();
        Bounds.notNegative(count, "count", "Count cannot be less than zero.");
        if ((flags & ~(REMOVE_EMPTY | TRIM)) != 0) {
            throw DotNetException.argument("Value of flags is invalid.", "options");
        }
        this.removeEmpty = (flags & REMOVE_EMPTY) != 0;
        this.trim = (flags & TRIM) != 0;
    }

    private static Map<String, Long> options() {
        Map<String, Long> names = new LinkedHashMap<>();
        names.put("None", 0L);
        names.put("RemoveEmptyEntries", 1L);
        names.put("TrimEntries", 2L);
        return names;
    }

    static void define(TypeBuilder type) {
        type.methodWith("string[] Split(params char[] separator)", (call, a) -> chars(call, a, Integer.MAX_VALUE, null))
                .methodWith("string[] Split(char[] separator, int count)", (call, a) -> chars(call, a, a[2], null))
                .methodWith(
                        "string[] Split(char[] separator, StringSplitOptions options)",
                        (call, a) -> chars(call, a, Integer.MAX_VALUE, a[2]))
                .methodWith(
                        "string[] Split(char[] separator, int count, StringSplitOptions options)",
                        (call, a) -> chars(call, a, a[2], a[3]))
                .methodWith(
                        "string[] Split(char separator, StringSplitOptions options = default)",
                        (call, a) -> one(call, a, Integer.MAX_VALUE, a[2]))
                .methodWith(
                        "string[] Split(char separator, int count, StringSplitOptions options = default)",
                        (call, a) -> one(call, a, a[2], a[3]))
                .methodWith(
                        "string[] Split(string separator, StringSplitOptions options = default)",
                        (call, a) -> one(call, a, Integer.MAX_VALUE, a[2]))
                .methodWith(
                        "string[] Split(string separator, int count, StringSplitOptions options = default)",
                        (call, a) -> one(call, a, a[2], a[3]))
                .methodWith(
                        "string[] Split(string[] separator, StringSplitOptions options)",
                        (call, a) -> texts(call, a, Integer.MAX_VALUE, a[2]))
                .methodWith(
                        "string[] Split(string[] separator, int count, StringSplitOptions options)",
                        (call, a) -> texts(call, a, a[2], a[3]));
    }

    private static String[] chars(Call call, @Nullable Object[] a, @Nullable Object count, @Nullable Object options) {
        Character[] set = (Character[]) a[1];
        List<String> separators =
                set == null ? List.of() : Stream.of(set).map(String::valueOf).toList();
        return new StringSplit(call, a[0], number(count), options).split(separators, set == null || set.length == 0);
    }

    private static String[] one(Call call, @Nullable Object[] a, @Nullable Object count, @Nullable Object options) {
        String separator = a[1] == null ? "" : a[1].toString();
        return new StringSplit(call, a[0], number(count), options)
                .split(separator.isEmpty() ? List.of() : List.of(separator), false);
    }

    private static String[] texts(Call call, @Nullable Object[] a, @Nullable Object count, @Nullable Object options) {
        @Nullable String[] set = (String[]) a[1];
        List<String> separators = new ArrayList<>();
        for (String separator : set == null ? new String[0] : set) {
            if (separator != null && !separator.isEmpty()) {
                separators.add(separator);
            }
        }
        return new StringSplit(call, a[0], number(count), options).split(separators, set == null || set.length == 0);
    }

    private static int number(@Nullable Object count) {
        return (Integer) Objects.requireNonNull(count);
    }

    private String[] split(List<String> separators, boolean whiteSpace) {
        long tried = 1;
        for (String separator : separators) {
            tried += 1 + separator.length() / 64;
        }
        call.evaluation().steps(1 + text.length() * tried / 16);
        if (count <= 1 || text.isEmpty()) {
            return whole();
        }
        if (count == Integer.MAX_VALUE && !removeEmpty && !trim && separators.size() == 1) {
            return plain(separators.get(0));
        }
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            int length = separator(separators, whiteSpace, at);
            if (length == 0) {
                at++;
                continue;
            }
            boolean isLast = parts.size() == count - 1;
            if (isLast && !(removeEmpty && cleaned(from, at).isEmpty())) {
                break;
            }
            if (!isLast) {
                add(from, at);
            }
            at += length;
            from = at;
            if (parts.size() == count - 1 && !removeEmpty) {
                break;
            }
        }
        add(from, text.length());
        return made();
    }

    /** By one text, into however many parts there are: what nearly all calls want. */
    private String[] plain(String separator) {
        int size = 1;
        for (int at = find(separator, 0); at >= 0; at = find(separator, at + separator.length())) {
            size++;
        }
        call.evaluation().make(text.length() + (long) size);
        String[] made = new String[size];
        int from = 0;
        for (int i = 0; i < size - 1; i++) {
            int at = find(separator, from);
            made[i] = text.substring(from, at);
            from = at + separator.length();
        }
        made[size - 1] = text.substring(from);
        return made;
    }

    /** A single character is found faster as such. */
    private int find(String separator, int from) {
        return separator.length() == 1 ? text.indexOf(separator.charAt(0), from) : text.indexOf(separator, from);
    }

    private String[] whole() {
        if (count > 0) {
            add(0, text.length());
        }
        return made();
    }

    private String[] made() {
        call.evaluation().make(text.length() + (long) parts.size());
        return parts.toArray(String[]::new);
    }

    private void add(int from, int to) {
        String part = cleaned(from, to);
        if (!part.isEmpty() || !removeEmpty) {
            parts.add(part);
        }
    }

    private String cleaned(int from, int to) {
        String part = text.substring(from, to);
        return trim ? Chars.trim(part, null, true, true) : part;
    }

    private int separator(List<String> separators, boolean whiteSpace, int at) {
        if (whiteSpace) {
            return Chars.isWhiteSpace(text.charAt(at)) ? 1 : 0;
        }
        for (String separator : separators) {
            if (text.startsWith(separator, at)) {
                return separator.length();
            }
        }
        return 0;
    }
}
