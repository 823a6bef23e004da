package dev.apim.core.policies.limit;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Expression;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;

/** Limits the calls that share a key of the author's choice (Azure: rate-limit-by-key). */
final class RateLimitByKeyPolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of(
                        "rate-limit-by-key", "Limits how often calls with the same key may come in a sliding window.")
                .sections(Section.INBOUND)
                .attributes(
                        AttributeSpec.of("calls", Type.INTEGER, "The most calls in a window.")
                                .mandatory()
                                .orExpression()
                                .between(1, Integer.MAX_VALUE),
                        AttributeSpec.of("renewal-period", Type.INTEGER, "Length of the window in seconds.")
                                .mandatory()
                                .orExpression()
                                .between(1, RateLimitByKey.LONGEST_PERIOD),
                        AttributeSpec.of("counter-key", Type.STRING, "Calls with the same key count together.")
                                .mandatory()
                                .orExpression(),
                        AttributeSpec.of(
                                        "increment-condition", Type.BOOLEAN, "Whether a call counts; asked at its end.")
                                .orExpression(),
                        AttributeSpec.of("increment-count", Type.INTEGER, "How many calls it counts as.")
                                .orExpression()
                                .or("1")
                                .between(0, Integer.MAX_VALUE),
                        AttributeSpec.of("increment-after-response", Type.BOOLEAN, "Whether it counts at its end."))
                .attributes(LimitNotice.attributes());
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        boolean conditional = element.attribute("increment-condition").isPresent();
        boolean late =
                conditional || Boolean.TRUE.equals(context.literal(element, "increment-after-response", Boolean.class));
        Expression<Integer> count = late
                ? context.deferred(element, "increment-count", Integer.class)
                : context.required(element, "increment-count", Integer.class);
        return new RateLimitByKey(
                context.required(element, "counter-key", String.class),
                context.required(element, "calls", Integer.class),
                context.required(element, "renewal-period", Integer.class),
                new RateLimitByKey.Increment(
                        late,
                        context.deferred(element, "increment-condition", Boolean.class),
                        count == null ? Expression.constant(Integer.class, 1) : count),
                LimitNotice.of(element, context),
                context.services().rateLimiter());
    }
}
