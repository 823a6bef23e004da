package dev.apim.core.expression.csharp.collection;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code System.Array}: what every array has, and how arrays are copied, filled and made. */
final class ArrayType {
    private static final int MAX_LENGTH = 0x7FFF_FFC7;
    private static final String LOWER_BOUND = "Number was less than the array's lower bound in the first dimension.";

    private ArrayType() {}

    static void define(TypeBuilder type) {
        type.base("IList").instance(ArrayValues::isArray);
        type.constant("int MaxLength", MAX_LENGTH)
                .property("int Length", ArrayValues::length)
                .property("long LongLength", (Object self) -> (long) ArrayValues.length(self))
                .property("int Rank", (Object self) -> 1)
                .property("bool IsFixedSize", (Object self) -> true)
                .property("bool IsReadOnly", (Object self) -> false)
                .property("bool IsSynchronized", (Object self) -> false)
                .property("object SyncRoot", (Object self) -> self);
        bounds(type);
        elements(type);
        copies(type);
        changes(type);
        type.refused("CreateInstance", "it takes a Type");
        ArraySearch.define(type);
        ArrayOrder.define(type);
    }

    private static void bounds(TypeBuilder type) {
        type.method("int GetLength(int dimension)", (Object self, Integer dimension) -> length(self, dimension))
                .method("long GetLongLength(int dimension)", (Object self, Integer dimension) ->
                        (long) length(self, dimension))
                .method(
                        "int GetLowerBound(int dimension)",
                        (Object self, Integer dimension) -> length(self, dimension) * 0)
                .method(
                        "int GetUpperBound(int dimension)",
                        (Object self, Integer dimension) -> length(self, dimension) - 1)
                .method("void Initialize()", (Object self) -> null);
    }

    private static int length(Object self, int dimension) {
        if (dimension != 0) {
            throw DotNetException.indexOutOfRange();
        }
        return ArrayValues.length(self);
    }

    private static void elements(TypeBuilder type) {
        type.method("object GetValue(int index)", (Object self, Integer index) -> ArrayValues.get(self, index))
                .method(
                        "object GetValue(long index)",
                        (Object self, Long index) -> ArrayValues.get(self, Math.toIntExact(index)))
                .method(
                        "object GetValue(params int[] indices)",
                        (Object self, @Nullable Object indices) -> ArrayValues.get(self, only(indices)))
                .method(
                        "void SetValue(object value, int index)",
                        (Object self, @Nullable Object value, Integer index) -> setValue(type, self, value, index))
                .method(
                        "void SetValue(object value, long index)",
                        (Object self, @Nullable Object value, Long index) ->
                                setValue(type, self, value, Math.toIntExact(index)))
                .method(
                        "void SetValue(object value, params int[] indices)",
                        (Object self, @Nullable Object value, @Nullable Object indices) ->
                                setValue(type, self, value, only(indices)))
                .method("object Clone()", ArrayValues::copy)
                .costly();
    }

    private static int only(@Nullable Object indices) {
        Object array = Require.argument(indices, "indices");
        if (ArrayValues.length(array) != 1) {
            throw DotNetException.argument("Indices length does not match the array rank.", null);
        }
        return (Integer) Objects.requireNonNull(ArrayValues.get(array, 0));
    }

    private static @Nullable Object setValue(TypeBuilder type, Object self, @Nullable Object value, int index) {
        Object stored = value == null ? Defaults.of(type.table().typeOf(self).element()) : value;
        try {
            ArrayValues.set(self, index, stored);
        } catch (DotNetException e) {
            if (e.typeName().equals("System.ArrayTypeMismatchException")) {
                throw new DotNetException(
                        "System.InvalidCastException", "Object cannot be stored in an array of this type.");
            }
            throw e;
        }
        return null;
    }

