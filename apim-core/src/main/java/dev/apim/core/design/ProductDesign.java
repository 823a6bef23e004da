package dev.apim.core.design;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.core.fluent.PolicySource;
import dev.apim.policy.Scope;
import dev.apim.resource.ResourcePath;

/** A product: APIs that are offered together, and under which conditions. */
public final class ProductDesign {
    private final Draft draft;
    private final ResourcePath path;
    private final ObjectNode properties;

    ProductDesign(Draft draft, ResourcePath path, ObjectNode properties) {
        this.draft = draft;
        this.path = path;
        this.properties = properties;
    }

    /** A name for people, 1 to 300 characters; the resource's name without it. */
    public ProductDesign displayName(String name) {
        properties.put("displayName", name);
        return this;
    }

    /** What it is for. */
    public ProductDesign description(String text) {
        properties.put("description", text);
        return this;
    }

    /** The APIs in it, by name. */
    public ProductDesign apis(String... names) {
        for (String name : names) {
            draft.put(path.child("apis", name), JsonNodeFactory.instance.objectNode());
        }
        return this;
    }

    /** The groups that may see it, by name. */
    public ProductDesign groups(String... names) {
        for (String name : names) {
            draft.put(path.child("groups", name), JsonNodeFactory.instance.objectNode());
        }
        return this;
    }

    /** Whoever wants a subscription has to wait for somebody's consent. */
    public ProductDesign approvalRequired() {
        properties.put("subscriptionRequired", true).put("approvalRequired", true);
        return this;
    }

    /** Its APIs need no key. */
    public ProductDesign open() {
        properties.put("subscriptionRequired", false);
        return this;
    }

    /** Nobody but administrators sees it. */
    public ProductDesign notPublished() {
        properties.put("state", "notPublished");
        return this;
    }

    /** How many subscriptions one developer may have, 1 or more. */
    public ProductDesign subscriptionsLimit(int most) {
        properties.put("subscriptionsLimit", most);
        return this;
    }

    /** Its policy, written in Java. */
    public ProductDesign policy(PolicySource source) {
        return policy(source.xml(Scope.PRODUCT));
    }

    /** Its policy, as XML. */
    public ProductDesign policy(String xml) {
        draft.putPolicy(path, xml);
        return this;
    }
}
