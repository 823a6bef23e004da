package dev.apim.servlet;

import java.time.Duration;

/**
 * How the filter lives with its container. Immutable.
 *
 * @param waitingThreads how many of the container's threads may wait for something else than the host, such as a {@code send-request}
 *     ahead of a host's endpoint, 1 or more; a request that needs one more is answered with 503
 * @param longestWait how long each of them may wait, more than none; then 503
 * @param redispatch whether a request whose path a policy changed, and a second attempt, may go to the host through its dispatcher: only
 *     where all filters that guard it, its security first, are mapped to {@code FORWARD} dispatches, too. Otherwise such a request fails
 */
public record ServletOptions(int waitingThreads, Duration longestWait, boolean redispatch) {
    /** 64 threads, 30 s, no re-dispatch. */
    public static final ServletOptions DEFAULT = new ServletOptions(64, Duration.ofSeconds(30), false);

    public ServletOptions {
        if (waitingThreads < 1 || longestWait.isZero() || longestWait.isNegative()) {
            throw new IllegalArgumentException("waitingThreads is 1 or more and longestWait more than none, found "
                    + waitingThreads + " and " + longestWait);
        }
    }

    /** The same with other limits of waiting. */
    public ServletOptions waiting(int threads, Duration longest) {
        return new ServletOptions(threads, longest, redispatch);
    }

    /** The same where the host's filters are mapped to {@code FORWARD} dispatches. */
    public ServletOptions withRedispatch() {
        return new ServletOptions(waitingThreads, longestWait, true);
    }
}
