package dev.apim.model;

/**
 * Where a request carries its subscription key.
 *
 * @param header field name
 * @param query parameter name
 */
public record SubscriptionKeyParameterNames(String header, String query) {
    /** {@code Ocp-Apim-Subscription-Key} and {@code subscription-key}. */
    public static final SubscriptionKeyParameterNames DEFAULT =
            new SubscriptionKeyParameterNames("Ocp-Apim-Subscription-Key", "subscription-key");
}
