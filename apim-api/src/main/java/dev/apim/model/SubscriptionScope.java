package dev.apim.model;

import org.jspecify.annotations.Nullable;

/**
 * What a subscription opens.
 *
 * @param kind of thing
 * @param id resource name of the product or API; {@code null} for the kinds that open all
 * @param workspaceId that the product, API or all APIs are in, if they are in one
 */
public record SubscriptionScope(
        Kind kind, @Nullable String id, @Nullable String workspaceId) {
    /** What it opens. */
    public enum Kind {
        /** The APIs of one product. */
        PRODUCT,
        /** One API. */
        API,
        /** Every API. */
        ALL_APIS,
        /** Every API, as the built-in all-access subscription. */
        SERVICE
    }
}
