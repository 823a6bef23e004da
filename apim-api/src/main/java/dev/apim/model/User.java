package dev.apim.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A developer (Azure: {@code user}).
 *
 * @param id resource name
 * @param email unique
 * @param firstName 1 to 100 characters
 * @param lastName 1 to 100 characters
 * @param note or empty
 * @param state only an active user&#39;s keys work
 * @param identities where the user signs in
 * @param registrationDate if known
 */
public record User(
        String id,
        String email,
        String firstName,
        String lastName,
        String note,
        State state,
        List<Identity> identities,
        @Nullable Instant registrationDate) {
    /** What a user may do. */
    public enum State {
        /** Signs in; keys work. */
        ACTIVE,
        /** Neither. */
        BLOCKED,
        /** Not confirmed yet. */
        PENDING,
        /** Gone. */
        DELETED
    }

    /**
     * An account at an identity provider.
     *
     * @param provider such as {@code Basic}
     * @param id there
     */
    public record Identity(String provider, String id) {}
}
