package dev.apim.graphql;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec.Content;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;

/** The resolver of earlier days, which Azure has retired and skips (Azure: set-graphql-resolver). */
final class SetGraphQlResolverPolicy implements PolicyType {
    @Override
    public PolicySpec spec() {
        return PolicySpec.of("set-graphql-resolver", "Retired: read and skipped.")
                .sections(Section.BACKEND)
                .attributes(
                        AttributeSpec.of("parent-type", Type.STRING, "Type of the field.")
                                .mandatory(),
                        AttributeSpec.of("field", Type.STRING, "The field.").mandatory())
                .content(Content.RAW, Type.ANY);
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        context.warning(
                element.position(),
                "set-graphql-resolver is retired and skipped; make a resolver of the API of what stands in it");
        return exchange -> Outcome.next();
    }
}
