package dev.apim.core.design;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.core.fluent.PolicySource;
import dev.apim.policy.Scope;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * A configuration, or a change of one, written in Java. What is named again keeps what is not said anew: {@code api("orders", api ->
 * api.backend(url))} changes the backend of an API that is there, and makes one where there is none.
 *
 * <p>Mistakes are found when the whole is put in force. Not thread-safe.
 */
public final class ApimDesign {
    private final Draft draft;

    private ApimDesign(Draft draft) {
        this.draft = draft;
    }

    /** Starts from these resources. */
    public static ApimDesign from(Collection<Resource> present) {
        return new ApimDesign(new Draft(present));
    }

    /** What came of it. */
    public List<Resource> resources() {
        return List.copyOf(draft.resources());
    }

    /** An API. */
    public ApimDesign api(String name, Consumer<ApiDesign> design) {
        design(ResourcePath.ROOT.child("apis", name), "displayName", name, properties -> {
            ApiDesign api = new ApiDesign(draft, ResourcePath.ROOT.child("apis", name), properties);
            design.accept(api);
        });
        return this;
    }

    /** A product. It is published unless the design says otherwise. */
    public ApimDesign product(String name, Consumer<ProductDesign> design) {
        ResourcePath path = ResourcePath.ROOT.child("products", name);
        design(path, "displayName", name, properties -> {
            if (!properties.has("state")) {
                properties.put("state", "published");
            }
            design.accept(new ProductDesign(draft, path, properties));
        });
        return this;
    }

    /** A subscription: whose key opens what. It is active unless the design says otherwise. */
    public ApimDesign subscription(String name, Consumer<SubscriptionDesign> design) {
        design(ResourcePath.ROOT.child("subscriptions", name), "displayName", name, properties -> {
            if (!properties.has("state")) {
                properties.put("state", "active");
            }
            design.accept(new SubscriptionDesign(properties));
        });
        return this;
    }

    /** A developer. */
    public ApimDesign user(String name, String email, String firstName, String lastName) {
        design(
                ResourcePath.ROOT.child("users", name),
                "email",
                email,
                properties -> properties
                        .put("email", email)
                        .put("firstName", firstName)
                        .put("lastName", lastName));
        return this;
    }

    /** A named value that everybody may see. */
    public ApimDesign namedValue(String name, String value) {
        return namedValue(name, value, false);
    }

    /** A named value that no trace, message or export shows. */
    public ApimDesign secretValue(String name, String value) {
        return namedValue(name, value, true);
    }

    private ApimDesign namedValue(String name, String value, boolean secret) {
        design(
                ResourcePath.ROOT.child("namedValues", name),
                "displayName",
                name,
                properties -> properties.put("value", value).put("secret", secret));
        return this;
    }

    /** A backend that policies refer to by its name. */
    public ApimDesign backend(String name, String url) {
        design(ResourcePath.ROOT.child("backends", name), "protocol", "http", properties -> properties.put("url", url));
        return this;
    }

    /** A policy fragment, as XML. */
    public ApimDesign fragment(String name, String xml) {
        design(
                ResourcePath.ROOT.child("policyFragments", name),
                "format",
                "rawxml",
                properties -> properties.put("value", xml));
        return this;
    }

    /** The policy of all APIs, as XML. */
    public ApimDesign policy(String xml) {
        draft.putPolicy(ResourcePath.ROOT, xml);
        return this;
    }

    /** The policy of all APIs, written in Java. */
    public ApimDesign policy(PolicySource source) {
        return policy(source.xml(Scope.GLOBAL));
    }

    /**
     * Any resource, as Azure's REST contract names its properties.
     *
     * @param path such as {@code /groups/partners}
     * @param properties one JSON object
     * @throws IllegalArgumentException when it is none
     */
    public ApimDesign put(String path, String properties) {
        draft.put(ResourcePath.of(path), properties, Resource.Origin.of(path));
        return this;
    }

    /** Takes a resource away with all beneath it, such as {@code /apis/orders}. */
    public ApimDesign remove(String path) {
        draft.remove(ResourcePath.of(path));
        return this;
    }

    private void design(ResourcePath path, String required, String otherwise, Consumer<ObjectNode> change) {
        ObjectNode properties = draft.properties(path);
        if (!properties.has(required)) {
            properties.put(required, otherwise);
        }
        change.accept(properties);
        draft.put(path, properties);
    }
}
