package dev.apim.core.expression.csharp.value;

/** The standard formats {@code C E F G N P R} with the invariant culture. */
final class StandardFormat {
    private static final int GROUP = 3;

    private StandardFormat() {}

    /**
     * The text of a number.
     *
     * @param precision as the format's letter takes it, -1 for its default
     */
    static String format(Digits digits, char specifier, int precision) {
        int decimals = precision < 0 ? 2 : precision;
        return switch (Character.toUpperCase(specifier)) {
            case 'C' -> currency(rounded(digits, decimals), decimals);
            case 'F' -> signed(rounded(digits, decimals), decimals, false);
            case 'N' -> signed(rounded(digits, decimals), decimals, true);
            case 'P' -> percent(digits, decimals);
            case 'E' -> scientific(digits, specifier, precision < 0 ? 6 : precision);
            case 'G', 'R' -> general(digits, specifier, precision);
            default -> throw NumberFormat.badSpecifier();
        };
    }

    private static Digits rounded(Digits digits, int decimals) {
        digits.round(digits.scale + decimals, digits.floating);
        return digits;
    }

    private static String signed(Digits digits, int decimals, boolean grouped) {
        return (digits.negative ? "-" : "") + fixed(digits, decimals, grouped);
    }

    private static String currency(Digits digits, int decimals) {
        String text = "¤" + fixed(digits, decimals, true);
        return digits.negative ? "(" + text + ")" : text;
    }

    private static String percent(Digits digits, int decimals) {
        digits.scale += digits.isZero() ? 0 : 2;
        return signed(rounded(digits, decimals), decimals, true) + " %";
    }

    private static String fixed(Digits digits, int decimals, boolean grouped) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.scale; i++) {
            if (grouped && i > 0 && (digits.scale - i) % GROUP == 0) {
                text.append(',');
            }
            text.append(digits.at(i));
        }
        if (digits.scale <= 0) {
            text.append('0');
        }
        if (decimals > 0) {
            text.append('.');
            for (int i = digits.scale; i < digits.scale + decimals; i++) {
                text.append(i < 0 ? '0' : digits.at(i));
            }
        }
        return text.toString();
    }

    private static String scientific(Digits digits, char specifier, int decimals) {
        digits.round(decimals + 1, digits.floating);
        StringBuilder text = new StringBuilder(digits.negative ? "-" : "").append(digits.at(0));
        if (decimals > 0) {
            text.append('.');
            for (int i = 1; i <= decimals; i++) {
                text.append(digits.at(i));
            }
        }
        exponent(text, specifier, digits.isZero() ? 0 : digits.scale - 1, GROUP, true);
        return text.toString();
    }

    private static String general(Digits digits, char specifier, int precision) {
        char sign = specifier == 'G' || specifier == 'R' ? 'E' : 'e';
        if (precision < 1 && digits.decimal && precision == -1) {
            return general(digits, sign, Integer.MAX_VALUE, digits.negative && !digits.isZero());
        }
        int most = precision < 1 ? digits.count() : precision;
        digits.round(most, digits.floating);
        return general(digits, sign, most, digits.negative);
    }

    private static String general(Digits digits, char exponentSign, int most, boolean negative) {
        boolean scientific = most != Integer.MAX_VALUE && (digits.scale > most || digits.scale < -3);
        StringBuilder text = new StringBuilder(negative ? "-" : "");
        int point = scientific ? 1 : digits.scale;
        for (int i = 0; i < point; i++) {
            text.append(digits.at(i));
        }
        if (point <= 0) {
            text.append('0');
        }
        if (digits.count() > Math.max(point, 0) || point < 0) {
            text.append('.').append("0".repeat(Math.max(0, -point)));
            for (int i = Math.max(point, 0); i < digits.count(); i++) {
                text.append(digits.at(i));
            }
        }
        if (scientific) {
            exponent(text, exponentSign, digits.scale - 1, 2, true);
        }
        return text.toString();
    }

    /** {@code E+05}. */
    static void exponent(StringBuilder text, char letter, int exponent, int digits, boolean plus) {
        text.append(letter);
        if (exponent < 0) {
            text.append('-');
        } else if (plus) {
            text.append('+');
        }
        String number = Integer.toString(Math.abs(exponent));
        text.append("0".repeat(Math.max(0, digits - number.length()))).append(number);
    }
}
