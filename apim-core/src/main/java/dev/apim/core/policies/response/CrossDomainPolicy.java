package dev.apim.core.policies.response;

import dev.apim.core.pipeline.SitePolicy;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;

/** Serves Adobe's policy file to browser plug-ins of other origins (Azure: cross-domain). */
final class CrossDomainPolicy implements PolicyType {
    private static final String PATH = "/crossdomain.xml";

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("cross-domain", "Serves Adobe's policy file at " + PATH + ".")
                .sections(Section.INBOUND)
                .scopes(Scope.GLOBAL)
                .children(ElementSpec.of("cross-domain-policy", "The file, as Adobe describes it.")
                        .occurs(1, 1)
                        .children(
                                ElementSpec.of("site-control", "Which other files count.")
                                        .attributes(text("permitted-cross-domain-policies")),
                                ElementSpec.of("allow-access-from", "Who may read responses.")
                                        .attributes(text("domain"), text("to-ports"), text("secure")),
                                ElementSpec.of("allow-access-from-identity", "Who may, by signature.")
                                        .children(ElementSpec.of("signatory", "Who has signed what reads.")
                                                .children(ElementSpec.of(
                                                                "certificate", "The certificate of who signed.")
                                                        .attributes(
                                                                text("fingerprint"), text("fingerprint-algorithm")))),
                                ElementSpec.of("allow-http-request-headers-from", "Who may send header fields.")
                                        .attributes(text("domain"), text("headers"), text("secure"))));
    }

    private static AttributeSpec text(String name) {
        return AttributeSpec.of(name, Type.STRING, "As in Adobe's specification.");
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        return new Step(Body.of(element.content().text().strip()));
    }

    private record Step(Body file) implements SitePolicy {
        @Override
        public Outcome apply(Exchange exchange) {
            return Outcome.next();
        }

        @Override
        public boolean answerSite(Exchange exchange) {
            String method = exchange.request().method();
            if (!exchange.originalUrl().path().equals(PATH) || !method.equals("GET") && !method.equals("HEAD")) {
                return false;
            }
            exchange.respondWith(
                    new ResponseMessage(200, "", Headers.of("Content-Type", "text/x-cross-domain-policy"), file));
            return true;
        }

        @Override
        public String toString() {
            return "cross-domain";
        }
    }
}
