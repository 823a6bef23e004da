package dev.apim.core.policies.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.Cancellable;
import dev.apim.core.expression.csharp.context.Jwt;
import dev.apim.core.jwt.KeySet;
import dev.apim.core.jwt.TokenException;
import dev.apim.core.jwt.TokenException.Reason;
import dev.apim.core.jwt.VerifiedToken;
import dev.apim.model.Authorization;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyFailure;
import dev.apim.policy.PolicyServices;
import dev.apim.policy.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gets one access token for a request.
 *
 * @param names of what is wanted
 * @param identityType {@code managed}, the gateway itself, or {@code jwt}
 * @param identity token of who asks
 * @param ignoreError whether a failure leaves the variable {@code null}
 * @param means with what
 */
record AuthorizationContext(
        Names names,
        Expression<String> identityType,
        Expression<String> identity,
        Expression<Boolean> ignoreError,
        Means means)
        implements Policy {
    private static final String MICROSOFT = "https://login.microsoftonline.com";

    /** What is wanted, and the variable for it. */
    record Names(Expression<String> provider, Expression<String> authorization, Expression<String> variable) {}

    /** The gateway's engines and what is remembered. */
    record Means(AuthorizationTokens tokens, IdentityProviders identities, PolicyServices services) {}

    @Override
    public Outcome apply(Exchange exchange) {
        String provider = text(names.provider(), exchange);
        String id = text(names.authorization(), exchange);
        Optional<Authorization> found = exchange.gateway().authorization(provider, id);
        if (found.isEmpty()) {
            return failed(exchange, "there is no authorization '" + id + "' of provider '" + provider + "'");
        }
        Authorization authorization = found.get();
        return switch (text(identityType, exchange).toLowerCase(Locale.ROOT)) {
            case "managed" -> get(exchange, authorization);
            case "jwt" ->
                Outcomes.after(
                        who(authorization).apply(exchange),
                        exchange,
                        e -> get(e, authorization),
                        (e, failure) -> failed(e, "who asks may not use it (" + failure.message() + ")"));
            default -> failed(exchange, "identity-type is managed or jwt");
        };
    }

    private static String text(Expression<String> expression, Exchange exchange) {
        return Objects.requireNonNullElse(expression.evaluate(exchange), "").strip();
    }

    private Outcome get(Exchange exchange, Authorization authorization) {
        return Outcome.suspend(
                means.tokens().token(authorization, exchange, means.services()),
                (e, token, failure) -> {
                    if (token == null) {
                        return failed(e, IdentityAuthentication.reason(failure));
                    }
                    e.variables()
                            .put(
                                    text(names.variable(), e),
                                    new dev.apim.core.expression.csharp.context.Authorization(
                                            token.value(), claims(token)));
                    return Outcome.next();
                },
                Cancellable.none());
    }

    /** What the provider says of whom it is: of the token about the person, else of the access token. */
    private static Map<String, Object> claims(AccessToken token) {
        String about = token.answer().path("id_token").asText();
        Jwt jwt = Jwt.parse(about.isEmpty() ? token.value() : about);
        Map<String, Object> claims = new LinkedHashMap<>();
        if (jwt != null) {
            jwt.claims().properties().forEach(claim -> {
                JsonNode value = claim.getValue();
                claims.put(claim.getKey(), value.isValueNode() ? value.asText() : value.toString());
            });
        }
        return claims;
    }

    /** The check that the token of who asks is of one of those who may. */
    private Policy who(Authorization authorization) {
        TokenPlace place = new TokenPlace(TokenPlace.Kind.VALUE, identity, null);
        TokenRules rules = new TokenRules(
                Expression.constant(Boolean.class, true),
                Expression.constant(Integer.class, 0),
                GetAuthorizationContextPolicy.AUDIENCE,
                List.of(),
                List.of());
        Tenant tenant = new Tenant(
                Expression.constant(String.class, "common"),
                Expression.constant(String.class, MICROSOFT),
                null,
                means.identities(),
                means.services());
        return new TokenCheck(
                place,
                new TokenKeys(KeySet.EMPTY, List.of(), List.of(), List.of(), Scope.GLOBAL),
                tenant::providers,
                Expression.constant(Boolean.class, true),
                rules,
                new TokenCheck.Result(
                        new TokenRefusal(Expression.constant(Integer.class, 401), null),
                        null,
                        (token, exchange) -> check(authorization, token)),
                new TokenCheck.Means(means.identities(), means.services()));
    }

    private static void check(Authorization authorization, VerifiedToken token) {
        String tenant = token.claims().path("tid").asText();
        String object = token.claims().path("oid").asText();
        boolean allowed = authorization.access().stream()
                .anyMatch(access -> !object.isEmpty()
                        && access.tenantId().equalsIgnoreCase(tenant)
                        && access.objectId().equalsIgnoreCase(object));
        if (!allowed) {
            throw new TokenException(
                    Reason.TOKEN_CLAIM_VALUE_NOT_ALLOWED, "No access policy of the authorization names who asks.");
        }
    }

    private Outcome failed(Exchange exchange, @Nullable String why) {
        String message = "No access token could be got from the credential manager: " + why + ".";
        if (!Boolean.TRUE.equals(ignoreError.evaluate(exchange))) {
            return Outcome.fail(PolicyFailure.internal("AuthorizationContextFailure", message));
        }
        exchange.variables().put(text(names.variable(), exchange), null);
        if (exchange.tracing()) {
            exchange.trace("get-authorization-context failed and is ignored: " + message);
        }
        return Outcome.next();
    }

    @Override
    public String toString() {
        return "get-authorization-context provider-id=" + names.provider() + " authorization-id="
                + names.authorization();
    }
}
