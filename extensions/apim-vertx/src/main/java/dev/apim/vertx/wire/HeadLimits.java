package dev.apim.vertx.wire;

/**
 * The greatest head of a message that is read.
 *
 * @param line bytes of the start line
 * @param field bytes of one field line
 * @param section bytes of all field lines
 * @param fields how many field lines
 */
public record HeadLimits(int line, int field, int section, int fields) {
    /** For requests: 8 KiB, 8 KiB, 32 KiB, 100. */
    public static final HeadLimits REQUEST = new HeadLimits(8 * 1024, 8 * 1024, 32 * 1024, 100);

    /** For responses of backends, which the operator chose: 8 KiB, 32 KiB, 64 KiB, 200. */
    public static final HeadLimits RESPONSE = new HeadLimits(8 * 1024, 32 * 1024, 64 * 1024, 200);
}
