package dev.apim.core.policies.control;

import static dev.apim.policy.AttributeSpec.Type.INTEGER;
import static dev.apim.policy.AttributeSpec.Type.STRING;

import dev.apim.core.compile.ControlPolicyType;
import dev.apim.core.compile.Emitter;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Expression;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;

/** Lets only so many requests at a time into its body; others are refused at once (Azure: limit-concurrency). */
final class LimitConcurrencyPolicy implements ControlPolicyType {
    private static final PolicySpec SPEC = PolicySpec.of(
                    "limit-concurrency", "Lets only so many requests at a time into its body.")
            .attributes(
                    AttributeSpec.of("key", STRING, "what is counted; the same key shares one limit")
                            .mandatory()
                            .orExpression(),
                    AttributeSpec.of("max-count", INTEGER, "most requests at a time")
                            .mandatory()
                            .between(1, Integer.MAX_VALUE))
            .content(ElementSpec.Content.POLICIES, STRING);

    @Override
    public PolicySpec spec() {
        return SPEC;
    }

    @Override
    public void emit(PolicyElement element, Emitter emitter) {
        CompileContext context = emitter.context();
        Expression<String> key = context.required(element, "key", String.class);
        Integer max = context.literal(element, "max-count", Integer.class);
        emitter.code()
                .guarded(
                        key, max == null ? 1 : max, emitter.origin(), emitter.needs(), () -> emitter.children(element));
    }
}
