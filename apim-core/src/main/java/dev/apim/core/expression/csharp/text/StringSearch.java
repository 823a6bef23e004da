package dev.apim.core.expression.csharp.text;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How {@code string} is searched. A character is searched ordinally; a text too by {@code Contains}, but as the culture has it by
 * {@code IndexOf}, {@code LastIndexOf}, {@code StartsWith} and {@code EndsWith}.
 */
final class StringSearch {
    private StringSearch() {}

    static void define(TypeBuilder type) {
        contains(type);
        ends(type);
        forwardText(type);
        forwardChar(type);
        backText(type);
        backChar(type);
        any(type);
    }

    private static void contains(TypeBuilder type) {
        type.method(
                        "bool Contains(string value)",
                        (String text, @Nullable String value) ->
                                TextSearch.first(text, Bounds.notNull(value, "value")) >= 0)
                .method("bool Contains(char value)", (String text, Character value) -> text.indexOf(value) >= 0)
                .method(
                        "bool Contains(string value, StringComparison comparisonType)",
                        (String text, @Nullable String value, EnumValue how) ->
                                index(text, value, 0, text.length(), Comparison.of(how)) >= 0)
                .method(
                        "bool Contains(char value, StringComparison comparisonType)",
                        (String text, Character value, EnumValue how) ->
                                index(text, value.toString(), 0, text.length(), Comparison.of(how)) >= 0);
    }

    private static void ends(TypeBuilder type) {
        type.method(
                        "bool StartsWith(string value)",
                        (String text, @Nullable String value) -> Comparison.CULTURE.starts(text, there(value)))
                .method(
                        "bool StartsWith(char value)",
                        (String text, Character value) -> !text.isEmpty() && text.charAt(0) == value)
                .method(
                        "bool StartsWith(string value, StringComparison comparisonType)",
                        (String text, @Nullable String value, EnumValue how) ->
                                Comparison.of(how).starts(text, there(value)))
                .method(
                        "bool StartsWith(string value, bool ignoreCase, CultureInfo culture)",
                        (String text, @Nullable String value, Boolean ignoreCase, @Nullable Object culture) ->
                                Comparison.culture(ignoreCase).starts(text, there(value)))
                .method(
                        "bool EndsWith(string value)",
                        (String text, @Nullable String value) -> Comparison.CULTURE.ends(text, there(value)))
                .method(
                        "bool EndsWith(char value)",
                        (String text, Character value) -> !text.isEmpty() && text.charAt(text.length() - 1) == value)
                .method(
                        "bool EndsWith(string value, StringComparison comparisonType)",
                        (String text, @Nullable String value, EnumValue how) ->
                                Comparison.of(how).ends(text, there(value)))
                .method(
                        "bool EndsWith(string value, bool ignoreCase, CultureInfo culture)",
                        (String text, @Nullable String value, Boolean ignoreCase, @Nullable Object culture) ->
                                Comparison.culture(ignoreCase).ends(text, there(value)));
    }

    private static String there(@Nullable String value) {
        return Bounds.notNull(value, "value");
    }

    private static void forwardText(TypeBuilder type) {
        type.method(
                        "int IndexOf(string value)",
                        (String text, @Nullable String value) ->
                                index(text, value, 0, text.length(), Comparison.CULTURE))
                .method(
                        "int IndexOf(string value, int startIndex)",
                        (String text, @Nullable String value, Integer start) ->
                                index(text, value, start, text.length() - start, Comparison.CULTURE))
                .method(
                        "int IndexOf(string value, int startIndex, int count)",
                        (String text, @Nullable String value, Integer start, Integer count) ->
                                index(text, value, start, count, Comparison.CULTURE))
                .method(
                        "int IndexOf(string value, StringComparison comparisonType)",
                        (String text, @Nullable String value, EnumValue how) ->
                                index(text, value, 0, text.length(), Comparison.of(how)))
                .method(
                        "int IndexOf(string value, int startIndex, StringComparison comparisonType)",
                        (String text, @Nullable String value, Integer start, EnumValue how) ->
                                index(text, value, start, text.length() - start, Comparison.of(how)))
                .methodWith(
                        "int IndexOf(string value, int startIndex, int count, StringComparison comparisonType)",
                        (call, a) -> index(self(a), (String) a[1], (Integer) a[2], (Integer) a[3], how(a[4])));
    }

    private static void forwardChar(TypeBuilder type) {
        type.method("int IndexOf(char value)", (String text, Character value) -> text.indexOf(value))
                .method(
                        "int IndexOf(char value, int startIndex)",
                        (String text, Character value, Integer start) ->
                                index(text, value.toString(), start, text.length() - start, Comparison.ORDINAL))
                .method(
                        "int IndexOf(char value, int startIndex, int count)",
                        (String text, Character value, Integer start, Integer count) ->
                                index(text, value.toString(), start, count, Comparison.ORDINAL))
                .method(
                        "int IndexOf(char value, StringComparison comparisonType)",
                        (String text, Character value, EnumValue how) ->
                                index(text, value.toString(), 0, text.length(), Comparison.of(how)));
    }

