package dev.apim.core.policies.control;

import static dev.apim.policy.AttributeSpec.Type.STRING;

import dev.apim.core.compile.CompileEnvironment;
import dev.apim.core.compile.ControlPolicyType;
import dev.apim.core.compile.Emitter;
import dev.apim.core.pipeline.Code;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.CompileContext;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.Value;
import java.util.Optional;

/** Runs a fragment in its place (Azure: include-fragment). */
record IncludeFragmentPolicy(CompileEnvironment.Surroundings surroundings) implements ControlPolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("include-fragment", "Runs a policy fragment in its place.")
                .attributes(AttributeSpec.of("fragment-id", STRING, "name of the fragment")
                        .mandatory());
    }

    @Override
    public void emit(PolicyElement element, Emitter emitter) {
        CompileContext context = emitter.context();
        String id = element.attribute("fragment-id").map(Value::text).orElse("");
        Optional<Code> fragment = surroundings.fragment(id, context.scope(), context.section());
        if (fragment.isPresent()) {
            emitter.code().call(fragment.get(), emitter.origin());
        } else if (!surroundings.alone()) {
            context.error(
                    element.attribute("fragment-id").map(Value::position).orElse(element.position()),
                    "policy fragment '" + id + "' does not exist; define it or correct the name");
        }
    }
}
