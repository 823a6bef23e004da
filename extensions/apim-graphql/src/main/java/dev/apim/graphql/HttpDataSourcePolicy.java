package dev.apim.graphql;

import dev.apim.Position;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.ElementSpec.Content;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;

/** Answers a field with an HTTP request of its own (Azure: http-data-source). */
final class HttpDataSourcePolicy implements PolicyType {
    private static final String REQUEST = "http-request";
    private static final String RESPONSE = "http-response";

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("http-data-source", "Answers a field of a GraphQL API with an HTTP request.")
                .sections(Section.BACKEND)
                .children(
                        part(REQUEST, "The request.").occurs(1, 1),
                        part("backend", "How it is sent.").occurs(0, 1),
                        part(RESPONSE, "What becomes of the response.").occurs(0, 1));
    }

    private static ElementSpec part(String name, String summary) {
        return ElementSpec.of(name, summary).content(Content.POLICIES, Type.STRING);
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        Position start = element.position();
        PolicyElement request = element.child(REQUEST).orElseGet(() -> Elements.of(REQUEST, start));
        check(request, context);
        PolicyElement backend = element.child("backend")
                .orElseGet(() -> Elements.of("backend", start, Elements.of("forward-request", start)));
        PolicyElement response = element.child(RESPONSE).orElseGet(() -> Elements.of(RESPONSE, start));
        return new HttpDataSource(
                context.statements(request, Section.INBOUND),
                context.statements(backend, Section.BACKEND),
                context.statements(Elements.of(element.name(), start, response), Section.OUTBOUND));
    }

    /** A fragment may hold what the document leaves out. */
    private static void check(PolicyElement request, CompileContext context) {
        for (String needed : new String[] {"set-method", "set-url"}) {
            boolean maybe = request.child(needed).isPresent()
                    || request.child("include-fragment").isPresent();
            if (!maybe) {
                context.error(request.position(), "<" + REQUEST + "> needs a <" + needed + ">, found none");
            }
        }
    }
}
