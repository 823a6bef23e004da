package dev.apim.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a policy tells of a request (Azure: a message of log-to-eventhub). Immutable; {@code toString} leaves the text out, which
 * may hold secrets.
 *
 * @param at when it was written, UTC
 * @param text what it says, at most 200 KB in UTF-8
 * @param partitionId number of the partition it must go to, if it must go to one
 * @param partitionKey events with the same key stay in order, if there is one
 */
public record Event(
        Instant at,
        String text,
        @Nullable String partitionId,
        @Nullable String partitionKey) {
    @Override
    public String toString() {
        return "Event[" + at + ", " + text.length() + " characters]";
    }
}
