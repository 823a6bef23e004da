package dev.apim.core.policies.routing;

import dev.apim.core.policies.message.ProxyChoice;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;

/** Sends the request to the backend through an HTTP proxy (Azure: proxy). */
final class ProxyPolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        ElementSpec element = ProxyChoice.spec();
        PolicySpec all = PolicySpec.of(element.name(), element.summary());
        return new PolicySpec(element.occurs(0, Integer.MAX_VALUE), all.sections(), all.scopes(), false, false)
                .sections(Section.INBOUND);
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        return new Step(ProxyChoice.compile(element, context));
    }

    private record Step(ProxyChoice choice) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            exchange.put(ProxyChoice.CHOSEN, choice.evaluate(exchange));
            return Outcome.next();
        }

        @Override
        public String toString() {
            return choice.toString();
        }
    }
}
