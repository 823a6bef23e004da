package dev.apim.ai;

import dev.apim.core.policies.message.IdentityTokens;
import dev.apim.core.policies.message.Literals;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.BodyUse;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.util.function.Function;

/** Answers what was asked before in other words (Azure: llm-semantic-cache-lookup, azure-openai-semantic-cache-lookup). */
final class SemanticLookupPolicy implements PolicyType {
    private final String element;
    private final Function<PolicyServices, IdentityTokens> identity;

    SemanticLookupPolicy(String element, Function<PolicyServices, IdentityTokens> identity) {
        this.element = element;
        this.identity = identity;
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of(element, "Answers from the cache what was asked before in other words.")
                .sections(Section.INBOUND)
                .scopes(Scope.GLOBAL, Scope.PRODUCT, Scope.API, Scope.OPERATION)
                .onlyOnce()
                .attributes(
                        AttributeSpec.of(
                                        "score-threshold",
                                        Type.DECIMAL,
                                        "How far apart two prompts may be: 0 for the same, 1 for unrelated.")
                                .between(0, 1)
                                .orExpression()
                                .mandatory(),
                        AttributeSpec.of("embeddings-backend-id", Type.STRING, "Backend of the embeddings deployment.")
                                .orExpression()
                                .mandatory(),
                        AttributeSpec.of("embeddings-backend-auth", Type.STRING, "How to authenticate there.")
                                .orRatherOneOf("system-assigned")
                                .mandatoryOr("system-assigned"),
                        AttributeSpec.of(
                                        "ignore-system-messages",
                                        Type.BOOLEAN,
                                        "Whether prompts are compared without system messages.")
                                .or("false"),
                        AttributeSpec.of(
                                        "max-message-count",
                                        Type.INTEGER,
                                        "The most messages of a chat that is looked for.")
                                .between(1, Integer.MAX_VALUE),
                        AttributeSpec.of("cache-id", Type.STRING, "Resource name of the cache."))
                .children(ElementSpec.of("vary-by", "What tells prompts apart beside their meaning.")
                        .content(ElementSpec.Content.EXPRESSION, Type.STRING));
    }

    @Override
    public Policy compile(PolicyElement written, CompileContext context) {
        context.reads(BodyUse.REQUEST);
        context.unbounded();
        written.attribute("embeddings-backend-id").filter(Literals::isFinal).ifPresent(id -> {
            var unused = context.backend(written, id.text().strip());
        });
        return new SemanticLookup(
                context.required(written, "score-threshold", Double.class),
                context.required(written, "embeddings-backend-id", String.class),
                new SemanticLookup.Selection(
                        Boolean.TRUE.equals(context.literal(written, "ignore-system-messages", Boolean.class)),
                        context.literal(written, "max-message-count", Integer.class),
                        written.children("vary-by").stream()
                                .map(part -> context.text(part, String.class))
                                .toList()),
                context.scope(),
                identity.apply(context.services()),
                context.services());
    }
}
