package dev.apim.core.expression.csharp.value;

/**
 * What one evaluation may use. Beyond it evaluation ends.
 *
 * @param steps iterations, calls of lambdas and functions
 * @param nanos wall time
 * @param characters that it may make: text and bytes, and elements of collections
 * @param depth of calls within calls
 */
public record Budget(long steps, long nanos, long characters, int depth) {
    /** A million steps, 250 ms, a megabyte of output made of up to eight times as much, 128 calls deep. */
    public static final Budget DEFAULT = new Budget(1_000_000, 250_000_000L, 8L << 20, 128);
}
