package dev.apim.core.jwt;

import java.time.Duration;

/**
 * How often the keys of an identity provider are fetched, and how long they count.
 *
 * @param lifetime after which they are fetched again while they go on serving; an hour by default
 * @param unknownKey at most how often they are fetched because a token names a key that is not among them; at least 30 seconds, five
 *     minutes by default
 * @param maxStale how long they count when they cannot be fetched any more; a day by default
 */
public record KeyRefresh(Duration lifetime, Duration unknownKey, Duration maxStale) {
    private static final Duration LEAST = Duration.ofSeconds(30);

    /** As Azure has it. */
    public static final KeyRefresh DEFAULT =
            new KeyRefresh(Duration.ofHours(1), Duration.ofMinutes(5), Duration.ofHours(24));

    /** Holds the rules to their bounds. */
    public KeyRefresh {
        if (unknownKey.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(
                    "keys are fetched for unknown ones at most every 30 seconds, found " + unknownKey);
        }
        if (lifetime.compareTo(LEAST) < 0 || maxStale.compareTo(lifetime) < 0) {
            throw new IllegalArgumentException(
                    "keys live at least 30 seconds and count at least as long, found " + lifetime + " and " + maxStale);
        }
    }
}