    private static void backText(TypeBuilder type) {
        type.method(
                        "int LastIndexOf(string value)",
                        (String text, @Nullable String value) ->
                                last(text, value, text.length() - 1, text.length(), Comparison.CULTURE))
                .method(
                        "int LastIndexOf(string value, int startIndex)",
                        (String text, @Nullable String value, Integer start) ->
                                last(text, value, start, start + 1, Comparison.CULTURE))
                .method(
                        "int LastIndexOf(string value, int startIndex, int count)",
                        (String text, @Nullable String value, Integer start, Integer count) ->
                                last(text, value, start, count, Comparison.CULTURE))
                .method(
                        "int LastIndexOf(string value, StringComparison comparisonType)",
                        (String text, @Nullable String value, EnumValue how) ->
                                last(text, value, text.length() - 1, text.length(), Comparison.of(how)))
                .method(
                        "int LastIndexOf(string value, int startIndex, StringComparison comparisonType)",
                        (String text, @Nullable String value, Integer start, EnumValue how) ->
                                last(text, value, start, start + 1, Comparison.of(how)))
                .methodWith(
                        "int LastIndexOf(string value, int startIndex, int count, StringComparison comparisonType)",
                        (call, a) -> last(self(a), (String) a[1], (Integer) a[2], (Integer) a[3], how(a[4])));
    }

    private static void backChar(TypeBuilder type) {
        type.method("int LastIndexOf(char value)", (String text, Character value) -> text.lastIndexOf(value))
                .method(
                        "int LastIndexOf(char value, int startIndex)",
                        (String text, Character value, Integer start) ->
                                lastAny(text, Chars.set(value.toString()), start, start + 1))
                .method(
                        "int LastIndexOf(char value, int startIndex, int count)",
                        (String text, Character value, Integer start, Integer count) ->
                                lastAny(text, Chars.set(value.toString()), start, count));
    }

    private static void any(TypeBuilder type) {
        type.method(
                        "int IndexOfAny(char[] anyOf)",
                        (String text, Character @Nullable [] any) -> any(text, set(any), 0, text.length()))
                .method(
                        "int IndexOfAny(char[] anyOf, int startIndex)",
                        (String text, Character @Nullable [] any, Integer start) ->
                                any(text, set(any), start, text.length() - start))
                .method(
                        "int IndexOfAny(char[] anyOf, int startIndex, int count)",
                        (String text, Character @Nullable [] any, Integer start, Integer count) ->
                                any(text, set(any), start, count))
                .method(
                        "int LastIndexOfAny(char[] anyOf)",
                        (String text, Character @Nullable [] any) ->
                                lastAny(text, set(any), text.length() - 1, text.length()))
                .method(
                        "int LastIndexOfAny(char[] anyOf, int startIndex)",
                        (String text, Character @Nullable [] any, Integer start) ->
                                lastAny(text, set(any), start, start + 1))
                .method(
                        "int LastIndexOfAny(char[] anyOf, int startIndex, int count)",
                        (String text, Character @Nullable [] any, Integer start, Integer count) ->
                                lastAny(text, set(any), start, count));
    }

    private static String self(@Nullable Object[] a) {
        return (String) Objects.requireNonNull(a[0]);
    }

    private static Comparison how(@Nullable Object value) {
        return Comparison.of((EnumValue) Objects.requireNonNull(value));
    }

    private static BitSet set(Character @Nullable [] any) {
        return Chars.set(Chars.text(Bounds.notNull(any, "anyOf")));
    }

    private static int index(String text, @Nullable String value, int start, int count, Comparison how) {
        String wanted = there(value);
        Bounds.search(text, start, count);
        int found = how.find(text.substring(start, start + count), wanted).start();
        return found < 0 ? -1 : start + found;
    }

    private static int last(String text, @Nullable String value, int start, int count, Comparison how) {
        String wanted = there(value);
        if (text.isEmpty() && (start == -1 || start == 0)) {
            return how.find("", wanted).start();
        }
        int end = start;
        int size = count;
        if (start == text.length()) {
            end--;
            size -= size > 0 ? 1 : 0;
        }
        Bounds.searchBack(text, end, size);
        int from = end - size + 1;
        int found = how.findLast(text.substring(from, end + 1), wanted).start();
        return found < 0 ? -1 : from + found;
    }

    private static int any(String text, BitSet set, int start, int count) {
        Bounds.search(text, start, count);
        for (int i = start; i < start + count; i++) {
            if (set.get(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static int lastAny(String text, BitSet set, int start, int count) {
        if (text.isEmpty()) {
            return -1;
        }
        Bounds.searchBack(text, start, count);
        for (int i = start; i > start - count; i--) {
            if (set.get(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}
