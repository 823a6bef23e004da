package dev.apim.core.expression.csharp.value;

import org.jspecify.annotations.Nullable;

/**
 * The Java face of .NET's {@code ICollection<T>} and {@code IReadOnlyCollection<T>}: a sequence that knows its size. What it does not
 * override of the writing half throws .NET's {@code NotSupportedException}. Arrays are collections without this face.
 */
public interface CollectionView extends Iterable<@Nullable Object> {
    /** How many elements it has. */
    int count();

    /** Whether an element equals this, by {@link Values#equal} unless it compares otherwise. */
    default boolean contains(@Nullable Object item) {
        for (Object element : this) {
            if (Values.equal(element, item)) {
                return true;
            }
        }
        return false;
    }

    /** .NET's {@code IsReadOnly}. */
    default boolean isReadOnly() {
        return true;
    }

    /** Adds one; of a dictionary a {@link KeyValuePair}. */
    default void add(@Nullable Object item) {
        throw readOnly();
    }

    /** Removes the first that equals this, and tells whether there was one. */
    default boolean remove(@Nullable Object item) {
        throw readOnly();
    }

    /** Removes all. */
    default void clear() {
        throw readOnly();
    }

    /** What .NET throws where a collection cannot be written. */
    static DotNetException readOnly() {
        return new DotNetException("System.NotSupportedException", "Collection is read-only.");
    }
}
