package dev.apim.benchmarks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a shape, held against the goals: at most six times what the same costs in Java, or 30 ns more; at most 200 bytes
 * more garbage; less time than Jakarta EL, where that can say it.
 */
record Measured(
        Shape shape, Cost csharp, Cost java, @Nullable Cost el) {
    private static final double MOST_TIMES = 6;
    private static final double MOST_NANOS = 30;
    private static final double MOST_BYTES = 200;

    double ratio() {
        return csharp.nanos() / java.nanos();
    }

    private boolean isSlow() {
        return ratio() > MOST_TIMES && csharp.nanos() - java.nanos() > MOST_NANOS;
    }

    private boolean isWasteful() {
        return csharp.bytes() - java.bytes() > MOST_BYTES;
    }

    private boolean isBehindEl() {
        return el != null && csharp.nanos() >= el.nanos();
    }

    boolean isGood() {
        return !isSlow() && !isWasteful() && !isBehindEl();
    }

    private String verdict() {
        String missed = (isSlow() ? " too slow" : "")
                + (isWasteful() ? " too much garbage" : "")
                + (isBehindEl() ? " not faster than EL" : "");
        return missed.isEmpty() ? "met" : "**missed:" + missed + "**";
    }

    /** A row of a table. */
    String row() {
        return "| %s | %s | %s | %s | %s | %.2f | %+.0f ns | %+.0f B | %s |"
                .formatted(
                        shape.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        shape.occurrences() == 0 ? "" : shape.occurrences(),
                        csharp,
                        java,
                        el == null ? "" : el,
                        ratio(),
                        csharp.nanos() - java.nanos(),
                        csharp.bytes() - java.bytes(),
                        verdict());
    }
}
