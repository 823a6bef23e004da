package dev.apim.core.expression.csharp.number;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.security.SecureRandom;

/**
 * .NET's {@code Random}: the same seed gives the numbers that .NET gives, by the subtractive generator of Knuth's volume 2. Without a
 * seed it takes one that nobody can guess. Touched by one thread.
 */
final class RandomValue {
    private static final SecureRandom SEEDS = new SecureRandom();
    private static final int SEED = 161_803_398;
    private static final int SIZE = 55;
    private static final double SAMPLE = 1.0 / Integer.MAX_VALUE;

    private final int[] state = new int[SIZE + 1];
    private int next;
    private int nextAcross = 21;

    RandomValue() {
        this(SEEDS.nextInt());
    }

    RandomValue(int seed) {
        int j = SEED - (seed == Integer.MIN_VALUE ? Integer.MAX_VALUE : Math.abs(seed));
        int k = 1;
        int at = 0;
        state[SIZE] = j;
        for (int i = 1; i < SIZE; i++) {
            at = (at + 21) % SIZE;
            state[at] = k;
            k = wrapped(j - k);
            j = state[at];
        }
        for (int round = 1; round < 5; round++) {
            for (int i = 1; i <= SIZE; i++) {
                int other = i + 30;
                state[i] = wrapped(state[i] - state[1 + (other >= SIZE ? other - SIZE : other)]);
            }
        }
    }

    private static int wrapped(int value) {
        return value < 0 ? value + Integer.MAX_VALUE : value;
    }

    int next() {
        next = next == SIZE ? 1 : next + 1;
        nextAcross = nextAcross == SIZE ? 1 : nextAcross + 1;
        int value = state[next] - state[nextAcross];
        value = wrapped(value == Integer.MAX_VALUE ? value - 1 : value);
        state[next] = value;
        return value;
    }

    double nextDouble() {
        return next() * SAMPLE;
    }

    int next(int max) {
        return (int) (nextDouble() * notNegative(max, "maxValue"));
    }

    int next(int min, int max) {
        ordered(min, max);
        long range = (long) max - min;
        return range <= Integer.MAX_VALUE
                ? (int) (nextDouble() * range) + min
                : (int) ((long) (wideSample() * range) + min);
    }

    private double wideSample() {
        int size = next();
        int signed = next() % 2 == 0 ? -size : size;
        return (signed + (Integer.MAX_VALUE - 1.0)) / (2.0 * Integer.MAX_VALUE - 1);
    }

    long nextInt64() {
        long value = nextBits() >>> 1;
        while (value == Long.MAX_VALUE) {
            value = nextBits() >>> 1;
        }
        return value;
    }

    long nextInt64(long min, long max) {
        ordered(min, max);
        long range = max - min;
        if (range == 0 || range == 1) {
            return min;
        }
        int bits = 64 - Long.numberOfLeadingZeros(range - 1);
        long value = nextBits() >>> (64 - bits);
        while (Long.compareUnsigned(value, range) >= 0) {
            value = nextBits() >>> (64 - bits);
        }
        return value + min;
    }

    private long nextBits() {
        long low = next(1 << 22);
        long middle = next(1 << 22);
        long high = next(1 << 20);
        return low | middle << 22 | high << 44;
    }

    void nextBytes(byte[] buffer) {
        for (int i = 0; i < buffer.length; i++) {
            buffer[i] = (byte) next();
        }
    }

    static long notNegative(long value, String name) {
        if (value < 0) {
            throw new DotNetException(
                    "System.ArgumentOutOfRangeException",
                    name + " ('" + value + "') must be a non-negative value. (Parameter '" + name
                            + "')\nActual value was " + value + ".");
        }
        return value;
    }

    private static void ordered(long min, long max) {
        if (min > max) {
            throw DotNetException.outOfRange("'minValue' cannot be greater than maxValue.", "minValue");
        }
    }

    @Override
    public String toString() {
        return "System.Random";
    }
}
