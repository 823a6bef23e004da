package dev.apim.core.expression.csharp.json;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Reads numbers as Json.NET does: {@code long}, beyond it {@link BigInteger}, else {@code double}; hexadecimal and octal too. */
final class JsonNumbers {
    private static final Pattern FLOAT = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final int LONGEST_INTEGER = 380;
    static final int LONGEST = 1_000;
    private static final int LONG_DIGITS = 18;
    private static final BigInteger UNSIGNED = BigInteger.ONE.shiftLeft(64);

    private JsonNumbers() {}

    static Object parse(String number, JsonSource.Fault fault) {
        if (number.length() > LONGEST) {
            throw fault.beyond("JSON number of " + number.length() + " characters is too long to parse.");
        }
        if (isOtherBase(number)) {
            return otherBase(number, fault);
        }
        int sign = number.startsWith("-") ? 1 : 0;
        if (number.length() > sign && isDigits(number, sign)) {
            if (number.length() - sign <= LONG_DIGITS) {
                return Long.valueOf(number);
            }
            return integer(number, fault);
        }
        if (!FLOAT.matcher(number).matches()) {
            throw invalid(number, fault);
        }
        return Double.valueOf(number);
    }

    private static boolean isDigits(String number, int from) {
        for (int i = from; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static Object integer(String number, JsonSource.Fault fault) {
        if (number.length() > LONGEST_INTEGER) {
            throw fault.of("JSON integer " + number + " is too large to parse.");
        }
        BigInteger value = new BigInteger(number);
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    private static boolean isOtherBase(String number) {
        return number.length() > 1
                && number.charAt(0) == '0'
                && number.charAt(1) != '.'
                && number.charAt(1) != 'e'
                && number.charAt(1) != 'E';
    }

    private static Object otherBase(String number, JsonSource.Fault fault) {
        boolean hex = number.charAt(1) == 'x' || number.charAt(1) == 'X';
        try {
            String digits = hex ? number.substring(2) : number;
            BigInteger value = digits.matches("[0-9a-fA-F]+") ? new BigInteger(digits, hex ? 16 : 8) : UNSIGNED;
            if (value.compareTo(UNSIGNED) < 0) {
                return value.longValue();
            }
        } catch (NumberFormatException e) {
            throw invalid(number, fault);
        }
        throw invalid(number, fault);
    }

    private static RuntimeException invalid(String number, JsonSource.Fault fault) {
        return fault.of("Input string '" + number + "' is not a valid number.");
    }
}
