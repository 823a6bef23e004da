package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers read from text as .NET 8 reads them, with the invariant culture and the flags of {@code NumberStyles}. */
public final class NumberParser {
    /** {@code NumberStyles.AllowLeadingWhite}. */
    public static final int LEADING_WHITE = 1;

    /** {@code NumberStyles.AllowTrailingWhite}. */
    public static final int TRAILING_WHITE = 2;

    /** {@code NumberStyles.AllowLeadingSign}. */
    public static final int LEADING_SIGN = 4;

    /** {@code NumberStyles.AllowTrailingSign}. */
    public static final int TRAILING_SIGN = 8;

    /** {@code NumberStyles.AllowParentheses}. */
    public static final int PARENTHESES = 16;

    /** {@code NumberStyles.AllowDecimalPoint}. */
    public static final int DECIMAL_POINT = 32;

    /** {@code NumberStyles.AllowThousands}. */
    public static final int THOUSANDS = 64;

    /** {@code NumberStyles.AllowExponent}. */
    public static final int EXPONENT = 128;

    /** {@code NumberStyles.AllowCurrencySymbol}. */
    public static final int CURRENCY_SYMBOL = 256;

    /** {@code NumberStyles.AllowHexSpecifier}. */
    public static final int HEX = 512;

    /** {@code NumberStyles.AllowBinarySpecifier}. */
    public static final int BINARY = 1024;

    /** {@code NumberStyles.Integer}. */
    public static final int INTEGER = LEADING_WHITE | TRAILING_WHITE | LEADING_SIGN;

    /** {@code NumberStyles.Number}. */
    public static final int NUMBER = INTEGER | TRAILING_SIGN | DECIMAL_POINT | THOUSANDS;

    /** What {@code double.Parse} takes: {@code NumberStyles.Float | NumberStyles.AllowThousands}. */
    public static final int FLOAT = INTEGER | DECIMAL_POINT | EXPONENT | THOUSANDS;

    private static final int LONGEST_EXACT = 2_000;

    private NumberParser() {}

    /**
     * The number, or why it is none.
     *
     * @throws DotNetException a {@code FormatException}, an {@code OverflowException}, an {@code ArgumentException} for the styles
     */
    public static Object parse(String text, int styles, NumericType type) {
        Object result = read(text, styles, type);
        if (result instanceof DotNetException refusal) {
            throw refusal;
        }
        return result;
    }

    /**
     * The number, null of what is none.
     *
     * @throws DotNetException an {@code ArgumentException} for the styles
     */
    public static @Nullable Object tryParse(@Nullable String text, int styles, NumericType type) {
        if (text == null) {
            check(styles, type);
            return null;
        }
        Object result = read(text, styles, type);
        return result instanceof DotNetException ? null : result;
    }

    private static Object read(String text, int styles, NumericType type) {
        check(styles, type);
        if (type.integral()) {
            return (styles & (HEX | BINARY)) != 0 ? bits(text, styles, type) : integer(text, styles, type);
        }
        return type == NumericType.DECIMAL ? decimal(text, styles) : floating(text, styles, type);
    }

    private static void check(int styles, NumericType type) {
        if ((styles & -2048) != 0) {
            throw DotNetException.argument("An undefined NumberStyles value is being used.", "style");
        }
        int specifiers = styles & (HEX | BINARY);
        if (specifiers != 0 && !type.integral()) {
            throw DotNetException.argument(
                    "The number styles AllowHexSpecifier and AllowBinarySpecifier are not supported on floating point"
                            + " data types.",
                    "style");
        }
        if (specifiers != 0 && ((styles & ~(specifiers | 3)) != 0 || specifiers == (HEX | BINARY))) {
            throw DotNetException.argument(
                    "With the AllowHexSpecifier or AllowBinarySpecifier bit set in the enum bit field, the only other"
                            + " valid bits that can be combined into the enum value must be AllowLeadingWhite and"
                            + " AllowTrailingWhite.",
                    "style");
        }
    }

    private static DotNetException malformed(String text) {
        return DotNetException.format("The input string '" + text + "' was not in a correct format.");
    }

