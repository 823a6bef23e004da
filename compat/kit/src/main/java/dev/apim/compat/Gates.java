package dev.apim.compat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Named gates between a test and the host's endpoints, which are of the same process: one waits until the other opens. */
public final class Gates {
    private static final long SECONDS = 10;
    private static final Map<String, CountDownLatch> GATES = new ConcurrentHashMap<>();

    private Gates() {}

    /** Opens a gate, for good. */
    public static void open(String name) {
        gate(name).countDown();
    }

    /**
     * Waits until a gate is open.
     *
     * @throws IllegalStateException when nobody opens it in time
     */
    public static void await(String name) {
        try {
            if (!gate(name).await(SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody opened the gate " + name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at the gate " + name, e);
        }
    }

    private static CountDownLatch gate(String name) {
        return GATES.computeIfAbsent(name, n -> new CountDownLatch(1));
    }
}
