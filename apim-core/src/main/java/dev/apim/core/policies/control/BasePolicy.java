package dev.apim.core.policies.control;

import dev.apim.core.compile.ControlPolicyType;
import dev.apim.core.compile.Emitter;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.Scope;

/** Runs the same section of the next broader scope (Azure: base). */
final class BasePolicy implements ControlPolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("base", "Runs the same section of the next broader scope.")
                .onlyOnce();
    }

    @Override
    public void emit(PolicyElement element, Emitter emitter) {
        if (emitter.context().scope() != Scope.GLOBAL) {
            emitter.code().callBase(emitter.origin());
        }
    }
}
