package dev.apim.core.expression.csharp.text;

import dev.apim.core.expression.csharp.value.DotNetException;

/** .NET's checks of positions within a text, each with its message. */
final class Bounds {
    /** Of a count. */
    static final String COUNT =
            "Count must be positive and count must refer to a location within the string/array/collection.";

    private static final String INDEX =
            "Index was out of range. Must be non-negative and less than or equal to the size of the collection.";

    private static final String LAST =
            "Index was out of range. Must be non-negative and less than the size of the collection.";

    private Bounds() {}

    /** A start within a text and a count that stays within it, as {@code IndexOf} takes them. */
    static void search(String text, int start, int count) {
        if (start < 0 || start > text.length()) {
            throw DotNetException.outOfRange(INDEX, "startIndex");
        }
        if (count < 0 || count > text.length() - start) {
            throw DotNetException.outOfRange(COUNT, "count");
        }
    }

    /** An end within a text that is not empty and a count before it, as {@code LastIndexOf} takes them. */
    static void searchBack(String text, int start, int count) {
        if (start < 0 || start >= text.length()) {
            throw DotNetException.outOfRange(LAST, "startIndex");
        }
        if (count < 0 || start - count + 1 < 0) {
            throw DotNetException.outOfRange(COUNT, "count");
        }
    }

    /** A part, as {@code Substring} takes it. */
    static String part(String text, int start, int length) {
        if (start < 0) {
            throw DotNetException.outOfRange("StartIndex cannot be less than zero.", "startIndex");
        }
        if (start > text.length()) {
            throw DotNetException.outOfRange("startIndex cannot be larger than length of string.", "startIndex");
        }
        if (length < 0) {
            throw DotNetException.outOfRange("Length cannot be less than zero.", "length");
        }
        if (start > text.length() - length) {
            throw DotNetException.outOfRange("Index and length must refer to a location within the string.", "length");
        }
        return text.substring(start, start + length);
    }

    /** A part of an array, as the constructor of a string takes it. */
    static void array(int size, int start, int length, String lengthName) {
        notNegative(start, "startIndex", "StartIndex cannot be less than zero.");
        notNegative(length, lengthName, "Length cannot be less than zero.");
        if (start > size - length) {
            throw DotNetException.outOfRange(INDEX, "startIndex");
        }
    }

    /** An index up to a size. */
    static void upTo(int index, int size, String name) {
        if (index < 0 || index > size) {
            throw DotNetException.outOfRange(INDEX, name);
        }
    }

    /** An index below a size. */
    static void below(int index, int size, String name) {
        if (index < 0 || index >= size) {
            throw DotNetException.outOfRange(LAST, name);
        }
    }

    /** A number that may be zero. */
    static void notNegative(int number, String name, String message) {
        if (number < 0) {
            throw DotNetException.outOfRange(message, name);
        }
    }

    /** A number that may be zero, checked with the message that names parameter and value. */
    static void notNegative(int number, String name) {
        if (number < 0) {
            throw DotNetException.outOfRange(name + " ('" + number + "') must be a non-negative value.", name, number);
        }
    }

    /** A number up to another, checked with the message that names parameter and value. */
    static void notGreater(int number, int limit, String name) {
        if (number > limit) {
            throw DotNetException.outOfRange(
                    name + " ('" + number + "') must be less than or equal to '" + limit + "'.", name, number);
        }
    }

    /** An argument that must be there. */
    static <T> T notNull(@org.jspecify.annotations.Nullable T value, String name) {
        if (value == null) {
            throw DotNetException.argumentNull(name);
        }
        return value;
    }
}
