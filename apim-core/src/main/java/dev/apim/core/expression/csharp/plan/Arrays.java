package dev.apim.core.expression.csharp.plan;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.UInt8;
import java.lang.reflect.Array;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays: a {@code byte[]} is Java's, any other holds boxes or references. */
public final class Arrays {
    private Arrays() {}

    /** An array of these elements. */
    public static Node of(CsType element, List<Node> elements) {
        Node[] all = elements.toArray(Node[]::new);
        return frame -> {
            frame.evaluation.make(all.length);
            Object array = create(element, all.length, null);
            for (int i = 0; i < all.length; i++) {
                put(array, i, all[i].eval(frame));
            }
            return array;
        };
    }

    /** An array of a size, each element {@code initial}. */
    public static Node sized(CsType element, Node size, @Nullable Object initial) {
        return frame -> {
            int length = size.int32(frame);
            if (length < 0) {
                throw DotNetException.overflow();
            }
            frame.evaluation.make(length);
            return create(element, length, initial);
        };
    }

    /** {@code array[index]}. */
    public static Node get(Node array, Node index) {
        return frame -> {
            Object values = array.eval(frame);
            int at = index.int32(frame);
            if (values == null) {
                throw DotNetException.nullReference();
            }
            check(values, at);
            return values instanceof byte[] bytes ? UInt8.of(bytes[at]) : ((Object[]) values)[at];
        };
    }

    /** {@code array[index] = value}. */
    public static Node set(Node array, Node index, Node value) {
        return frame -> {
            Object values = array.eval(frame);
            int at = index.int32(frame);
            Object written = value.eval(frame);
            if (values == null) {
                throw DotNetException.nullReference();
            }
            check(values, at);
            put(values, at, written);
            return written;
        };
    }

    private static void check(Object array, int index) {
        int length = array instanceof byte[] bytes ? bytes.length : ((Object[]) array).length;
        if (index < 0 || index >= length) {
            throw DotNetException.indexOutOfRange();
        }
    }

    private static void put(Object array, int index, @Nullable Object value) {
        if (array instanceof byte[] bytes) {
            bytes[index] = (byte) ((UInt8) Arithmetic.required(value)).value();
            return;
        }
        try {
            ((Object[]) array)[index] = value;
        } catch (ArrayStoreException e) {
            throw new DotNetException(
                    "System.ArrayTypeMismatchException",
                    "Attempted to access an element as a type incompatible with the array.");
        }
    }

    private static Object create(CsType element, int length, @Nullable Object initial) {
        Class<?> javaClass = classOf(element);
        if (javaClass == byte.class) {
            return new byte[length];
        }
        Object[] array = (Object[]) Array.newInstance(javaClass, length);
        if (initial != null) {
            java.util.Arrays.fill(array, initial);
        }
        return array;
    }

    private static Class<?> classOf(CsType element) {
        if (element.is(Kind.ARRAY)) {
            Class<?> inner = classOf(element.element());
            return Array.newInstance(inner, 0).getClass();
        }
        if (element.isNullable()) {
            return element.element().definition().javaClass();
        }
        if (element.definition().javaClass() == UInt8.class) {
            return byte.class;
        }
        Class<?> javaClass = element.definition().javaClass();
        return element.is(Kind.INTERFACE) || element.is(Kind.DELEGATE) || javaClass.isPrimitive()
                ? Object.class
                : javaClass;
    }
}
