package dev.apim.core.expression.csharp.text;

import dev.apim.core.expression.csharp.type.Code.Call;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code string}: construction, parts, padding, case, and what else concerns one text alone. */
final class StringType {
    /** {@code NormalizationForm}. */
    static final EnumValue.Type FORM = new EnumValue.Type("System.Text.NormalizationForm", forms(), false);

    private StringType() {}

    static void define(TypeBuilder type) {
        type.base("object", "IEnumerable<char>");
        construct(type);
        parts(type);
        pad(type);
        letters(type);
        trim(type);
        conversions(type);
        StringCompare.define(type);
        StringSearch.define(type);
        StringReplace.define(type);
        StringSplit.define(type);
        StringJoin.define(type);
        type.refused("Create", "it takes a span")
                .refused("EnumerateRunes", "Rune is not offered")
                .refused("AsSpan", "spans are not offered")
                .refused("GetPinnableReference", "it is for unsafe code");
    }

    private static Map<String, Long> forms() {
        Map<String, Long> forms = new LinkedHashMap<>();
        forms.put("FormC", 1L);
        forms.put("FormD", 2L);
        forms.put("FormKC", 5L);
        forms.put("FormKD", 6L);
        return forms;
    }

    private static void construct(TypeBuilder type) {
        type.constant("string Empty", "")
                .methodWith("(char c, int count)", (call, a) -> {
                    int count = (Integer) a[1];
                    Bounds.notNegative(count, "count", "'count' must be non-negative.");
                    return repeated(call, (Character) a[0], count);
                })
                .method("(char[] value)", (Character @Nullable [] value) -> Chars.text(value))
                .method(
                        "(char[] value, int startIndex, int length)",
                        (Character @Nullable [] value, Integer start, Integer length) -> {
                            Character[] array = Bounds.notNull(value, "value");
                            Bounds.array(array.length, start, length, "length");
                            return Chars.text(array, start, length);
                        });
    }

    private static void parts(TypeBuilder type) {
        type.property("int Length", String::length)
                .method("char this[int index]", (String text, Integer index) -> {
                    if (index < 0 || index >= text.length()) {
                        throw DotNetException.indexOutOfRange();
                    }
                    return text.charAt(index);
                })
                .method(
                        "string Substring(int startIndex)",
                        (String text, Integer start) -> Bounds.part(text, start, Math.max(0, text.length() - start)))
                .method("string Substring(int startIndex, int length)", Bounds::part)
                .method(
                        "string Remove(int startIndex)",
                        (String text, Integer start) -> Bounds.part(text, 0, head(text, start)))
                .method("string Remove(int startIndex, int count)", StringType::remove)
                .methodWith("string Insert(int startIndex, string value)", StringType::insert)
                .method("char[] ToCharArray()", (String text) -> Chars.array(text))
                .method("char[] ToCharArray(int startIndex, int length)", StringType::toCharArray)
                .methodWith(
                        "void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)",
                        StringType::copyTo);
    }

    private static int head(String text, int start) {
        if (start < 0) {
            throw DotNetException.outOfRange("StartIndex cannot be less than zero.", "startIndex");
        }
        if (start > text.length()) {
            throw DotNetException.outOfRange("startIndex cannot be larger than length of string.", "startIndex");
        }
        return start;
    }

    private static String remove(String text, Integer start, Integer count) {
        Bounds.notNegative(start, "startIndex", "StartIndex cannot be less than zero.");
        Bounds.notNegative(count, "count", "Count cannot be less than zero.");
        if (count > text.length() - start) {
            throw DotNetException.outOfRange("Index and count must refer to a location within the string.", "count");
        }
        return text.substring(0, start) + text.substring(start + count);
    }

    private static Object insert(Call call, @Nullable Object[] a) {
        String text = (String) a[0];
        String value = Bounds.notNull((String) a[2], "value");
        int at = (Integer) a[1];
        Bounds.upTo(at, text.length(), "startIndex");
        call.evaluation().make(text.length() + (long) value.length());
        return text.substring(0, at) + value + text.substring(at);
    }

    private static Object toCharArray(String text, Integer start, Integer length) {
        Bounds.upTo(start, text.length(), "startIndex");
        if (length < 0 || start > text.length() - length) {
            throw DotNetException.outOfRange(
                    "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
                    length < 0 ? "length" : "startIndex");
        }
        return Chars.array(text.substring(start, start + length));
    }

