package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.value.DotNetException;
import org.jspecify.annotations.Nullable;

/** What .NET's members ask of their arguments, and what they say when it is not so. */
final class Require {
    static final String INDEX_LESS =
            "Index was out of range. Must be non-negative and less than the size of the collection.";
    static final String INDEX_LESS_OR_EQUAL =
            "Index was out of range. Must be non-negative and less than or equal to the size of the collection.";
    static final String OFF_LENGTH = "Offset and length were out of bounds for the array or count is greater than the"
            + " number of elements from index to the end of the source collection.";
    static final String COUNT =
            "Count must be positive and count must refer to a location within the string/array/collection.";
    private static final String NEGATIVE = "Non-negative number required.";

    private Require() {}

    static <T> T argument(@Nullable T value, String parameter) {
        if (value == null) {
            throw DotNetException.argumentNull(parameter);
        }
        return value;
    }

    static int notNegative(int value, String parameter) {
        if (value < 0) {
            throw DotNetException.outOfRange(NEGATIVE, parameter);
        }
        return value;
    }

    /** As .NET 8's own guard says it, with the value. */
    static int sizeNotNegative(int value, String parameter) {
        if (value < 0) {
            throw new DotNetException(
                    "System.ArgumentOutOfRangeException",
                    parameter + " ('" + value + "') must be a non-negative value. (Parameter '" + parameter
                            + "')\nActual value was " + value + ".");
        }
        return value;
    }

    /** A stretch of a collection. */
    static void range(int index, int count, int size) {
        notNegative(index, "index");
        notNegative(count, "count");
        if (size - index < count) {
            throw DotNetException.argument(OFF_LENGTH, null);
        }
    }

    static DotNetException outOfRange(String parameter) {
        return DotNetException.outOfRange("Specified argument was out of the range of valid values.", parameter);
    }

    static DotNetException changed() {
        return DotNetException.invalidOperation("Collection was modified; enumeration operation may not execute.");
    }

    static DotNetException fixedSize() {
        return new DotNetException("System.NotSupportedException", "Collection was of a fixed size.");
    }

    static DotNetException unsupported() {
        return new DotNetException("System.NotSupportedException", "Specified method is not supported.");
    }

    /** Room for what is copied. */
    static void room(int length, int index, int count) {
        notNegative(index, "arrayIndex");
        if (length - index < count) {
            throw DotNetException.argument(
                    "Destination array was not long enough. Check the destination index, length, and the array's lower"
                            + " bounds.",
                    "destinationArray");
        }
    }
}
