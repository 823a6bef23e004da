package dev.apim.core.expression.csharp.value;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What holds of any value of an expression.
 *
 * <table>
 * <caption>How .NET's types are kept</caption>
 * <tr><td>int, long, short, sbyte, float, double, char, bool, string</td><td>Integer, Long, Short, Byte, Float, Double, Character, Boolean, String</td></tr>
 * <tr><td>byte, ushort, uint, ulong</td><td>{@link UInt8}, {@link UInt16}, {@link UInt32}, {@link UInt64}</td></tr>
 * <tr><td>decimal, Guid</td><td>BigDecimal with its scale, java.util.UUID</td></tr>
 * <tr><td>byte[], T[]</td><td>byte[], an array of T's class, such as Integer[], String[], Object[][]</td></tr>
 * <tr><td>T?</td><td>T, or null</td></tr>
 * <tr><td>IEnumerable&lt;T&gt;</td><td>whatever {@link #iterate} takes: any Iterable, an array, a String</td></tr>
 * <tr><td>Func, Action, …</td><td>{@link Delegate}</td></tr>
 * <tr><td>enumerations</td><td>{@link EnumValue}</td></tr>
 * <tr><td>exceptions</td><td>{@link DotNetException}</td></tr>
 * </table>
 */
public final class Values {
    private static final Object[] NONE = new Object[0];

    private Values() {}

    /**
     * The elements of anything enumerable, in order, without copying.
     *
     * @throws DotNetException a {@code NullReferenceException} of null
     */
    @SuppressWarnings("unchecked") // every element is an object or null
    public static Iterable<@Nullable Object> iterate(@Nullable Object sequence) {
        if (sequence instanceof Iterable<?> iterable) {
            return (Iterable<@Nullable Object>) iterable;
        }
        if (sequence instanceof Object[] array) {
            return Arrays.asList(array);
        }
        if (sequence instanceof byte[] bytes) {
            return () -> new Bytes(bytes);
        }
        if (sequence instanceof String text) {
            return () -> new Chars(text);
        }
        if (sequence == null) {
            throw DotNetException.nullReference();
        }
        throw new IllegalArgumentException("not enumerable: " + sequence.getClass());
    }

    /** An array of nulls. */
    @SuppressWarnings("unchecked") // arrayType() of a class is that of its arrays
    public static @Nullable Object[] newArray(Class<?> elements, int length) {
        return Arrays.copyOf(NONE, length, (Class<? extends Object[]>) elements.arrayType());
    }

    /** Whether {@link #iterate} takes it. */
    public static boolean isEnumerable(@Nullable Object value) {
        return value instanceof Iterable
                || value instanceof Object[]
                || value instanceof byte[]
                || value instanceof String;
    }

    /** .NET's {@code Equals}: by value of numbers of one type, texts and structures, else by identity. */
    public static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left instanceof String) {
            return left.equals(right);
        }
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (left instanceof Double a && right instanceof Double b) {
            return a.doubleValue() == b.doubleValue() || (a.isNaN() && b.isNaN());
        }
        if (left instanceof List<?> || left instanceof Map<?, ?>) {
            return left == right;
        }
        return Objects.equals(left, right);
    }

    /** A hash that agrees with {@link #equal}. */
    public static int hash(@Nullable Object value) {
        if (value instanceof String) {
            return value.hashCode();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros().hashCode();
        }
        if (value instanceof Double number && number == 0) {
            return 0;
        }
        if (value instanceof List<?> || value instanceof Map<?, ?>) {
            return System.identityHashCode(value);
        }
        return Objects.hashCode(value);
    }

    private static final class Bytes implements Iterator<@Nullable Object> {
        private final byte[] bytes;
        private int at;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public boolean hasNext() {
            return at < bytes.length;
        }

        @Override
        public Object next() {
            if (at >= bytes.length) {
                throw new NoSuchElementException();
            }
            return UInt8.of(bytes[at++]);
        }
    }

    private static final class Chars implements Iterator<@Nullable Object> {
        private final String text;
        private int at;

        Chars(String text) {
            this.text = text;
        }

        @Override
        public boolean hasNext() {
            return at < text.length();
        }

        @Override
        public Object next() {
            if (at >= text.length()) {
                throw new NoSuchElementException();
            }
            return text.charAt(at++);
        }
    }
}
