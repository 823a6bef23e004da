package dev.apim.core.pipeline;

/**
 * A range of instructions that holds something. Leaving it, on whatever way, releases that once.
 *
 * @param from first index that holds it
 * @param to last index that holds it
 * @param permits to give back to
 * @param slot that keeps the key
 */
record Guard(int from, int to, ConcurrencyPermits permits, int slot) {
    boolean holds(int index) {
        return from <= index && index <= to;
    }
}
