package dev.apim.core.routing;

/**
 * What a request target may hold. The defaults refuse everything that two programs could read differently; each relaxation is for
 * backends that need it.
 *
 * @param keepEncodedSlashes accepts {@code %2f}, {@code %5c} and {@code \} within a segment and forwards them as they came; they never
 *     split a segment. Otherwise such a target is malformed
 * @param mergeSlashes reads {@code //} as {@code /}; otherwise such a target is malformed
 * @param matrixParameters what happens to {@code ;name=value} other than {@code ;rev=N}
 * @param checkQueryEscapes refuses query strings with broken percent escapes, with {@code %00}, and with bytes that are no UTF-8
 */
public record PathRules(
        boolean keepEncodedSlashes,
        boolean mergeSlashes,
        MatrixParameters matrixParameters,
        boolean checkQueryEscapes) {
    /** The defaults. */
    public static final PathRules DEFAULT = new PathRules(false, true, MatrixParameters.REFUSE, true);

    /** What happens to matrix parameters (RFC 3986 §3.3). */
    public enum MatrixParameters {
        /** The target is malformed. */
        REFUSE,
        /** Every segment is matched without them; they are forwarded. */
        IGNORE
    }

    /** The same with {@code %2f}, {@code %5c} and {@code \} kept as they come. */
    public PathRules keepingEncodedSlashes() {
        return new PathRules(true, mergeSlashes, matrixParameters, checkQueryEscapes);
    }

    /** The same with {@code //} refused. */
    public PathRules refusingEmptySegments() {
        return new PathRules(keepEncodedSlashes, false, matrixParameters, checkQueryEscapes);
    }

    /** The same with matrix parameters left out of matching. */
    public PathRules ignoringMatrixParameters() {
        return new PathRules(keepEncodedSlashes, mergeSlashes, MatrixParameters.IGNORE, checkQueryEscapes);
    }

    /** The same with any percent escapes in the query. */
    public PathRules withAnyQueryEscapes() {
        return new PathRules(keepEncodedSlashes, mergeSlashes, matrixParameters, false);
    }
}
