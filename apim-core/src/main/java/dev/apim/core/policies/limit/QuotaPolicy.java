package dev.apim.core.policies.limit;

import dev.apim.limit.QuotaCounter.Limit;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.time.Duration;

/** Limits the calls and kilobytes of a subscription in a long window (Azure: quota). */
final class QuotaPolicy implements PolicyType {
    private static final AttributeSpec PERIOD = AttributeSpec.of(
                    "renewal-period",
                    Type.INTEGER,
                    "Length of the window in seconds, counted from the subscription's start; 0: never renewed.")
            .between(0, Integer.MAX_VALUE);

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("quota", "Limits the calls and kilobytes of a subscription in a long fixed window.")
                .sections(Section.INBOUND)
                .scopes(Scope.PRODUCT)
                .onlyOnce()
                .attributes(limits(PERIOD.mandatory()))
                .children(SubscriptionLevels.children(limits(PERIOD)));
    }

    private static AttributeSpec[] limits(AttributeSpec period) {
        return new AttributeSpec[] {
            AttributeSpec.of("calls", Type.LONG, "The most calls in a window.").between(1, Long.MAX_VALUE),
            AttributeSpec.of("bandwidth", Type.LONG, "The most kilobytes in a window.")
                    .between(1, Long.MAX_VALUE),
            period
        };
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        Integer period = context.literal(element, "renewal-period", Integer.class);
        int outer = period == null ? 0 : period;
        return new Quota(
                SubscriptionLevels.of(element, context, e -> level(e, outer, context)),
                new QuotaCharge(context.services().quotaCounter()));
    }

    /** A level within that says no window of its own has that of the whole, with a doubt: Azure wants one written. */
    private static Quota.Level level(PolicyElement element, int outer, CompileContext context) {
        Integer period = context.literal(element, "renewal-period", Integer.class);
        if (element.attribute("renewal-period").isEmpty() && !element.name().equals("quota")) {
            context.doubt(
                    element.position(),
                    "<" + element.name() + "> lacks its attribute 'renewal-period'; that of <quota>, " + outer
                            + ", is assumed");
        }
        return new Quota.Level(limit(element, context), Duration.ofSeconds(period == null ? outer : period));
    }

    /** Either limit, or both. */
    static Limit limit(PolicyElement element, CompileContext context) {
        Long calls = context.literal(element, "calls", Long.class);
        Long kilobytes = context.literal(element, "bandwidth", Long.class);
        if (element.attribute("calls").isEmpty()
                && element.attribute("bandwidth").isEmpty()) {
            context.error(
                    element.position(),
                    "<" + element.name() + "> limits nothing: expected the attribute 'calls' or 'bandwidth', add one"
                            + " of them");
        }
        return QuotaCharge.limit(calls, kilobytes);
    }
}
