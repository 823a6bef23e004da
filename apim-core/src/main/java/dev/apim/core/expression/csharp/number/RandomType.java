package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code System.Random}. */
final class RandomType {
    private static final int CHOICES_BY_BYTES = 256;

    private RandomType() {}

    static void define(TypeBuilder type) {
        type.base("object")
                .method("()", () -> new RandomValue())
                .method("(int Seed)", (Integer seed) -> new RandomValue(seed))
                .staticProperty("Random Shared", () -> new RandomValue())
                .method("int Next()", (RandomValue r) -> r.next())
                .method("int Next(int maxValue)", (RandomValue r, Integer max) -> r.next(max))
                .method(
                        "int Next(int minValue, int maxValue)",
                        (RandomValue r, Integer min, Integer max) -> r.next(min, max))
                .method("long NextInt64()", (RandomValue r) -> r.nextInt64())
                .method(
                        "long NextInt64(long maxValue)",
                        (RandomValue r, Long max) -> r.nextInt64(0, RandomValue.notNegative(max, "maxValue")))
                .method(
                        "long NextInt64(long minValue, long maxValue)",
                        (RandomValue r, Long min, Long max) -> r.nextInt64(min, max))
                .method("double NextDouble()", (RandomValue r) -> r.nextDouble())
                .method("float NextSingle()", (RandomValue r) -> (float) r.nextDouble())
                .methodWith("void NextBytes(byte[] buffer)", RandomType::bytes)
                .methodWith("void Shuffle<T>(T[] values)", RandomType::shuffle)
                .methodWith("T[] GetItems<T>(T[] choices, int length)", RandomType::items);
    }

    private static RandomValue random(@Nullable Object self) {
        return (RandomValue) ObjectType.required(self);
    }

    private static @Nullable Object bytes(Code.Call call, @Nullable Object[] a) {
        byte[] buffer = (byte[]) required(a[1], "buffer");
        call.evaluation().steps(buffer.length + 1);
        random(a[0]).nextBytes(buffer);
        return null;
    }

    private static @Nullable Object shuffle(Code.Call call, @Nullable Object[] a) {
        Object values = required(a[1], "values");
        int length = length(values);
        call.evaluation().steps(length + 1);
        for (int i = 0; i < length - 1; i++) {
            swap(values, i, random(a[0]).next(i, length));
        }
        return null;
    }

    private static int length(Object array) {
        return array instanceof byte[] bytes ? bytes.length : ((Object[]) array).length;
    }

    private static void swap(Object array, int i, int j) {
        if (array instanceof byte[] bytes) {
            byte swapped = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = swapped;
            return;
        }
        Object[] values = (Object[]) array;
        Object swapped = values[i];
        values[i] = values[j];
        values[j] = swapped;
    }

    private static Object items(Code.Call call, @Nullable Object[] a) {
        Object choices = required(a[1], "choices");
        if (length(choices) == 0) {
            throw DotNetException.argument("Span may not be empty.", "choices");
        }
        int length = (int) RandomValue.notNegative((Integer) ObjectType.required(a[2]), "length");
        call.evaluation().make(length);
        int[] chosen = chosen(random(a[0]), length(choices), length);
        if (choices instanceof byte[] bytes) {
            byte[] items = new byte[length];
            Arrays.setAll(chosen, i -> items[i] = bytes[chosen[i]]);
            return items;
        }
        Object[] from = (Object[]) choices;
        Object[] items = Arrays.copyOf(from, length);
        Arrays.setAll(items, i -> from[chosen[i]]);
        return items;
    }

    /** Of a power of two by the bits of random bytes, as .NET does it, else each by a number of its own. */
    private static int[] chosen(RandomValue random, int choices, int length) {
        int[] chosen = new int[length];
        boolean byBytes = choices <= CHOICES_BY_BYTES && Integer.bitCount(choices) == 1;
        for (int i = 0; i < length; i++) {
            chosen[i] = byBytes ? (byte) random.next() & (choices - 1) : random.next(choices);
        }
        return chosen;
    }

    private static Object required(@Nullable Object array, String name) {
        if (array == null) {
            throw DotNetException.argumentNull(name);
        }
        return array;
    }
}
