package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.UInt8;
import dev.apim.core.expression.csharp.value.Values;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays as expressions hold them: {@code byte[]} of C#'s bytes, else an array of the element's class. */
public final class ArrayValues {
    private ArrayValues() {}

    /** A new array, each element the default of its type. */
    public static Object create(CsType element, int length) {
        Class<?> elementClass = elementClass(element);
        if (elementClass == UInt8.class && !element.isNullable()) {
            return new byte[length];
        }
        Object[] array = Values.newArray(elementClass, length);
        Object filler = Defaults.of(element);
        if (filler != null) {
            Arrays.fill(array, filler);
        }
        return array;
    }

    /** A new array of these elements. */
    public static Object of(CsType element, List<? extends @Nullable Object> values) {
        Object array = create(element, values.size());
        for (int i = 0; i < values.size(); i++) {
            set(array, i, values.get(i));
        }
        return array;
    }

    /** Whether it is an array. */
    public static boolean isArray(@Nullable Object value) {
        return value instanceof Object[] || value instanceof byte[];
    }

    /** How many elements an array has. */
    public static int length(Object array) {
        return array instanceof byte[] bytes ? bytes.length : ((Object[]) array).length;
    }

    /** An element. */
    public static @Nullable Object get(Object array, int index) {
        try {
            return array instanceof byte[] bytes ? UInt8.of(bytes[index]) : ((Object[]) array)[index];
        } catch (ArrayIndexOutOfBoundsException e) {
            throw DotNetException.indexOutOfRange();
        }
    }

    /** Puts an element. */
    public static void set(Object array, int index, @Nullable Object value) {
        try {
            if (array instanceof byte[] bytes) {
                bytes[index] = value instanceof UInt8 octet ? (byte) octet.value() : mismatch();
            } else {
                ((@Nullable Object[]) array)[index] = value;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            throw DotNetException.indexOutOfRange();
        } catch (ArrayStoreException e) {
            mismatch();
        }
    }

    /** An array of the same class and another length; what is new is what {@code filler} is. */
    static Object resized(Object array, int length, @Nullable Object filler) {
        if (array instanceof byte[] bytes) {
            return Arrays.copyOf(bytes, length);
        }
        Object[] elements = (Object[]) array;
        Object[] copy = Arrays.copyOf(elements, length);
        if (length > elements.length && filler != null) {
            Arrays.fill(copy, elements.length, length, filler);
        }
        return copy;
    }

    /** A copy. */
    static Object copy(Object array) {
        return array instanceof byte[] bytes ? bytes.clone() : ((Object[]) array).clone();
    }

    /** The class of the elements of an array of a type: of an interface any, as strings and arrays implement .NET's but not Java's. */
    static Class<?> elementClass(CsType element) {
        return switch (element.kind()) {
            case ARRAY -> arrayClass(element.element());
            case NULLABLE -> elementClass(element.element());
            case CLASS, STRUCT, ENUM, DELEGATE -> element.definition().javaClass();
            default -> Object.class;
        };
    }

    /** The class of an array of such elements. */
    static Class<?> arrayClass(CsType element) {
        Class<?> elementClass = elementClass(element);
        return elementClass == UInt8.class && !element.isNullable() ? byte[].class : elementClass.arrayType();
    }

    private static byte mismatch() {
        throw new DotNetException(
                "System.ArrayTypeMismatchException",
                "Attempted to access an element as a type incompatible with the array.");
    }
}
