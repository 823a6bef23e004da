package dev.apim.core.expression;

import dev.apim.IssueSink;
import dev.apim.policy.Expression;
import dev.apim.policy.Value;
import org.jspecify.annotations.Nullable;

/** Values taken as they stand, read as the type that is wanted. */
final class Literals implements ExpressionLanguage {
    @Override
    public <T> Expression<T> compile(Value value, Class<T> type, IssueSink issues) {
        Object read = read(value.text(), type);
        if (read == null) {
            issues.error(value.position(), "found '" + shown(value.text()) + "', expected " + expected(type));
            return RefusedExpression.of(type);
        }
        return Expression.constant(type, type.cast(read));
    }

    private static @Nullable Object read(String text, Class<?> type) {
        try {
            if (type == Boolean.class) {
                return bool(text.strip());
            }
            if (type == Integer.class) {
                return Integer.valueOf(text.strip());
            }
            if (type == Long.class) {
                return Long.valueOf(text.strip());
            }
            if (type == Double.class) {
                return number(text.strip());
            }
            return type.isInstance(text) ? text : null;
        } catch (NumberFormatException notOne) {
            return null;
        }
    }

    private static @Nullable Boolean bool(String text) {
        if (text.equalsIgnoreCase("true")) {
            return Boolean.TRUE;
        }
        return text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
    }

    /** Java's own notation allows more: hexadecimal, a type suffix, NaN. */
    private static @Nullable Double number(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("+-.0123456789eE".indexOf(text.charAt(i)) < 0) {
                return null;
            }
        }
        return Double.valueOf(text);
    }

    private static String expected(Class<?> type) {
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == Integer.class) {
            return "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
        }
        if (type == Long.class) {
            return "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE;
        }
        return type == Double.class ? "a number such as 0.5" : "an expression";
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
