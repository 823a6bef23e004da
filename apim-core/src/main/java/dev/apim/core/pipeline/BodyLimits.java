package dev.apim.core.pipeline;

/**
 * How much of a body may lie in memory.
 *
 * @param bufferedBytes most bytes of a body that policies read, as received and as decoded
 * @param inflationRatio how many times larger a decoded body may be, once it is larger than {@code inflationGrace}
 * @param inflationGrace decoded bytes for which the ratio does not matter
 */
public record BodyLimits(int bufferedBytes, int inflationRatio, int inflationGrace) {
    /** 2 MiB; a ratio of 100 beyond 1 MiB. */
    public static final BodyLimits DEFAULT = new BodyLimits(2 * 1024 * 1024, 100, 1024 * 1024);

    /** So many bytes, as received and as decoded, however large the ratio. */
    public static BodyLimits of(int bytes) {
        return new BodyLimits(bytes, 1, bytes);
    }
}
