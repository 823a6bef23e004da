package dev.apim.runner.http;

import java.time.Duration;

/**
 * How long clients may take.
 *
 * @param head from the first byte of a head to its last
 * @param idle between requests, and before the first
 * @param grace how long a body may stand still, or a reader not read, before its rate counts
 * @param bytesPerSecond least rate of a request's body, and of a response being read, after the grace
 * @param pause longest a reader may seem to do nothing once some of a response was sent: what its system and ours keep for it, up to some MiB, moves in
 *     great steps, so that even a steady reader seems to stand still in between
 * @param linger how long a connection is kept after a last response, so that the client can read it
 */
public record Deadlines(
        Duration head, Duration idle, Duration grace, int bytesPerSecond, Duration pause, Duration linger) {
    /** 10 s for a head, 75 s idle, 240 bytes a second after 5 s with pauses of a reader up to a minute, 2 s to read a last response. */
    public static final Deadlines DEFAULT = new Deadlines(
            Duration.ofSeconds(10),
            Duration.ofSeconds(75),
            Duration.ofSeconds(5),
            240,
            Duration.ofSeconds(60),
            Duration.ofSeconds(2));

    /** How often connections are looked at: a quarter of the shortest deadline, 10 to 500 ms. */
    Duration tick() {
        long shortest =
                Math.min(Math.min(head.toMillis(), idle.toMillis()), Math.min(grace.toMillis(), linger.toMillis()));
        return Duration.ofMillis(Math.max(10, Math.min(500, shortest / 4)));
    }
}
