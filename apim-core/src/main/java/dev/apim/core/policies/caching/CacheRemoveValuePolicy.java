package dev.apim.core.policies.caching;

import dev.apim.cache.ValueCache;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;

/** Forgets a stored value (Azure: cache-remove-value). */
final class CacheRemoveValuePolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("cache-remove-value", "Forgets a stored value.")
                .attributes(
                        AttributeSpec.of("key", Type.STRING, "Of the value.")
                                .mandatory()
                                .orExpression(),
                        CachingType.ATTRIBUTE);
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        CachingType.check(element, context);
        Expression<String> key = context.required(element, "key", String.class);
        ValueCache cache = context.services().valueCache();
        return exchange -> {
            String name = key.evaluate(exchange);
            if (name != null) {
                cache.remove(name);
            }
            return Outcome.next();
        };
    }
}