    private static void copies(TypeBuilder type) {
        type.method(
                        "void CopyTo(Array array, int index)",
                        (Object self, @Nullable Object array, Integer index) ->
                                copy(self, 0, array, index, ArrayValues.length(self)))
                .costly()
                .method(
                        "void CopyTo(Array array, long index)",
                        (Object self, @Nullable Object array, Long index) ->
                                copy(self, 0, array, Math.toIntExact(index), ArrayValues.length(self)))
                .costly();
        for (String number : new String[] {"int", "long"}) {
            type.method(
                            "static void Copy(Array sourceArray, Array destinationArray, " + number + " length)",
                            (@Nullable Object source, @Nullable Object target, Number length) ->
                                    copy(source, 0, target, 0, length.intValue()))
                    .costly();
            type.methodWith(
                            "static void Copy(Array sourceArray, " + number + " sourceIndex, Array destinationArray, "
                                    + number + " destinationIndex, " + number + " length)",
                            (call, a) -> copy(a[0], number(a[1]), a[2], number(a[3]), number(a[4])))
                    .costly();
        }
        type.methodWith(
                        "static void ConstrainedCopy(Array sourceArray, int sourceIndex, Array destinationArray, int"
                                + " destinationIndex, int length)",
                        (call, a) -> copy(a[0], number(a[1]), a[2], number(a[3]), number(a[4])))
                .costly();
    }

    static int number(@Nullable Object argument) {
        return ((Number) Objects.requireNonNull(argument)).intValue();
    }

    private static @Nullable Object copy(@Nullable Object from, int start, @Nullable Object to, int place, int length) {
        Object source = Require.argument(from, "sourceArray");
        Object target = Require.argument(to, "destinationArray");
        if (length < 0) {
            throw DotNetException.outOfRange("Non-negative number required.", "length");
        }
        lowerBound(start, "sourceIndex");
        lowerBound(place, "destinationIndex");
        if (ArrayValues.length(source) - start < length) {
            throw DotNetException.argument(
                    "Source array was not long enough. Check the source index, length, and the array's lower bounds.",
                    "sourceArray");
        }
        Require.room(ArrayValues.length(target), place, length);
        move(source, start, target, place, length);
        return null;
    }

    private static void lowerBound(int index, String parameter) {
        if (index < 0) {
            throw DotNetException.outOfRange(LOWER_BOUND, parameter);
        }
    }

    @SuppressWarnings("SuspiciousSystemArraycopy") // whether the elements fit is what the exception tells
    private static void move(Object source, int start, Object target, int place, int length) {
        try {
            if (source instanceof byte[] == target instanceof byte[]) {
                System.arraycopy(source, start, target, place, length);
            } else {
                for (int i = 0; i < length; i++) {
                    ArrayValues.set(target, place + i, ArrayValues.get(source, start + i));
                }
            }
        } catch (ArrayStoreException e) {
            throw new DotNetException(
                    "System.InvalidCastException",
                    "At least one element in the source array could not be cast down to the destination array type.");
        }
    }

    private static void changes(TypeBuilder type) {
        type.methodWith(
                "static T[] Empty<T>()",
                (call, a) -> ArrayValues.create(call.types().get(0), 0));
        type.method("static void Clear(Array array)", (@Nullable Object array) -> {
                    Object cleared = Require.argument(array, "array");
                    return fill(type, cleared, 0, ArrayValues.length(cleared));
                })
                .method(
                        "static void Clear(Array array, int index, int length)",
                        (@Nullable Object array, Integer index, Integer length) -> {
                            Object cleared = Require.argument(array, "array");
                            if (index < 0 || length < 0 || index > ArrayValues.length(cleared) - length) {
                                throw DotNetException.indexOutOfRange();
                            }
                            return fill(type, cleared, index, length);
                        });
        type.methodWith("static void Resize<T>(ref T[] array, int newSize)", (call, a) -> {
            int size = number(a[1]);
            Require.notNegative(size, "newSize");
            call.evaluation().make(size);
            Object before = KeyedTypes.ref(a[0]).value;
            KeyedTypes.ref(a[0]).value = before == null
                    ? ArrayValues.create(call.types().get(0), size)
                    : ArrayValues.resized(before, size, Defaults.of(call.types().get(0)));
            return null;
        });
        type.methodWith(
                "static ReadOnlyCollection<T> AsReadOnly<T>(T[] array)",
                (call, a) -> new ReadOnlyListValue(
                        type.table().get("ReadOnlyCollection", call.types().get(0)), Require.argument(a[0], "array")));
    }

    private static @Nullable Object fill(TypeBuilder type, Object array, int index, int length) {
        Object nothing = Defaults.of(type.table().typeOf(array).element());
        for (int i = index; i < index + length; i++) {
            ArrayValues.set(array, i, nothing);
        }
        return null;
    }
}
