package dev.apim.core.design;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A subscription. It opens one product, one API or all of them. Without a key of its own it gets two at random, which last as long as
 * the state directory does.
 */
public final class SubscriptionDesign {
    private final ObjectNode properties;

    SubscriptionDesign(ObjectNode properties) {
        this.properties = properties;
    }

    /** Opens a product's APIs. */
    public SubscriptionDesign product(String name) {
        properties.put("scope", "/products/" + name);
        return this;
    }

    /** Opens one API. */
    public SubscriptionDesign api(String name) {
        properties.put("scope", "/apis/" + name);
        return this;
    }

    /** Opens every API. */
    public SubscriptionDesign allApis() {
        properties.put("scope", "/apis");
        return this;
    }

    /** The user it belongs to, by name. */
    public SubscriptionDesign owner(String user) {
        properties.put("ownerId", "/users/" + user);
        return this;
    }

    /** Its primary key: 1 to 256 characters, or {@code {{env:NAME}}} for what the environment holds. */
    public SubscriptionDesign key(String primary) {
        properties.put("primaryKey", primary);
        return this;
    }

    /** Its secondary key, the same way. */
    public SubscriptionDesign secondaryKey(String secondary) {
        properties.put("secondaryKey", secondary);
        return this;
    }

    /**
     * Its state.
     *
     * @param state {@code active}, {@code suspended}, {@code submitted}, {@code rejected}, {@code cancelled} or {@code expired}
     */
    public SubscriptionDesign state(String state) {
        properties.put("state", state);
        return this;
    }
}
