package dev.apim.policy;

/**
 * Which message bodies something reads. The engine brings them into memory first, within the limit.
 *
 * @param request whether it reads the request's body
 * @param response whether it reads the response's body
 */
public record BodyUse(boolean request, boolean response) {
    /** Reads none. */
    public static final BodyUse NONE = new BodyUse(false, false);

    /** Reads the request's. */
    public static final BodyUse REQUEST = new BodyUse(true, false);

    /** Reads the response's. */
    public static final BodyUse RESPONSE = new BodyUse(false, true);

    /** May read either. */
    public static final BodyUse BOTH = new BodyUse(true, true);

    /** What one or the other reads. */
    public BodyUse and(BodyUse other) {
        if ((request || !other.request) && (response || !other.response)) {
            return this;
        }
        return new BodyUse(request || other.request, response || other.response);
    }
}
