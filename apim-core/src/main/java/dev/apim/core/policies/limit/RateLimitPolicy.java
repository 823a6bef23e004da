package dev.apim.core.policies.limit;

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
import org.jspecify.annotations.Nullable;

/** Limits the calls of a subscription (Azure: rate-limit). */
final class RateLimitPolicy implements PolicyType {
    private static final int LONGEST_PERIOD = 300;

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("rate-limit", "Limits how often a subscription may call in a sliding window.")
                .sections(Section.INBOUND)
                .scopes(Scope.PRODUCT, Scope.API, Scope.OPERATION)
                .onlyOnce()
                .attributes(limit())
                .attributes(LimitNotice.attributes())
                .children(SubscriptionLevels.children(limit()));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        return new RateLimit(
                SubscriptionLevels.of(element, context, e -> level(e, context)),
                LimitNotice.of(element, context),
                context.services().rateLimiter());
    }

    private static RateLimit.Level level(PolicyElement element, CompileContext context) {
        return new RateLimit.Level(
                or(context.literal(element, "calls", Integer.class), 1),
                Duration.ofSeconds(or(context.literal(element, "renewal-period", Integer.class), 1)));
    }

    /** A mandatory attribute is absent only in an element that was refused already. */
    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }

    private static AttributeSpec[] limit() {
        return new AttributeSpec[] {
            AttributeSpec.of("calls", Type.INTEGER, "The most calls in a window.")
                    .mandatory()
                    .between(1, Integer.MAX_VALUE),
            AttributeSpec.of("renewal-period", Type.INTEGER, "Length of the window in seconds.")
                    .mandatory()
                    .between(1, LONGEST_PERIOD)
        };
    }
}
