package dev.apim.core.policies.control;

import static dev.apim.policy.AttributeSpec.Type.BOOLEAN;

import dev.apim.core.compile.ControlPolicyType;
import dev.apim.core.compile.Emitter;
import dev.apim.core.pipeline.CodeBuilder.Label;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Expression;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;

/** Runs the first branch whose condition holds (Azure: choose). */
final class ChoosePolicy implements ControlPolicyType {
    private static final PolicySpec SPEC = PolicySpec.of("choose", "Runs the first branch whose condition holds.")
            .children(
                    ElementSpec.of("when", "A branch.")
                            .attributes(AttributeSpec.of("condition", BOOLEAN, "whether the branch runs")
                                    .mandatory()
                                    .orExpression())
                            .content(ElementSpec.Content.POLICIES, BOOLEAN),
                    ElementSpec.of("otherwise", "Runs when no condition holds.")
                            .content(ElementSpec.Content.POLICIES, BOOLEAN)
                            .occurs(0, 1));

    @Override
    public PolicySpec spec() {
        return SPEC;
    }

    @Override
    public void emit(PolicyElement element, Emitter emitter) {
        if (element.child("when").isEmpty()) {
            emitter.context().doubt(element.position(), "<choose> has no <when>; only <otherwise> can run");
        }
        Label end = new Label();
        for (PolicyElement when : element.children("when")) {
            Expression<Boolean> condition = emitter.context().required(when, "condition", Boolean.class);
            Label next = new Label();
            emitter.code().jumpUnless(condition, next, emitter.origin(when), emitter.needs());
            emitter.children(when);
            emitter.code().jump(end, emitter.origin());
            emitter.code().mark(next);
        }
        element.child("otherwise").ifPresent(emitter::children);
        emitter.code().mark(end);
    }
}
