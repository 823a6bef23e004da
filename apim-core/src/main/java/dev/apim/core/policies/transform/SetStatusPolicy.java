package dev.apim.core.policies.transform;

import dev.apim.core.policies.message.StatusEdit;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;

/** Sets the response's status (Azure: set-status). */
final class SetStatusPolicy implements PolicyType {
    private static final ElementSpec ELEMENT = StatusEdit.spec().occurs(0, Integer.MAX_VALUE);

    @Override
    public PolicySpec spec() {
        PolicySpec all = PolicySpec.of(ELEMENT.name(), ELEMENT.summary());
        return new PolicySpec(ELEMENT, all.sections(), all.scopes(), false, false);
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        return new Step(StatusEdit.compile(element, context));
    }

    private record Step(StatusEdit edit) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            return Steps.outcome(edit.apply(exchange, Steps.response(exchange)));
        }

        @Override
        public String toString() {
            return edit.toString();
        }
    }
}
