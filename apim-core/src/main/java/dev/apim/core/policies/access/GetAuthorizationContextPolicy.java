package dev.apim.core.policies.access;

import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Expression;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.util.List;
import java.util.Objects;

/** Gets an access token that the credential manager holds (Azure: get-authorization-context). */
final class GetAuthorizationContextPolicy implements PolicyType {
    private final AuthorizationTokens tokens;
    private final IdentityProviders identities;

    GetAuthorizationContextPolicy(AuthorizationTokens tokens, IdentityProviders identities) {
        this.tokens = tokens;
        this.identities = identities;
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("get-authorization-context", "Gets an access token that the credential manager holds.")
                .sections(Section.INBOUND, Section.BACKEND, Section.OUTBOUND)
                .scopes(Scope.GLOBAL, Scope.PRODUCT, Scope.API, Scope.OPERATION)
                .attributes(
                        text("provider-id", "The service that the token is for.")
                                .mandatory(),
                        text("authorization-id", "Who is acted for there.").mandatory(),
                        text("context-variable-name", "Variable for the result (Authorization).")
                                .mandatory(),
                        text("identity-type", "Who asks: the gateway, or who the token in identity says.")
                                .oneOf("managed", "jwt")
                                .or("managed"),
                        text("identity", "A token of who asks, for identity-type jwt."),
                        AttributeSpec.of("ignore-error", Type.BOOLEAN, "Whether a failure leaves the variable null.")
                                .orExpression()
                                .or("false"));
    }

    private static AttributeSpec text(String name, String summary) {
        return AttributeSpec.of(name, Type.STRING, summary).orExpression();
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        Expression<String> identity = context.expression(element, "identity", String.class);
        boolean jwt = element.attribute("identity-type")
                .filter(value -> value.text().equalsIgnoreCase("jwt"))
                .isPresent();
        if (jwt && identity == null) {
            context.error(element.position(), "identity-type=\"jwt\" needs identity, a token of who asks; add it");
        }
        return new AuthorizationContext(
                new AuthorizationContext.Names(
                        context.required(element, "provider-id", String.class),
                        context.required(element, "authorization-id", String.class),
                        context.required(element, "context-variable-name", String.class)),
                context.required(element, "identity-type", String.class),
                Objects.requireNonNullElse(identity, Expression.constant(String.class, "")),
                context.required(element, "ignore-error", Boolean.class),
                new AuthorizationContext.Means(tokens, identities, context.services()));
    }

    /** What a token of who asks must be for. */
    static final List<Expression<String>> AUDIENCE =
            List.of(Expression.constant(String.class, "https://azure-api.net/authorization-manager"));
}
