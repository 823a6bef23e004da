package dev.apim.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The right to call, proved by one of two keys (Azure: {@code subscription}). {@code toString} leaves the keys out.
 *
 * @param id resource name
 * @param displayName 1 to 100 characters
 * @param scope what it opens
 * @param ownerId resource name of the user, if it has an owner
 * @param state only an active one opens anything
 * @param primaryKey secret
 * @param secondaryKey secret
 * @param allowTracing whether its calls may be traced
 * @param createdDate if known
 * @param startDate if known
 * @param endDate if known
 */
public record Subscription(
        String id,
        String displayName,
        SubscriptionScope scope,
        @Nullable String ownerId,
        State state,
        String primaryKey,
        String secondaryKey,
        boolean allowTracing,
        @Nullable Instant createdDate,
        @Nullable Instant startDate,
        @Nullable Instant endDate) {
    /** In its life. */
    public enum State {
        /** Keys work. */
        ACTIVE,
        /** Stopped for a while. */
        SUSPENDED,
        /** Waits for approval. */
        SUBMITTED,
        /** Was not approved. */
        REJECTED,
        /** Was ended. */
        CANCELLED,
        /** Ran out. */
        EXPIRED
    }

    @Override
    public String toString() {
        return "Subscription[" + id + ", " + scope + ", " + state + "]";
    }
}
