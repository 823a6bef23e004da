package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.text.Normalizer;

/** What .NET knows about characters. */
final class Chars {
    /** .NET's names of Unicode's categories, by Java's number of each. */
    private static final String[] CATEGORIES = {
        "OtherNotAssigned",
        "UppercaseLetter",
        "LowercaseLetter",
        "TitlecaseLetter",
        "ModifierLetter",
        "OtherLetter",
        "NonSpacingMark",
        "EnclosingMark",
        "SpacingCombiningMark",
        "DecimalDigitNumber",
        "LetterNumber",
        "OtherNumber",
        "SpaceSeparator",
        "LineSeparator",
        "ParagraphSeparator",
        "Control",
        "Format",
        "",
        "PrivateUse",
        "Surrogate",
        "DashPunctuation",
        "OpenPunctuation",
        "ClosePunctuation",
        "ConnectorPunctuation",
        "OtherPunctuation",
        "MathSymbol",
        "CurrencySymbol",
        "ModifierSymbol",
        "OtherSymbol",
        "InitialQuotePunctuation",
        "FinalQuotePunctuation"
    };

    private static final int FIRST_SUPPLEMENTARY = 0x10000;

    private Chars() {}

    static EnumValue category(int codePoint) {
        return NumberLibrary.UNICODE_CATEGORY.of(CATEGORIES[Character.getType(codePoint)]);
    }

    private static boolean isOneOf(int codePoint, int... types) {
        int type = Character.getType(codePoint);
        for (int candidate : types) {
            if (candidate == type) {
                return true;
            }
        }
        return false;
    }

    static boolean isWhiteSpace(int c) {
        return (c >= 9 && c <= 13) || c == 0x85 || isSeparator(c);
    }

    static boolean isSeparator(int c) {
        return isOneOf(c, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR);
    }

    static boolean isNumber(int c) {
        return isOneOf(c, Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER);
    }

    static boolean isPunctuation(int c) {
        return isOneOf(
                c,
                Character.CONNECTOR_PUNCTUATION,
                Character.DASH_PUNCTUATION,
                Character.START_PUNCTUATION,
                Character.END_PUNCTUATION,
                Character.INITIAL_QUOTE_PUNCTUATION,
                Character.FINAL_QUOTE_PUNCTUATION,
                Character.OTHER_PUNCTUATION);
    }

    static boolean isSymbol(int c) {
        return isOneOf(
                c, Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL);
    }

    static boolean isUpper(int c) {
        return isOneOf(c, Character.UPPERCASE_LETTER);
    }

    static boolean isLower(int c) {
        return isOneOf(c, Character.LOWERCASE_LETTER);
    }

    static boolean isLetter(int c) {
        return Character.isLetter(c);
    }

    /** A dotless and a dotted i keep their case under the invariant culture. */
    static char toUpper(char c) {
        return c == 'ı' ? c : Character.toUpperCase(c);
    }

    static char toLower(char c) {
        return c == 'İ' ? c : Character.toLowerCase(c);
    }

    /** The number that a character stands for, -1 of one that stands for none. */
    @SuppressWarnings("CharacterGetNumericValue") // letters, which it takes for digits too, do not get there
    static double numericValue(int c) {
        if (!isNumber(c)) {
            return -1;
        }
        int whole = Character.getNumericValue(c);
        if (whole != -2) {
            return whole;
        }
        String fraction = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
        int slash = fraction.indexOf('\u2044');
        return slash < 1 || slash == fraction.length() - 1
                ? -1
                : Double.parseDouble(fraction.substring(0, slash)) / Double.parseDouble(fraction.substring(slash + 1));
    }

    static String fromUtf32(int codePoint) {
        if (codePoint < 0 || codePoint > Character.MAX_CODE_POINT || (codePoint >= 0xD800 && codePoint <= 0xDFFF)) {
            throw DotNetException.outOfRange(
                    "A valid UTF32 value is between 0x000000 and 0x10ffff, inclusive, and should not include surrogate"
                            + " codepoint values (0x00d800 ~ 0x00dfff).",
                    "utf32");
        }
        return Character.toString(codePoint);
    }

    static int toUtf32(char high, char low) {
        if (!Character.isHighSurrogate(high)) {
            throw DotNetException.outOfRange(
                    "A valid high surrogate character is between 0xd800 and 0xdbff, inclusive.", "highSurrogate");
        }
        if (!Character.isLowSurrogate(low)) {
            throw DotNetException.outOfRange(
                    "A valid low surrogate character is between 0xdc00 and 0xdfff, inclusive.", "lowSurrogate");
        }
        return Character.toCodePoint(high, low);
    }

    static int toUtf32(String text, int index) {
        if (index < 0 || index >= text.length()) {
            throw DotNetException.outOfRange(
                    "Index was out of range. Must be non-negative and less than the size of the collection.", "index");
        }
        int codePoint = text.codePointAt(index);
        if (codePoint < FIRST_SUPPLEMENTARY && Character.isSurrogate((char) codePoint)) {
            String which = Character.isHighSurrogate((char) codePoint)
                    ? "high surrogate char without a following low"
                    : "low surrogate char without a preceding high";
            throw DotNetException.argument(
                    "Found a " + which + " surrogate at index: " + index + ". The input may not be in this encoding,"
                            + " or may not contain valid Unicode (UTF-16) characters.",
                    "s");
        }
        return codePoint;
    }
}
