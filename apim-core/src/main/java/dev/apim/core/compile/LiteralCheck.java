package dev.apim.core.compile;

import dev.apim.policy.AttributeSpec;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a literal. */
final class LiteralCheck {
    private LiteralCheck() {}

    /** What is wrong, or {@code null}. */
    static @Nullable String problem(String text, AttributeSpec spec) {
        if (!spec.allowed().isEmpty() && spec.allowed().stream().noneMatch(a -> a.equalsIgnoreCase(text))) {
            return "expected one of " + String.join(", ", spec.allowed()) + ", found '" + text + "'";
        }
        return switch (spec.type()) {
            case STRING, ANY -> null;
            case BOOLEAN -> isBoolean(text) ? null : "expected true or false, found '" + text + "'";
            case INTEGER -> number(text, spec, true, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> number(text, spec, true, Long.MIN_VALUE, Long.MAX_VALUE);
            case DECIMAL -> number(text, spec, false, -Double.MAX_VALUE, Double.MAX_VALUE);
        };
    }

    private static boolean isBoolean(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.equals("true") || lower.equals("false");
    }

    private static @Nullable String number(
            String text, AttributeSpec spec, boolean whole, double least, double greatest) {
        String kind = whole ? "a whole number" : "a number";
        BigDecimal number;
        try {
            number = text.length() > 40 ? null : new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            number = null;
        }
        if (number == null || whole && number.stripTrailingZeros().scale() > 0) {
            return "expected " + kind + ", found '" + shortened(text) + "'";
        }
        double value = number.doubleValue();
        double min = Math.max(least, spec.min());
        double max = Math.min(greatest, spec.max());
        if (value < min || value > max) {
            return "expected " + kind + range(spec, min, max) + ", found " + shortened(text);
        }
        return null;
    }

    private static String range(AttributeSpec spec, double min, double max) {
        boolean lower = spec.min() > -Double.MAX_VALUE;
        boolean upper = spec.max() < Double.MAX_VALUE;
        if (lower && upper) {
            return " from " + plain(min) + " to " + plain(max);
        }
        return lower ? " of at least " + plain(min) : upper ? " of at most " + plain(max) : " in range";
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
