package dev.apim.core.policies.control;

import static dev.apim.policy.AttributeSpec.Type.STRING;

import dev.apim.core.compile.ControlPolicyType;
import dev.apim.core.compile.Emitter;
import dev.apim.core.pipeline.Code;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Expression;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs its children side by side (Azure: wait). */
final class WaitPolicy implements ControlPolicyType {
    private static final Set<String> CHILDREN = Set.of("send-request", "cache-lookup-value", "choose");
    private static final PolicySpec SPEC = PolicySpec.of("wait", "Runs its children side by side.")
            .sections(Section.INBOUND, Section.BACKEND, Section.OUTBOUND)
            .attributes(AttributeSpec.of("for", STRING, "whether it waits for all children or for the first")
                    .orExpression()
                    .oneOf("all", "any")
                    .or("all"))
            .content(ElementSpec.Content.POLICIES, STRING);

    @Override
    public PolicySpec spec() {
        return SPEC;
    }

    @Override
    public void emit(PolicyElement element, Emitter emitter) {
        CompileContext context = emitter.context();
        Expression<String> mode = context.required(element, "for", String.class);
        List<Code> children = new ArrayList<>();
        for (PolicyElement child : element.children()) {
            if (!CHILDREN.contains(child.name())) {
                context.doubt(
                        child.position(),
                        "<wait> takes <send-request>, <cache-lookup-value> and <choose>, found <" + child.name() + ">");
            }
            children.add(emitter.sub(child));
        }
        emitter.code().fork(children, mode, emitter.origin(), emitter.needs());
    }
}
