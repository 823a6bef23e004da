package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Ref;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** {@code System.Char}. */
final class CharType {
    private CharType() {}

    static void define(TypeBuilder type) {
        NumberType.simple(type, "Char", "char", "char");
        type.defaultValue('\0').constant("char MaxValue", '\uFFFF').constant("char MinValue", '\0');
        tests(type);
        ascii(type);
        conversions(type);
    }

    private static void tests(TypeBuilder type) {
        test(type, "IsControl", c -> Character.getType(c) == Character.CONTROL);
        test(type, "IsDigit", Character::isDigit);
        test(type, "IsLetter", Chars::isLetter);
        test(type, "IsLetterOrDigit", Character::isLetterOrDigit);
        test(type, "IsLower", Chars::isLower);
        test(type, "IsNumber", Chars::isNumber);
        test(type, "IsPunctuation", Chars::isPunctuation);
        test(type, "IsSeparator", Chars::isSeparator);
        test(type, "IsSymbol", Chars::isSymbol);
        test(type, "IsUpper", Chars::isUpper);
        test(type, "IsWhiteSpace", Chars::isWhiteSpace);
        unitTest(type, "IsSurrogate", c -> Character.isSurrogate((char) c));
        unitTest(type, "IsHighSurrogate", c -> Character.isHighSurrogate((char) c));
        unitTest(type, "IsLowSurrogate", c -> Character.isLowSurrogate((char) c));
        type.method(
                        "static bool IsSurrogatePair(char highSurrogate, char lowSurrogate)",
                        (Character a, Character b) -> Character.isSurrogatePair(a, b))
                .method("static bool IsSurrogatePair(string s, int index)", (@Nullable String s, Integer index) -> {
                    char high = at(s, index);
                    return index + 1 < text(s).length() && Character.isSurrogatePair(high, text(s).charAt(index + 1));
                })
                .method("static UnicodeCategory GetUnicodeCategory(char c)", (Character c) -> Chars.category(c))
                .method(
                        "static UnicodeCategory GetUnicodeCategory(string s, int index)",
                        (@Nullable String s, Integer i) -> Chars.category(codePoint(s, i)))
                .method("static double GetNumericValue(char c)", (Character c) -> Chars.numericValue(c))
                .method(
                        "static double GetNumericValue(string s, int index)",
                        (@Nullable String s, Integer i) -> Chars.numericValue(codePoint(s, i)));
    }

    /** Of a character, and of the one, which may be a surrogate pair, at a place in a text. */
    private static void test(TypeBuilder type, String name, IntPredicate test) {
        type.method("static bool " + name + "(char c)", (Character c) -> test.test(c))
                .method(
                        "static bool " + name + "(string s, int index)",
                        (@Nullable String s, Integer index) -> test.test(codePoint(s, index)));
    }

    private static void unitTest(TypeBuilder type, String name, IntPredicate test) {
        type.method("static bool " + name + "(char c)", (Character c) -> test.test(c))
                .method(
                        "static bool " + name + "(string s, int index)",
                        (@Nullable String s, Integer index) -> test.test(at(s, index)));
    }

    private static void ascii(TypeBuilder type) {
        asciiTest(type, "IsAscii", c -> c < 0x80);
        asciiTest(type, "IsAsciiDigit", c -> within(c, '0', '9'));
        asciiTest(type, "IsAsciiLetterLower", c -> within(c, 'a', 'z'));
        asciiTest(type, "IsAsciiLetterUpper", c -> within(c, 'A', 'Z'));
        asciiTest(type, "IsAsciiLetter", c -> within(c | 0x20, 'a', 'z') && c < 0x80);
        asciiTest(type, "IsAsciiLetterOrDigit", c -> within(c, '0', '9') || (within(c | 0x20, 'a', 'z') && c < 0x80));
        asciiTest(type, "IsAsciiHexDigit", c -> within(c, '0', '9') || (within(c | 0x20, 'a', 'f') && c < 0x80));
        asciiTest(type, "IsAsciiHexDigitLower", c -> within(c, '0', '9') || within(c, 'a', 'f'));
        asciiTest(type, "IsAsciiHexDigitUpper", c -> within(c, '0', '9') || within(c, 'A', 'F'));
        type.method(
                "static bool IsBetween(char c, char minInclusive, char maxInclusive)",
                (Character c, Character min, Character max) -> (char) (c - min) <= (char) (max - min));
    }

    private static void asciiTest(TypeBuilder type, String name, IntPredicate test) {
        type.method("static bool " + name + "(char c)", (Character c) -> test.test(c));
    }

    private static boolean within(int c, char from, char to) {
        return c >= from && c <= to;
    }

    private static void conversions(TypeBuilder type) {
        type.method("string ToString()", (Character c) -> c.toString())
                .method("string ToString(IFormatProvider provider)", (Character c, @Nullable Object p) -> c.toString())
                .method("static string ToString(char c)", (Character c) -> c.toString())
                .method("static char ToUpperInvariant(char c)", (Character c) -> Chars.toUpper(c))
                .method("static char ToLowerInvariant(char c)", (Character c) -> Chars.toLower(c))
                .method("static char ToUpper(char c)", (Character c) -> Chars.toUpper(c))
                .method("static char ToLower(char c)", (Character c) -> Chars.toLower(c))
                .method(
                        "static char ToUpper(char c, CultureInfo culture)",
                        (Character c, @Nullable Object culture) -> Chars.toUpper(cultured(c, culture)))
                .method(
                        "static char ToLower(char c, CultureInfo culture)",
                        (Character c, @Nullable Object culture) -> Chars.toLower(cultured(c, culture)))
                .method("static char Parse(string s)", (@Nullable String s) -> parse(s))
                .method("static bool TryParse(string s, out char result)", (@Nullable String s, Ref<Object> result) -> {
                    boolean one = s != null && s.length() == 1;
                    result.value = one ? text(s).charAt(0) : '\0';
                    return one;
                })
                .method("static string ConvertFromUtf32(int utf32)", (Integer utf32) -> Chars.fromUtf32(utf32))
                .method(
                        "static int ConvertToUtf32(char highSurrogate, char lowSurrogate)",
                        (Character a, Character b) -> Chars.toUtf32(a, b))
                .method(
                        "static int ConvertToUtf32(string s, int index)",
                        (@Nullable String s, Integer index) -> Chars.toUtf32(text(s), index));
    }

    private static char cultured(char c, @Nullable Object culture) {
        if (culture == null) {
            throw DotNetException.argumentNull("culture");
        }
        return c;
    }

    private static char parse(@Nullable String s) {
        if (text(s).length() != 1) {
            throw DotNetException.format("String must be exactly one character long.");
        }
        return text(s).charAt(0);
    }

    private static String text(@Nullable String s) {
        if (s == null) {
            throw DotNetException.argumentNull("s");
        }
        return s;
    }

    private static char at(@Nullable String s, int index) {
        if (index < 0 || index >= text(s).length()) {
            throw DotNetException.outOfRange("Specified argument was out of the range of valid values.", "index");
        }
        return text(s).charAt(index);
    }

    private static int codePoint(@Nullable String s, int index) {
        at(s, index);
        return text(s).codePointAt(index);
    }
}
