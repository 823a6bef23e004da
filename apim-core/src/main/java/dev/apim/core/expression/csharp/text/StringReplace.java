package dev.apim.core.expression.csharp.text;

import dev.apim.core.expression.csharp.type.Code.Call;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code string.Replace}, ordinal unless told otherwise. */
final class StringReplace {
    private StringReplace() {}

    static void define(TypeBuilder type) {
        type.method(
                        "string Replace(char oldChar, char newChar)",
                        (String text, Character from, Character to) -> text.replace(from, to))
                .methodWith(
                        "string Replace(string oldValue, string newValue)",
                        (call, a) -> replace(call, a, Comparison.ORDINAL))
                .methodWith(
                        "string Replace(string oldValue, string newValue, StringComparison comparisonType)",
                        (call, a) -> replace(call, a, Comparison.of((EnumValue) Objects.requireNonNull(a[3]))))
                .methodWith(
                        "string Replace(string oldValue, string newValue, bool ignoreCase, CultureInfo culture)",
                        (call, a) -> replace(call, a, Comparison.culture(Boolean.TRUE.equals(a[3]))))
                .methodWith("string ReplaceLineEndings()", (call, a) -> lines(call, a, "\n"))
                .methodWith(
                        "string ReplaceLineEndings(string replacementText)",
                        (call, a) -> lines(call, a, Bounds.notNull((String) a[1], "replacementText")));
    }

    private static String replace(Call call, @Nullable Object[] a, Comparison how) {
        String rest = (String) Objects.requireNonNull(a[0]);
        String old = Bounds.notNull((String) a[1], "oldValue");
        if (old.isEmpty()) {
            throw DotNetException.argument("The value cannot be an empty string.", "oldValue");
        }
        String now = a[2] == null ? "" : (String) a[2];
        StringBuilder result = new StringBuilder();
        boolean ordinal = how == Comparison.ORDINAL;
        int at = 0;
        while (true) {
            Comparison.Found found = ordinal ? ordinal(rest, old, at) : how.find(rest, old);
            if (found.start() < 0 || found.end() == found.start()) {
                break;
            }
            call.evaluation().make(found.start() - at + (long) now.length());
            result.append(rest, at, found.start()).append(now);
            at = found.end();
            if (!ordinal) {
                call.evaluation().steps(rest.length());
                rest = rest.substring(at);
                at = 0;
            }
        }
        call.evaluation().make(rest.length() - (long) at);
        return result.append(rest, at, rest.length()).toString();
    }

    private static Comparison.Found ordinal(String text, String value, int from) {
        int at = TextSearch.first(text, value, from);
        return at < 0 ? Comparison.Found.NONE : new Comparison.Found(at, at + value.length());
    }

    private static String lines(Call call, @Nullable Object[] a, String replacement) {
        String text = (String) Objects.requireNonNull(a[0]);
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (pair || "\r\n\f\u0085\u2028\u2029".indexOf(c) >= 0) {
                call.evaluation().make(replacement.length());
                result.append(replacement);
                i += pair ? 1 : 0;
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }
}