    private static Object integer(String text, int styles, NumericType type) {
        NumberScan scan = NumberScan.of(text, styles, false);
        if (scan == null) {
            return malformed(text);
        }
        if (scan.isZero()) {
            return type.box(0);
        }
        int length = scan.digits.length();
        boolean whole = scan.scale >= 0 && scan.scale <= 20;
        for (long i = Math.max(0, scan.scale); i < length && whole; i++) {
            whole = scan.digits.charAt((int) i) == '0';
        }
        if (!whole) {
            return type.overflow();
        }
        String digits = scan.digits.substring(0, (int) Math.min(length, scan.scale));
        BigInteger value = new BigInteger(digits + "0".repeat((int) Math.max(0, scan.scale - length)));
        BigInteger signed = scan.negative ? value.negate() : value;
        return type.holds(signed) ? type.box(signed.longValue()) : type.overflow();
    }

    private static Object bits(String text, int styles, NumericType type) {
        int start = 0;
        int end = text.length();
        while (start < end && (styles & LEADING_WHITE) != 0 && NumberScan.isSpace(text.charAt(start))) {
            start++;
        }
        int last = end;
        while (last > start && text.charAt(last - 1) == 0) {
            last--;
        }
        while (last > start && (styles & TRAILING_WHITE) != 0 && NumberScan.isSpace(text.charAt(last - 1))) {
            last--;
        }
        int radix = (styles & HEX) != 0 ? 16 : 2;
        String digits = text.substring(start, last);
        if (digits.isEmpty() || digits.chars().anyMatch(c -> c > 'f' || Character.digit(c, radix) < 0)) {
            return malformed(text);
        }
        String significant = digits.replaceFirst("^0+", "");
        int most = type.bits() / (radix == 16 ? 4 : 1);
        if (significant.length() > most) {
            return type.overflow();
        }
        return type.box(significant.isEmpty() ? 0 : Long.parseUnsignedLong(significant, radix));
    }

    private static Object decimal(String text, int styles) {
        NumberScan scan = NumberScan.of(text, styles, true);
        if (scan == null) {
            return malformed(text);
        }
        if (scan.isZero()) {
            return BigDecimal.ZERO.setScale((int) Math.min(Decimals.MAX_SCALE, Math.max(0, -scan.scale)));
        }
        if (scan.scale > 29) {
            return NumericType.DECIMAL.overflow();
        }
        if (scan.scale < -LONGEST_EXACT) {
            return BigDecimal.ZERO.setScale(Decimals.MAX_SCALE);
        }
        BigInteger mantissa = new BigInteger(shortened(scan.digits));
        long scale = Math.min(scan.digits.length(), LONGEST_EXACT + 1L) - scan.scale;
        BigDecimal exact = new BigDecimal(scan.negative ? mantissa.negate() : mantissa, (int) scale);
        try {
            return Decimals.fit(exact);
        } catch (DotNetException tooLarge) {
            return tooLarge;
        }
    }

    private static Object floating(String text, int styles, NumericType type) {
        NumberScan scan = NumberScan.of(text, styles, false);
        double value;
        if (scan == null) {
            Double symbol = symbol(text.strip());
            if (symbol == null) {
                return malformed(text);
            }
            value = symbol;
        } else {
            String number = (scan.negative ? "-" : "") + "0." + shortened(scan.digits) + "E" + scan.scale;
            if (type == NumericType.SINGLE) {
                return Float.parseFloat(number);
            }
            value = Double.parseDouble(number);
        }
        return type == NumericType.SINGLE ? (Object) (float) value : (Object) value;
    }

    private static @Nullable Double symbol(String text) {
        String name = text.toLowerCase(java.util.Locale.ROOT);
        return switch (name) {
            case "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-infinity" -> Double.NEGATIVE_INFINITY;
            case "nan", "+nan", "-nan" -> Double.NaN;
            default -> null;
        };
    }

    /** Digits beyond any that can decide how it is rounded, but for whether one of them is not zero. */
    private static String shortened(StringBuilder digits) {
        if (digits.length() == 0) {
            return "0";
        }
        if (digits.length() <= LONGEST_EXACT) {
            return digits.toString();
        }
        boolean more = digits.chars().skip(LONGEST_EXACT).anyMatch(c -> c != '0');
        return digits.substring(0, LONGEST_EXACT) + (more ? "1" : "0");
    }
}