    private static @Nullable Object copyTo(Call call, @Nullable Object[] a) {
        String text = (String) a[0];
        int from = (Integer) a[1];
        Character[] to = Bounds.notNull((Character[]) a[2], "destination");
        int at = (Integer) a[3];
        int count = (Integer) a[4];
        Bounds.notNegative(count, "count", "Count cannot be less than zero.");
        Bounds.notNegative(
                from,
                "sourceIndex",
                "Index was out of range. Must be non-negative and less than the size of the collection.");
        if (count > text.length() - from) {
            throw DotNetException.outOfRange(
                    "Index and count must refer to a location within the string.", "sourceIndex");
        }
        if (at > to.length - count || at < 0) {
            throw DotNetException.outOfRange(
                    "Index and count must refer to a location within the string.", "destinationIndex");
        }
        call.evaluation().steps(count);
        for (int i = 0; i < count; i++) {
            to[at + i] = text.charAt(from + i);
        }
        return null;
    }

    static String repeated(Call call, char c, int count) {
        call.evaluation().make(count);
        return String.valueOf(c).repeat(count);
    }

    private static void pad(TypeBuilder type) {
        type.methodWith("string PadLeft(int totalWidth)", (call, a) -> fill(call, a, ' ') + a[0])
                .methodWith(
                        "string PadLeft(int totalWidth, char paddingChar)",
                        (call, a) -> fill(call, a, (Character) a[2]) + a[0])
                .methodWith("string PadRight(int totalWidth)", (call, a) -> a[0] + fill(call, a, ' '))
                .methodWith(
                        "string PadRight(int totalWidth, char paddingChar)",
                        (call, a) -> a[0] + fill(call, a, (Character) a[2]));
    }

    private static String fill(Call call, @Nullable Object[] a, @Nullable Character c) {
        int width = (Integer) a[1];
        Bounds.notNegative(width, "totalWidth", "Non-negative number required.");
        return repeated(call, c == null ? ' ' : c, Math.max(0, width - ((String) a[0]).length()));
    }

    private static void letters(TypeBuilder type) {
        type.method("string ToLower()", Chars::lower)
                .method(
                        "string ToLower(CultureInfo culture)",
                        (String text, @Nullable Object culture) -> Chars.lower(text))
                .method("string ToLowerInvariant()", Chars::lower)
                .method("string ToUpper()", (String text) -> Chars.upper(text))
                .method(
                        "string ToUpper(CultureInfo culture)",
                        (String text, @Nullable Object culture) -> Chars.upper(text))
                .method("string ToUpperInvariant()", (String text) -> Chars.upper(text))
                .method("string Normalize()", (String text) -> Normalizer.normalize(text, Normalizer.Form.NFC))
                .method(
                        "string Normalize(NormalizationForm normalizationForm)",
                        (String text, EnumValue form) -> Normalizer.normalize(text, form(form)))
                .method("bool IsNormalized()", (String text) -> Normalizer.isNormalized(text, Normalizer.Form.NFC))
                .method(
                        "bool IsNormalized(NormalizationForm normalizationForm)",
                        (String text, EnumValue form) -> Normalizer.isNormalized(text, form(form)));
    }

    private static Normalizer.Form form(EnumValue form) {
        return switch ((int) form.value()) {
            case 1 -> Normalizer.Form.NFC;
            case 2 -> Normalizer.Form.NFD;
            case 5 -> Normalizer.Form.NFKC;
            case 6 -> Normalizer.Form.NFKD;
            default ->
                throw DotNetException.argument("Invalid or unsupported normalization form.", "normalizationForm");
        };
    }

    private static void trim(TypeBuilder type) {
        for (String name : new String[] {"Trim", "TrimStart", "TrimEnd"}) {
            boolean start = !name.equals("TrimEnd");
            boolean end = !name.equals("TrimStart");
            type.method("string " + name + "()", (String text) -> Chars.trim(text, null, start, end))
                    .method(
                            "string " + name + "(char trimChar)",
                            (String text, Character c) -> Chars.trim(text, String.valueOf(c), start, end))
                    .method(
                            "string " + name + "(params char[] trimChars)",
                            (String text, Character @Nullable [] set) -> Chars.trim(text, Chars.text(set), start, end));
        }
    }

    private static void conversions(TypeBuilder type) {
        type.method("string ToString()", (String text) -> text)
                .method("string ToString(IFormatProvider provider)", (String text, @Nullable Object provider) -> text)
                .method("object Clone()", (String text) -> text)
                .method("static string Copy(string str)", (@Nullable String text) -> Bounds.notNull(text, "str"))
                .method("static string Intern(string str)", (@Nullable String text) -> Bounds.notNull(text, "str"))
                .method("static string IsInterned(string str)", (@Nullable String text) -> Bounds.notNull(text, "str"))
                .method(
                        "static bool IsNullOrEmpty(string value)",
                        (@Nullable String text) -> text == null || text.isEmpty())
                .method(
                        "static bool IsNullOrWhiteSpace(string value)",
                        (@Nullable String text) -> text == null
                                || Chars.trim(text, null, true, false).isEmpty());
    }
}
