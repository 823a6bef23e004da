package dev.apim.core.policies.caching;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;

/** Stores the response in the cache (Azure: cache-store). */
final class CacheStorePolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("cache-store", "Stores the response that cache-lookup did not find.")
                .sections(Section.OUTBOUND)
                .onlyOnce()
                .attributes(
                        AttributeSpec.of("duration", Type.INTEGER, "Seconds the response is kept.")
                                .mandatory()
                                .orExpression()
                                .between(0, Integer.MAX_VALUE),
                        AttributeSpec.of("cache-response", Type.BOOLEAN, "Whether it is stored, whatever its status.")
                                .orExpression());
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        return new CacheStore(
                context.required(element, "duration", Integer.class),
                context.expression(element, "cache-response", Boolean.class),
                context.services().responseCache(),
                context.services().time());
    }
}
