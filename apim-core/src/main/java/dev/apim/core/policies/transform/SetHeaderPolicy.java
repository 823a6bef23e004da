package dev.apim.core.policies.transform;

import dev.apim.core.policies.message.HeaderEdit;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;

/** Changes a header of the request, in outbound and on-error of the response (Azure: set-header). */
final class SetHeaderPolicy implements PolicyType {
    private static final ElementSpec ELEMENT = HeaderEdit.spec();

    @Override
    public PolicySpec spec() {
        PolicySpec all = PolicySpec.of(ELEMENT.name(), ELEMENT.summary());
        return new PolicySpec(ELEMENT, all.sections(), all.scopes(), false, false);
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        HeaderEdit edit = HeaderEdit.compile(element, context);
        if (Steps.onResponse(context.section())) {
            return new OfResponse(edit);
        }
        HeaderEdit.checkHost(element, context);
        return new OfRequest(edit);
    }

    private record OfRequest(HeaderEdit edit) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            return Steps.outcome(edit.applyToRequest(exchange));
        }

        @Override
        public String toString() {
            return edit.toString();
        }
    }

    private record OfResponse(HeaderEdit edit) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            return Steps.outcome(edit.apply(exchange, Steps.response(exchange).headers()));
        }

        @Override
        public String toString() {
            return edit.toString();
        }
    }
}
