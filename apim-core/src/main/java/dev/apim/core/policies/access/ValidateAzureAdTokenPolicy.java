package dev.apim.core.policies.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.jwt.TokenException;
import dev.apim.core.jwt.TokenException.Reason;
import dev.apim.core.jwt.VerifiedToken;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import java.util.List;

/** Lets only requests with a token of Microsoft Entra ID pass (Azure: validate-azure-ad-token). */
final class ValidateAzureAdTokenPolicy implements PolicyType {
    private final IdentityProviders identities;

    ValidateAzureAdTokenPolicy(IdentityProviders identities) {
        this.identities = identities;
    }

    @Override
    public PolicySpec spec() {
        return PolicySpec.of("validate-azure-ad-token", "Lets only requests with a token of Microsoft Entra ID pass.")
                .sections(Section.INBOUND)
                .attributes(AttributeSpec.of(
                                "tenant-id",
                                Type.STRING,
                                "The tenant: its id, its domain or URL, or common, organizations or consumers.")
                        .mandatory()
                        .orExpression())
                .attributes(TokenPlace.attributes())
                .attributes(AttributeSpec.of(
                                "authentication-endpoint",
                                Type.STRING,
                                "Where the tenant signs in, for national clouds.")
                        .orExpression()
                        .or("https://login.microsoftonline.com"))
                .attributes(TokenRefusal.attributes())
                .attributes(
                        AttributeSpec.of("output-token-variable-name", Type.STRING, "Variable for the token (Jwt)."))
                .children(
                        ValidateJwtPolicy.list(
                                "backend-application-ids", "Applications that tokens may be for.", "application-id"),
                        ValidateJwtPolicy.list(
                                "client-application-ids",
                                "Applications that tokens may be given to.",
                                "application-id"),
                        ValidateJwtPolicy.list("audiences", "Whom tokens may be for.", "audience"),
                        RequiredClaim.spec(),
                        TokenKeysSpec.opening());
    }

    @Override
    public Policy compile(PolicyElement element, CompileContext context) {
        TokenPlace place = TokenPlace.compile(element, TokenPlace.Kind.HEADER, context);
        if (place == null) {
            throw new IllegalStateException("a place is assumed where none is said");
        }
        Tenant tenant = Tenant.compile(element, identities, context);
        TokenRules rules = new TokenRules(
                Expression.constant(Boolean.class, true),
                Expression.constant(Integer.class, 0),
                ValidateJwtPolicy.texts(element, "audiences", context),
                List.of(),
                RequiredClaim.compileIn(element, context));
        Applications applications = new Applications(
                ValidateJwtPolicy.texts(element, "backend-application-ids", context),
                ValidateJwtPolicy.texts(element, "client-application-ids", context),
                tenant);
        Policy check = new TokenCheck(
                place,
                TokenKeysSpec.compile(element, context),
                tenant::providers,
                Expression.constant(Boolean.class, true),
                rules,
                new TokenCheck.Result(
                        TokenRefusal.compile(element, context),
                        context.literal(element, "output-token-variable-name", String.class),
                        applications::check),
                new TokenCheck.Means(identities, context.services()));
        return new Policy() {
            @Override
            public Outcome apply(Exchange exchange) {
                return check.apply(exchange);
            }

            @Override
            public String toString() {
                return "validate-azure-ad-token " + check;
            }
        };
    }

    /**
     * Which applications a token must be for and from.
     *
     * @param backends that it may be for, by id; none: any
     * @param clients that it may be given to, by id; none: any
     * @param tenant whose tokens they are
     */
    private record Applications(List<Expression<String>> backends, List<Expression<String>> clients, Tenant tenant) {
        private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";

        void check(VerifiedToken token, Exchange exchange) {
            JsonNode claims = token.claims();
            if (tenant.isOrganizations(exchange) && claims.path("tid").asText().equals(PERSONAL)) {
                throw new TokenException(Reason.TOKEN_ISSUER_NOT_ALLOWED, "The token is of a personal account.");
            }
            if (!backends.isEmpty() && !isForOneOf(claims.path("aud"), exchange)) {
                throw new TokenException(Reason.TOKEN_AUDIENCE_NOT_ALLOWED, "The token is for another application.");
            }
            String claim = claims.has("azp") ? "azp" : "appid";
            if (!clients.isEmpty() && !isOneOf(clients, claims.path(claim).asText(), exchange)) {
                throw claims.has(claim)
                        ? RequiredClaim.notAllowed(claim, claims.path(claim))
                        : new TokenException(
                                Reason.TOKEN_CLAIM_NOT_FOUND, "JWT token is missing the following claims: appid, azp.");
            }
        }

        /** An application is named by its id or, in older tokens, by the URI made of it. */
        private boolean isForOneOf(JsonNode audience, Exchange exchange) {
            if (audience.isArray()) {
                for (JsonNode one : audience) {
                    if (!one.isArray() && isForOneOf(one, exchange)) {
                        return true;
                    }
                }
                return false;
            }
            String name = audience.isTextual() ? audience.asText() : "";
            return isOneOf(backends, name.startsWith("api://") ? name.substring(6) : name, exchange);
        }

        private static boolean isOneOf(List<Expression<String>> ids, String id, Exchange exchange) {
            for (int i = 0; i < ids.size(); i++) {
                String accepted = ids.get(i).evaluate(exchange);
                if (accepted != null && !id.isEmpty() && accepted.strip().equalsIgnoreCase(id)) {
                    return true;
                }
            }
            return false;
        }
    }
}
