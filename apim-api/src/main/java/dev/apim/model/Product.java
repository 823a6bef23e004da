package dev.apim.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bundle of APIs that developers subscribe to (Azure: {@code product}).
 *
 * @param id resource name
 * @param displayName 1 to 300 characters
 * @param description or empty
 * @param subscriptionRequired false makes it an open product
 * @param approvalRequired whether a subscription starts as submitted
 * @param subscriptionsLimit per user; {@code null}: no limit
 * @param state whether developers see it; keys work either way
 * @param apiIds resource names of its APIs
 * @param groupIds resource names of the groups that see it
 * @param workspaceId of the workspace that owns it, if one does
 */
public record Product(
        String id,
        String displayName,
        String description,
        boolean subscriptionRequired,
        boolean approvalRequired,
        @Nullable Integer subscriptionsLimit,
        State state,
        List<String> apiIds,
        List<String> groupIds,
        @Nullable String workspaceId) {
    /** Whether developers see a product. */
    public enum State {
        /** Only administrators see it. */
        NOT_PUBLISHED,
        /** Its groups see it. */
        PUBLISHED
    }
}
