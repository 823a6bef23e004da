package dev.apim.core.expression.csharp.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Boxing: a value that becomes an object is an object of its own, which no other is the same as (C# specification §10.2.9). */
public final class Boxes {
    private Boxes() {}

    /** The value of a node, in a box. */
    public static Node box(Node value) {
        return value instanceof Boxed ? value : new Boxed(value);
    }

    /** Whether a node gives a box that nobody else has. */
    static boolean isBox(Node node) {
        return node instanceof Boxed;
    }

    private record Boxed(Node value) implements Node {
        @Override
        public @Nullable Object eval(Frame frame) {
            Object plain = value.eval(frame);
            return plain == null ? null : copy(plain);
        }
    }

    /** The value in another box, as far as Java lets it be told apart: Java shares the boxes of small numbers. */
    @SuppressWarnings({"removal", "deprecation", "BoxedPrimitiveConstructor", "UnnecessaryBoxing"})
    public static Object copy(Object value) {
        if (value instanceof Integer number) {
            return new Integer(number);
        }
        if (value instanceof Boolean truth) {
            return new Boolean(truth);
        }
        if (value instanceof Long number) {
            return new Long(number);
        }
        if (value instanceof Double number) {
            return new Double(number);
        }
        if (value instanceof Character character) {
            return new Character(character);
        }
        return rarer(value);
    }

    @SuppressWarnings({"removal", "deprecation", "BoxedPrimitiveConstructor", "UnnecessaryBoxing"})
    private static Object rarer(Object value) {
        if (value instanceof BigDecimal number) {
            return new BigDecimal(number.unscaledValue(), number.scale());
        }
        if (value instanceof Short number) {
            return new Short(number);
        }
        if (value instanceof Float number) {
            return new Float(number);
        }
        return value instanceof Byte number ? new Byte(number) : value;
    }
}
