package dev.apim.core.policies.caching;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.PolicyElement;

/** The attribute {@code caching-type}: which of Azure's two caches is meant. Here a gateway has one, wherever it keeps its entries. */
final class CachingType {
    static final AttributeSpec ATTRIBUTE = AttributeSpec.of(
                    "caching-type", Type.STRING, "Which cache is meant; a gateway has one, configured with it.")
            .oneOf("prefer-external", "external", "internal")
            .or("prefer-external");

    private CachingType() {}

    /** Warns where the author counts on an external cache. */
    static void check(PolicyElement element, CompileContext context) {
        element.attribute("caching-type")
                .filter(value -> value.text().equals("external"))
                .ifPresent(value -> context.warning(
                        value.position(),
                        "caching-type 'external' of <" + element.name()
                                + ">: this gateway has one cache, in memory unless"
                                + " it is configured with another such as that of apim-redis, and uses it; write"
                                + " 'prefer-external' to say that this is fine"));
    }
}
