package dev.apim.core.expression.csharp.crypto;

import dev.apim.core.expression.csharp.value.DotNetException;
import org.jspecify.annotations.Nullable;

/** Secure random numbers with .NET's checks. */
final class Randomness {
    private Randomness() {}

    static int size(int count, String parameter) {
        if (count < 0) {
            throw DotNetException.outOfRange(parameter + " ('" + count + "') must be a non-negative value.", parameter);
        }
        return count;
    }

    static int below(int limit) {
        if (limit <= 0) {
            throw DotNetException.outOfRange(
                    "toExclusive ('" + limit + "') must be a non-negative and non-zero value.", "toExclusive");
        }
        return Crypto.RANDOM.nextInt(limit);
    }

    static int between(int from, int to) {
        if (from >= to) {
            throw DotNetException.argument("Range of random number does not contain at least one possibility.", null);
        }
        long range = (long) to - from;
        return (int) (from + Math.floorMod(Crypto.RANDOM.nextLong(), range));
    }

    static @Nullable Object fill(byte @Nullable [] data, boolean withoutZeros) {
        byte[] bytes = Crypto.given(data, "data");
        Crypto.RANDOM.nextBytes(bytes);
        for (int i = 0; withoutZeros && i < bytes.length; i++) {
            while (bytes[i] == 0) {
                bytes[i] = (byte) Crypto.RANDOM.nextInt();
            }
        }
        return null;
    }

    static @Nullable Object fill(byte @Nullable [] data, int offset, int count) {
        byte[] part = Crypto.part(data, offset, count, "data", "offset", "count");
        Crypto.RANDOM.nextBytes(part);
        System.arraycopy(part, 0, Crypto.given(data, "data"), offset, count);
        return null;
    }
}
