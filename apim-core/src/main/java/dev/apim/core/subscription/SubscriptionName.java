package dev.apim.core.subscription;

import dev.apim.model.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The name of a subscription.
 *
 * @param workspaceId of the workspace that it is in, if it is in one
 * @param id resource name
 */
public record SubscriptionName(@Nullable String workspaceId, String id) {
    /** The name of this subscription. */
    public static SubscriptionName of(Subscription subscription) {
        return new SubscriptionName(subscription.scope().workspaceId(), subscription.id());
    }
}
