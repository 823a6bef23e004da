package dev.apim.core.policies.access;

import dev.apim.core.jwt.OpenIdProvider;
import dev.apim.core.policies.message.Literals;
import dev.apim.http.Url;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import dev.apim.policy.Value;
import java.util.ArrayList;
import java.util.List;

/** Lets only requests with a valid JSON Web Token pass (Azure: validate-jwt; RFC 7519). */
final class ValidateJwtPolicy implements PolicyType {
    private final IdentityProviders identities;

    ValidateJwtPolicy(IdentityProviders identities) {
        this.identities = identities;
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("validate-jwt", "Lets only requests with a valid JSON Web Token pass.")
                .sections(Section.INBOUND)
                .attributes(TokenPlace.attributes())
                .attributes(TokenRefusal.attributes())
                .attributes(
                        AttributeSpec.of("require-expiration-time", Type.BOOLEAN, "Whether the token must expire.")
                                .orExpression()
                                .or("true"),
                        AttributeSpec.of(
                                        "require-scheme",
                                        Type.STRING,
                                        "Scheme that must stand before the token in Authorization.")
                                .orExpression(),
                        AttributeSpec.of("require-signed-tokens", Type.BOOLEAN, "Whether the token must be signed.")
                                .orExpression()
                                .or("true"),
                        AttributeSpec.of("clock-skew", Type.INTEGER, "Seconds that clocks may differ, at most 300.")
                                .orExpression()
                                .or("0")
                                .between(0, Integer.MAX_VALUE),
                        AttributeSpec.of("output-token-variable-name", Type.STRING, "Variable for the token (Jwt)."))
                .children(
                        ElementSpec.of("openid-config", "An identity provider whose tokens are accepted.")
                                .attributes(AttributeSpec.of("url", Type.STRING, "Where its discovery document is.")
                                        .mandatory()),
                        TokenKeysSpec.signing(),
                        TokenKeysSpec.opening(),
                        list("audiences", "Whom tokens may be for.", "audience"),
                        list("issuers", "Whom tokens may be from.", "issuer"),
                        RequiredClaim.spec());
    }

    static ElementSpec list(String name, String summary, String item) {
        return ElementSpec.of(name, summary)
                .children(ElementSpec.of(item, "One of them.").content(ElementSpec.Content.EXPRESSION, Type.STRING))
                .occurs(0, 1);
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        TokenPlace place = TokenPlace.compile(element, null, context);
        List<OpenIdProvider> providers = providers(element, context);
        TokenKeys keys = TokenKeysSpec.compile(element, context);
        boolean mayBeUnsigned = element.attribute("require-signed-tokens").isPresent();
        if (keys.isEmpty() && element.children("openid-config").isEmpty() && !mayBeUnsigned) {
            context.warning(
                    element.position(),
                    "<validate-jwt> has no key, so no token passes; add <openid-config> or <issuer-signing-keys>");
        }
        Integer skew = context.literal(element, "clock-skew", Integer.class);
        if (skew != null && skew > TokenTimes.MOST_SKEW) {
            context.warning(
                    element.position(),
                    "clock-skew is more than 300 seconds; 300 is taken, for an old token is no proof");
        }
        if (place == null) {
            return exchange -> Outcome.next(); // the error was reported; it never runs
        }
        return new TokenCheck(
                place,
                keys,
                exchange -> providers,
                context.required(element, "require-signed-tokens", Boolean.class),
                rules(element, context),
                new TokenCheck.Result(
                        TokenRefusal.compile(element, context),
                        context.literal(element, "output-token-variable-name", String.class),
                        (token, exchange) -> {}),
                new TokenCheck.Means(identities, context.services()));
    }

    private static TokenRules rules(PolicyElement element, CompileContext context) {
        return new TokenRules(
                context.required(element, "require-expiration-time", Boolean.class),
                context.required(element, "clock-skew", Integer.class),
                texts(element, "audiences", context),
                texts(element, "issuers", context),
                RequiredClaim.compileIn(element, context));
    }

    static List<Expression<String>> texts(PolicyElement element, String list, CompileContext context) {
        return element.child(list)
                .map(found -> found.children().stream()
                        .map(child -> context.text(child, String.class))
                        .toList())
                .orElse(List.of());
    }

    private List<OpenIdProvider> providers(PolicyElement element, CompileContext context) {
        List<OpenIdProvider> providers = new ArrayList<>();
        for (PolicyElement child : element.children("openid-config")) {
            Value url = child.attribute("url").orElse(Value.literal("", child.position()));
            if (!Literals.isFinal(url)) {
                continue;
            }
            try {
                providers.add(identities.at(Url.parse(url.text().strip()), context.services()));
            } catch (IllegalArgumentException e) {
                Literals.refuse(url, "openid-config: " + e.getMessage(), context);
            }
        }
        return List.copyOf(providers);
    }
}
