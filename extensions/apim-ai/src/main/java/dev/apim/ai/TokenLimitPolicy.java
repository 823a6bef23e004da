package dev.apim.ai;

import dev.apim.core.policies.message.Literals;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.BodyUse;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Expression;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;

/** Limits the tokens that calls with the same key use (Azure: llm-token-limit, azure-openai-token-limit). */
final class TokenLimitPolicy implements PolicyType {
    private final String element;

    TokenLimitPolicy(String element) {
        this.element = element;
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of(element, "Limits the tokens of a language model that calls with the same key use.")
                .sections(Section.INBOUND)
                .attributes(
                        AttributeSpec.of("counter-key", Type.STRING, "Calls with the same key count together.")
                                .mandatory()
                                .orExpression(),
                        AttributeSpec.of("tokens-per-minute", Type.INTEGER, "The most tokens in any minute.")
                                .orExpression()
                                .between(1, Integer.MAX_VALUE),
                        AttributeSpec.of("token-quota", Type.LONG, "The most tokens in a period.")
                                .orExpression()
                                .between(1, Long.MAX_VALUE),
                        AttributeSpec.of("token-quota-period", Type.STRING, "How long the quota lasts.")
                                .orRatherOneOf("Hourly", "Daily", "Weekly", "Monthly", "Yearly")
                                .orExpression(),
                        AttributeSpec.of(
                                        "estimate-prompt-tokens",
                                        Type.BOOLEAN,
                                        "Whether prompts are counted ahead; those of streamed answers always are.")
                                .orExpression()
                                .mandatoryOr("false"))
                .attributes(TokenNotice.attributes());
    }

    @Override
    public Policy compile(PolicyElement written, CompileContext context) {
        context.reads(BodyUse.REQUEST);
        context.unbounded();
        Expression<Integer> perMinute = context.expression(written, "tokens-per-minute", Integer.class);
        Expression<Long> quota = context.expression(written, "token-quota", Long.class);
        Expression<String> period = context.expression(written, "token-quota-period", String.class);
        if (perMinute == null && quota == null) {
            context.error(
                    written.position(),
                    "<" + element + "> has neither tokens-per-minute nor token-quota; expected at least one of them");
        }
        if ((quota == null) != (period == null)) {
            context.error(
                    written.position(),
                    "<" + element + "> has " + (quota == null ? "token-quota-period" : "token-quota") + " without "
                            + (quota == null ? "token-quota" : "token-quota-period") + "; they belong together");
        }
        written.attribute("token-quota-period")
                .filter(Literals::isFinal)
                .filter(value -> QuotaPeriod.of(value.text()).isEmpty())
                .ifPresent(value -> context.error(
                        value.position(),
                        "token-quota-period: expected one of Hourly, Daily, Weekly, Monthly, Yearly, found '"
                                + value.text() + "'"));
        return new TokenLimit(
                context.required(written, "counter-key", String.class),
                new TokenLimit.Limits(perMinute, quota, period),
                context.required(written, "estimate-prompt-tokens", Boolean.class),
                TokenNotice.of(written, context),
                new TokenLimit.Means(
                        context.services().rateLimiter(), context.services().quotaCounter()));
    }
}
