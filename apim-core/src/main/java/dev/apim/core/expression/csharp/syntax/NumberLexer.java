package dev.apim.core.expression.csharp.syntax;

import dev.apim.core.expression.csharp.value.UInt32;
import dev.apim.core.expression.csharp.value.UInt64;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;

/** Reads numeric literals: their type is the first of int, uint, long and ulong that holds them, or what the suffix says. */
final class NumberLexer {
    private static final BigInteger MOST_OF_DECIMAL =
            BigInteger.ONE.shiftLeft(96).subtract(BigInteger.ONE);
    private static final int DECIMAL_PLACES = 28;

    private final Scanner scanner;
    private final int start;

    NumberLexer(Scanner scanner) {
        this.scanner = scanner;
        this.start = scanner.at();
    }

    Token read() {
        Object value = scanner.current() == '0' && "xXbB".indexOf(scanner.ahead(1)) >= 0 ? radix() : decimal();
        return new Token(TokenKind.NUMBER, scanner.spanFrom(start), scanner.since(start), value);
    }

    private Object radix() {
        int radix = scanner.ahead(1) == 'x' || scanner.ahead(1) == 'X' ? 16 : 2;
        scanner.skip(2);
        String digits = digits(radix);
        if (digits.isEmpty()) {
            suffix();
            scanner.error(start, "a number that begins with 0" + (radix == 16 ? "x" : "b") + " needs digits behind it");
            return 0;
        }
        return integer(new BigInteger(digits, radix), suffix());
    }

    private Object decimal() {
        String whole = digits(10);
        String fraction = "";
        boolean real = false;
        if (scanner.current() == '.' && Lexer.isDigit(scanner.ahead(1))) {
            scanner.skip(1);
            fraction = "." + digits(10);
            real = true;
        }
        String exponent = exponent();
        real |= !exponent.isEmpty();
        String suffix = suffix();
        if (real || suffix.equals("f") || suffix.equals("d") || suffix.equals("m")) {
            return real(whole + fraction + exponent, suffix);
        }
        return integer(new BigInteger(whole), suffix);
    }

    private String digits(int radix) {
        StringBuilder digits = new StringBuilder();
        for (int c = scanner.current(); c == '_' || isDigit(c, radix); c = scanner.current()) {
            if (c != '_') {
                digits.append((char) c);
            }
            scanner.skip(1);
        }
        return digits.toString();
    }

    private static boolean isDigit(int c, int radix) {
        return c >= 0 && c < 128 && Character.digit(c, radix) >= 0;
    }

    private String exponent() {
        int c = scanner.current();
        int sign = scanner.ahead(1) == '+' || scanner.ahead(1) == '-' ? 1 : 0;
        if ((c != 'e' && c != 'E') || !Lexer.isDigit(scanner.ahead(1 + sign))) {
            return "";
        }
        String prefix = sign == 1 && scanner.ahead(1) == '-' ? "e-" : "e";
        scanner.skip(1 + sign);
        return prefix + digits(10);
    }

    private String suffix() {
        int from = scanner.at();
        while (Lexer.isIdentifierPart(scanner.current())) {
            scanner.skip(1);
        }
        return scanner.since(from).toLowerCase(Locale.ROOT);
    }

    private Object integer(BigInteger value, String suffix) {
        boolean isUnsigned = suffix.contains("u");
        boolean isLong = suffix.contains("l");
        switch (suffix) {
            case "", "u", "l", "ul", "lu" -> {}
            default -> wrongSuffix();
        }
        int bits = value.bitLength();
        if (bits > 64) {
            scanner.error(start, "this whole number is too large; the largest is 18446744073709551615");
            return 0;
        }
        if (bits <= 31 && !isUnsigned && !isLong) {
            return value.intValue();
        }
        if (bits <= 32 && !isLong) {
            return UInt32.of(value.longValue());
        }
        return bits <= 63 && !isUnsigned ? (Object) value.longValue() : new UInt64(value.longValue());
    }

    private Object real(String text, String suffix) {
        return switch (suffix) {
            case "f" -> single(Float.parseFloat(text));
            case "m" -> money(text);
            case "", "d" -> twice(Double.parseDouble(text));
            default -> {
                wrongSuffix();
                yield Double.parseDouble(text);
            }
        };
    }

    private Object single(float value) {
        if (Float.isInfinite(value)) {
            scanner.error(start, "this number is too large for a float");
        }
        return value;
    }

    private Object twice(double value) {
        if (Double.isInfinite(value)) {
            scanner.error(start, "this number is too large for a double");
        }
        return value;
    }

    private Object money(String text) {
        int exponent = text.indexOf('e');
        if (exponent >= 0 && text.length() - exponent > 4) {
            scanner.error(start, "the exponent of this number is beyond what a decimal holds");
            return BigDecimal.ZERO;
        }
        BigDecimal value = new BigDecimal(text);
        value = value.scale() < 0 ? value.setScale(0) : fit(value);
        if (value.unscaledValue().abs().compareTo(MOST_OF_DECIMAL) > 0) {
            scanner.error(
                    start, "this number is too large for a decimal; the largest is 79228162514264337593543950335");
            return BigDecimal.ZERO;
        }
        return value;
    }

    /** Digits behind the point that a decimal has no room for are rounded away. */
    private static BigDecimal fit(BigDecimal written) {
        BigDecimal value = written;
        int scale = Math.min(DECIMAL_PLACES, value.scale());
        value = value.setScale(scale, RoundingMode.HALF_EVEN);
        while (scale > 0 && value.unscaledValue().abs().compareTo(MOST_OF_DECIMAL) > 0) {
            value = written.setScale(--scale, RoundingMode.HALF_EVEN);
        }
        return value;
    }

    private void wrongSuffix() {
        scanner.error(
                start,
                "found '" + scanner.shownSince(start)
                        + "': a number may end with u, l, ul (whole numbers), f, d or m, and cannot run into a name");
    }
}
