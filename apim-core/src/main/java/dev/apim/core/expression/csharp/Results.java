package dev.apim.core.expression.csharp;

import dev.apim.core.expression.Conversion;
import dev.apim.core.expression.csharp.value.Texts;
import dev.apim.core.expression.csharp.value.UInt64;
import dev.apim.core.expression.csharp.value.Unsigned;
import dev.apim.policy.ExpressionException;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What an expression computed, as the policy wants it. */
final class Results {
    private static final int LONGEST = 1 << 20;

    private Results() {}

    @SuppressWarnings("unchecked") // the class is compared; to ask it for the cast takes longer than all the rest
    static <T> @Nullable T to(@Nullable Object value, Class<T> type) {
        if (value instanceof String text && type == String.class && text.length() <= LONGEST) {
            return (T) text;
        }
        if (value instanceof Boolean && type == Boolean.class) {
            return (T) value;
        }
        if (type == Object.class || value == null || type.isInstance(value)) {
            return checked(Conversion.to(value, type));
        }
        if (type == String.class) {
            return checked(type.cast(Texts.of(value)));
        }
        return Conversion.to(number(value), type);
    }

    /** Numbers that Java has no like of, as one it has. */
    private static Object number(Object value) {
        if (value instanceof UInt64 big) {
            return new BigInteger(Long.toUnsignedString(big.bits()));
        }
        return value instanceof Unsigned unsigned ? (Object) unsigned.bits() : value;
    }

    private static <T> @Nullable T checked(@Nullable T result) {
        if (result instanceof String text && text.length() > LONGEST) {
            throw new ExpressionException(
                    "The expression gave " + text.length() + " characters, more than the " + LONGEST + " allowed.");
        }
        return result;
    }
}
