package dev.apim.core.policies.control;

import static dev.apim.policy.AttributeSpec.Type.BOOLEAN;
import static dev.apim.policy.AttributeSpec.Type.DECIMAL;
import static dev.apim.policy.AttributeSpec.Type.INTEGER;

import dev.apim.core.compile.ControlPolicyType;
import dev.apim.core.compile.Emitter;
import dev.apim.core.pipeline.CodeBuilder.Repetition;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;

/** Repeats its body while a condition holds (Azure: retry). */
final class RetryPolicy implements ControlPolicyType {
    private static final PolicySpec SPEC = PolicySpec.of("retry", "Repeats its body while a condition holds.")
            .attributes(
                    AttributeSpec.of("condition", BOOLEAN, "asked after each run of the body")
                            .mandatory()
                            .orExpression(),
                    AttributeSpec.of("count", INTEGER, "how often the body may be repeated")
                            .mandatory()
                            .orExpression()
                            .between(1, 50),
                    AttributeSpec.of("interval", DECIMAL, "seconds before a repetition")
                            .mandatory()
                            .orExpression()
                            .between(0, 86_400),
                    AttributeSpec.of("max-interval", DECIMAL, "longest wait in seconds; waits then grow exponentially")
                            .orExpression()
                            .between(0, 86_400),
                    AttributeSpec.of("delta", DECIMAL, "seconds by which waits grow")
                            .orExpression()
                            .between(0, 86_400),
                    AttributeSpec.of("first-fast-retry", BOOLEAN, "whether the first repetition follows at once")
                            .orExpression()
                            .or("false"))
            .content(ElementSpec.Content.POLICIES, BOOLEAN);

    @Override
    public PolicySpec spec() {
        return SPEC;
    }

    @Override
    public void emit(PolicyElement element, Emitter emitter) {
        CompileContext context = emitter.context();
        Repetition how = new Repetition(
                context.required(element, "condition", Boolean.class),
                context.required(element, "count", Integer.class),
                context.required(element, "interval", Double.class),
                context.expression(element, "max-interval", Double.class),
                context.expression(element, "delta", Double.class),
                context.required(element, "first-fast-retry", Boolean.class));
        emitter.code().repeated(how, emitter.origin(), emitter.needs(), () -> emitter.children(element));
    }
}
