package dev.apim.vertx;

import java.time.Duration;

/**
 * How the client treats its connections. All counts are per event loop.
 *
 * @param maxConnections most connections to one backend; further requests wait for one
 * @param maxWaiting most requests that wait for a connection to one backend; further ones fail at once
 * @param idleTimeout how long a connection is kept for another request; a shorter {@code Keep-Alive} of the backend wins
 * @param connectTimeout longest time to connect, TLS included
 * @param reuseAfterHead whether a connection is used again after HEAD. A backend that sends a body in spite of HEAD would have it
 *     taken for the next response
 */
public record ClientSettings(
        int maxConnections, int maxWaiting, Duration idleTimeout, Duration connectTimeout, boolean reuseAfterHead) {
    /** 512 connections, 4,096 waiting, 30 s idle, 15 s to connect, no reuse after HEAD. */
    public static final ClientSettings DEFAULT =
            new ClientSettings(512, 4_096, Duration.ofSeconds(30), Duration.ofSeconds(15), false);

    /** The same, with connections used again after HEAD or not. */
    public ClientSettings withReuseAfterHead(boolean reuse) {
        return new ClientSettings(maxConnections, maxWaiting, idleTimeout, connectTimeout, reuse);
    }

    /** The same with other bounds. */
    public ClientSettings withConnections(int most, int mostWaiting) {
        return new ClientSettings(most, mostWaiting, idleTimeout, connectTimeout, reuseAfterHead);
    }
}
