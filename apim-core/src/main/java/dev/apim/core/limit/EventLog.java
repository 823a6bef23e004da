package dev.apim.core.limit;

/**
 * The events of the last window in a ring of cells, each a time and a number of events. Few events are kept one by one; with more than
 * {@link #EXACT} cells in use, events of the same granule (a 64th of the window) share a cell, whose time is that of the latest of
 * them: an event never leaves early. Not thread-safe.
 */
final class EventLog {
    static final int EXACT = 64;

    private static final int CAPACITY = 128;
    private static final int FIRST_CAPACITY = 4;
    private static final long HEAVIEST = 1L << 40;

    private final long window;
    private final long granule;
    private long[] times = new long[FIRST_CAPACITY];
    private long[] weights = new long[FIRST_CAPACITY];
    private int head;
    private int size;
    private long total;
    private long now;

    EventLog(long window) {
        this.window = window;
        granule = window / EXACT;
    }

    long window() {
        return window;
    }

    long total() {
        return total;
    }

    /** Moves on to {@code instant} and forgets what has left the window. Time never runs back: a caller that comes late counts as now. */
    void expire(long instant) {
        now = Math.max(now, instant);
        while (size > 0 && now - times[head] >= window) {
            total -= weights[head];
            head = next(head);
            size--;
        }
    }

    /** Adds events now. */
    void append(long weight) {
        if (weight == 0) {
            return;
        }
        long bounded = Math.min(weight, HEAVIEST);
        total += bounded;
        if (size > 0 && joins(tail())) {
            times[tail()] = now;
            weights[tail()] += bounded;
            return;
        }
        if (size == times.length) {
            makeRoom();
        }
        size++;
        times[tail()] = now;
        weights[tail()] = bounded;
    }

    /** Nanoseconds until {@code needed} events fit into {@code limit}; the whole window where they never do. */
    long untilRoom(long limit, long needed) {
        if (needed > limit) {
            return window;
        }
        long excess = total - limit + needed;
        int cell = head;
        for (int i = 0; i < size; i++, cell = next(cell)) {
            excess -= weights[cell];
            if (excess <= 0) {
                return times[cell] + window - now;
            }
        }
        return window;
    }

    private boolean joins(int cell) {
        return times[cell] == now || (size >= EXACT && times[cell] / granule == now / granule);
    }

    private void makeRoom() {
        if (times.length < CAPACITY) {
            copyTo(times.length * 2);
        } else {
            copyTo(CAPACITY);
            coarsen();
        }
    }

    private void copyTo(int capacity) {
        long[] newTimes = new long[capacity];
        long[] newWeights = new long[capacity];
        int cell = head;
        for (int i = 0; i < size; i++, cell = next(cell)) {
            newTimes[i] = times[cell];
            newWeights[i] = weights[cell];
        }
        times = newTimes;
        weights = newWeights;
        head = 0;
    }

    /** Leaves one cell a granule: at most 65 of them touch a window. */
    private void coarsen() {
        int last = 0;
        for (int i = 1; i < size; i++) {
            boolean same = times[i] / granule == times[last] / granule;
            last += same ? 0 : 1;
            weights[last] = same ? weights[last] + weights[i] : weights[i];
            times[last] = times[i];
        }
        size = last + 1;
    }

    private int tail() {
        return (head + size - 1) & (times.length - 1);
    }

    private int next(int cell) {
        return (cell + 1) & (times.length - 1);
    }
}
