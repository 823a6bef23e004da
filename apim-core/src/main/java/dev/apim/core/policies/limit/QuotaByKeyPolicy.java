package dev.apim.core.policies.limit;

import dev.apim.limit.Renewal;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Expression;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Limits the calls and kilobytes that share a key of the author's choice in a long window (Azure: quota-by-key). */
final class QuotaByKeyPolicy implements PolicyType {
    private static final int SHORTEST_PERIOD = 300;

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("quota-by-key", "Limits the calls and kilobytes with the same key in a long fixed window.")
                .sections(Section.INBOUND)
                .attributes(
                        AttributeSpec.of("calls", Type.LONG, "The most calls in a window.")
                                .between(1, Long.MAX_VALUE),
                        AttributeSpec.of("bandwidth", Type.LONG, "The most kilobytes in a window.")
                                .between(1, Long.MAX_VALUE),
                        AttributeSpec.of(
                                        "renewal-period",
                                        Type.INTEGER,
                                        "Length of the window in seconds, 300 or more; 0: never renewed.")
                                .mandatory()
                                .between(0, Integer.MAX_VALUE),
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
                        AttributeSpec.of(
                                        "first-period-start",
                                        Type.STRING,
                                        "When a window begins, such as 2026-01-01T00:00:00Z.")
                                .or(Renewal.DEFAULT_ORIGIN.toString()));
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        Expression<Integer> count = element.attribute("increment-condition").isPresent()
                ? context.deferred(element, "increment-count", Integer.class)
                : context.required(element, "increment-count", Integer.class);
        return new QuotaByKey(
                context.required(element, "counter-key", String.class),
                QuotaPolicy.limit(element, context),
                new Renewal(origin(element, context), period(element, context)),
                context.deferred(element, "increment-condition", Boolean.class),
                count == null ? Expression.constant(Integer.class, 1) : count,
                new QuotaCharge(context.services().quotaCounter()));
    }

    private static Duration period(PolicyElement element, CompileContext context) {
        Integer seconds = context.literal(element, "renewal-period", Integer.class);
        if (seconds != null && seconds > 0 && seconds < SHORTEST_PERIOD) {
            element.attribute("renewal-period")
                    .ifPresent(value -> context.error(
                            value.position(),
                            "attribute 'renewal-period' of <quota-by-key>: expected 0 or at least " + SHORTEST_PERIOD
                                    + " seconds, found " + seconds));
        }
        return Duration.ofSeconds(seconds == null ? 0 : seconds);
    }

    private static Instant origin(PolicyElement element, CompileContext context) {
        String text = context.literal(element, "first-period-start", String.class);
        try {
            return text == null
                    ? Renewal.DEFAULT_ORIGIN
                    : OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeParseException e) {
            element.attribute("first-period-start")
                    .ifPresent(value -> context.error(
                            value.position(),
                            "attribute 'first-period-start' of <quota-by-key>: expected a time such as"
                                    + " 2026-01-01T00:00:00Z, found '" + text + "'"));
            return Renewal.DEFAULT_ORIGIN;
        }
    }
}
