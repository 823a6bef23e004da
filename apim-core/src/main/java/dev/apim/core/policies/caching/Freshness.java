package dev.apim.core.policies.caching;

import dev.apim.http.Headers;

/**
 * For how long a stored response is good, and whether it is one caller's own; kept as the {@code Cache-Control} of the entry.
 *
 * @param seconds from when it was stored
 * @param ofOneCaller whether the backend called it private
 */
record Freshness(long seconds, boolean ofOneCaller) {
    private static final String PRIVATE = "private, ";
    private static final String MAX_AGE = "max-age=";

    /** From the fields of an entry; one that somebody else wrote otherwise is stale. */
    static Freshness of(Headers stored) {
        String value = stored.getOrDefault("Cache-Control", "");
        int number = value.indexOf(MAX_AGE);
        try {
            long seconds = number < 0 ? 0 : Long.parseLong(value.substring(number + MAX_AGE.length()));
            return new Freshness(seconds, value.startsWith(PRIVATE));
        } catch (NumberFormatException foreign) {
            return new Freshness(0, true);
        }
    }

    @Override
    public String toString() {
        return (ofOneCaller ? PRIVATE : "") + MAX_AGE + seconds;
    }
}
