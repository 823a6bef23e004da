package dev.apim.core.policies.access;

import dev.apim.core.policies.message.Destination;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;

/** An authentication as a policy of its own: for the backend of the request under way. */
final class AuthenticationPolicy implements PolicyType {
    private final ElementSpec element;
    private final Compiler compiler;
    private final Section first;
    private final Section[] more;

    /** Makes it of an element. */
    @FunctionalInterface
    interface Compiler {
        OutboundAuthentication compile(PolicyElement element, CompileContext context);
    }

    AuthenticationPolicy(ElementSpec element, Compiler compiler, Section first, Section... more) {
        this.element = element;
        this.compiler = compiler;
        this.first = first;
        this.more = more.clone();
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of(element.name(), element.summary())
                .sections(first, more)
                .attributes(element.attributes().toArray(AttributeSpec[]::new));
    }

    @Override
    public Policy compile(PolicyElement written, CompileContext context) {
        return new Step(compiler.compile(written, context));
    }

    private record Step(OutboundAuthentication authentication) implements Policy {
        @Override
        public Outcome apply(Exchange exchange) {
            OutboundCredentials credentials =
                    new OutboundCredentials(exchange.request().headers());
            return authentication.apply(exchange, credentials, e -> {
                if (credentials.certificate() != null) {
                    e.put(Destination.CLIENT_CERTIFICATE, credentials.certificate());
                }
                return Outcome.next();
            });
        }

        @Override
        public String toString() {
            return authentication.toString();
        }
    }
}
