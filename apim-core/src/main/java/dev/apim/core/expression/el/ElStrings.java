package dev.apim.core.expression.el;

import static dev.apim.core.expression.context.ContextType.BOOL;
import static dev.apim.core.expression.context.ContextType.INT;
import static dev.apim.core.expression.context.ContextType.STRING;
import static dev.apim.core.expression.context.ContextType.STRING_ARRAY;

import dev.apim.core.expression.context.ContextType;
import dev.apim.policy.ExpressionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be asked of a text. Java's and .NET's names stand side by side; nothing takes a regular expression. */
final class ElStrings {
    private static final List<ContextType> NOTHING = List.of();
    private static final List<ContextType> ONE = List.of(STRING);
    private static final List<ContextType> TWO = List.of(STRING, STRING);
    private static final String[] NO_PARTS = new String[0];

    static final ContextType TYPE = ContextType.type("string", String.class)
            .method("Length", INT, 0, NOTHING, (text, x, a) -> ((String) text).length())
            .method("IsEmpty", BOOL, 0, NOTHING, (text, x, a) -> ((String) text).isEmpty())
            .method("Contains", BOOL, 1, ONE, (text, x, a) -> ((String) text).contains(given(a, 0)))
            .method("StartsWith", BOOL, 1, ONE, (text, x, a) -> ((String) text).startsWith(given(a, 0)))
            .method("EndsWith", BOOL, 1, ONE, (text, x, a) -> ((String) text).endsWith(given(a, 0)))
            .method("EqualsIgnoreCase", BOOL, 1, ONE, (text, x, a) -> ((String) text).equalsIgnoreCase((String) a[0]))
            .method("ToLowerCase", STRING, 0, NOTHING, (text, x, a) -> ((String) text).toLowerCase(Locale.ROOT))
            .method("ToLower", STRING, 0, NOTHING, (text, x, a) -> ((String) text).toLowerCase(Locale.ROOT))
            .method("ToUpperCase", STRING, 0, NOTHING, (text, x, a) -> ((String) text).toUpperCase(Locale.ROOT))
            .method("ToUpper", STRING, 0, NOTHING, (text, x, a) -> ((String) text).toUpperCase(Locale.ROOT))
            .method("Trim", STRING, 0, NOTHING, (text, x, a) -> ((String) text).strip())
            .method("Substring", STRING, 1, List.of(INT, INT), (text, x, a) -> substring((String) text, a))
            .method("IndexOf", INT, 1, ONE, (text, x, a) -> ((String) text).indexOf(given(a, 0)))
            .method("LastIndexOf", INT, 1, ONE, (text, x, a) -> ((String) text).lastIndexOf(given(a, 0)))
            .method("Replace", STRING, 2, TWO, (text, x, a) -> replace((String) text, given(a, 0), given(a, 1)))
            .method("Split", STRING_ARRAY, 1, ONE, (text, x, a) -> split((String) text, given(a, 0)))
            .build();

    private ElStrings() {}

    private static String given(@Nullable Object[] arguments, int index) {
        if (arguments[index] == null) {
            throw new ExpressionException("Value cannot be null. (Parameter 'value')");
        }
        return (String) arguments[index];
    }

    /** From one index to before the other, as in Java. */
    private static String substring(String text, @Nullable Object[] arguments) {
        int from = (Integer) Objects.requireNonNull(arguments[0]);
        int to = arguments.length == 1 ? text.length() : (Integer) Objects.requireNonNull(arguments[1]);
        if (from < 0 || to > text.length() || from > to) {
            throw new ExpressionException("Index was out of range: found " + from + " to " + to
                    + ", expected 0 to the text's length, " + text.length() + ".");
        }
        return text.substring(from, to);
    }

    private static String replace(String text, String found, String replacement) {
        if (found.isEmpty()) {
            throw new ExpressionException("String cannot be of zero length. (Parameter 'oldValue')");
        }
        long times = 0;
        for (int at = text.indexOf(found); at >= 0; at = text.indexOf(found, at + found.length())) {
            times++;
        }
        if (replacement.length() > found.length()) {
            ElLimits.checkOutput(text.length() + times * (replacement.length() - found.length()));
        }
        return times == 0 ? text : text.replace(found, replacement);
    }

    /** At every occurrence, empty parts kept, as in .NET; an empty separator splits nothing. */
    private static String[] split(String text, String separator) {
        if (separator.isEmpty()) {
            return new String[] {text};
        }
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, start)) {
            parts.add(text.substring(start, at));
            start = at + separator.length();
            if (parts.size() >= ElLimits.PARTS) {
                throw new ExpressionException("Split made more than " + ElLimits.PARTS + " parts.");
            }
        }
        parts.add(text.substring(start));
        return parts.toArray(NO_PARTS);
    }
}
