package dev.apim.core.expression.csharp.value;

import org.jspecify.annotations.Nullable;

/**
 * The Java face of .NET's {@code IList<T>} and {@code IReadOnlyList<T>}: a collection with places. Arrays are lists without this face.
 */
public interface ListView extends CollectionView {
    /**
     * The element at a place.
     *
     * @throws DotNetException an {@code ArgumentOutOfRangeException} where there is none
     */
    @Nullable
    Object at(int index);

    /** Puts another element at a place that there is. */
    default void setAt(int index, @Nullable Object item) {
        throw CollectionView.readOnly();
    }

    /** The first place of an element that equals this, -1 without one. */
    default int indexOf(@Nullable Object item) {
        int index = 0;
        for (Object element : this) {
            if (Values.equal(element, item)) {
                return index;
            }
            index++;
        }
        return -1;
    }

    /** Puts an element before a place, or at the end. */
    default void insert(int index, @Nullable Object item) {
        throw CollectionView.readOnly();
    }

    /** Removes the element of a place. */
    default void removeAt(int index) {
        throw CollectionView.readOnly();
    }

    /**
     * A place that there is.
     *
     * @throws DotNetException .NET's {@code ArgumentOutOfRangeException} where there is none
     */
    static int place(int index, int count) {
        if (index < 0 || index >= count) {
            throw DotNetException.outOfRange(
                    "Index was out of range. Must be non-negative and less than the size of the collection.", "index");
        }
        return index;
    }
}
