package dev.apim.graphql;

import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.BodyUse;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec.Content;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import dev.apim.policy.Statements;

/** What becomes of a data source's response (Azure: http-response in http-data-source). The field's value is read from it. */
final class HttpResponsePolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("http-response", "What becomes of a resolver's response.")
                .sections(Section.OUTBOUND)
                .content(Content.POLICIES, Type.STRING);
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        context.reads(BodyUse.RESPONSE);
        Statements children = context.statements(element, Section.OUTBOUND);
        return exchange -> children.run(
                exchange, (same, outcome, failure) -> outcome instanceof Outcome.Fail ? outcome : Outcome.next());
    }
}
