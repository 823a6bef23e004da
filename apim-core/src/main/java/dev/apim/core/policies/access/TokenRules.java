package dev.apim.core.policies.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.jwt.OpenIdProvider;
import dev.apim.core.jwt.TokenException;
import dev.apim.core.jwt.TokenException.Reason;
import dev.apim.core.jwt.VerifiedToken;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a token must say once it is known to be whole.
 *
 * @param mustExpire whether it must have an end
 * @param skew how many seconds clocks may differ
 * @param audiences one of which it must be for; none: anybody's
 * @param issuers one of which it may be from, besides those that publish the key it is signed with; none and no provider: anybody
 * @param claims it must have
 */
record TokenRules(
        Expression<Boolean> mustExpire,
        Expression<Integer> skew,
        List<Expression<String>> audiences,
        List<Expression<String>> issuers,
        List<RequiredClaim> claims) {
    private static final String TENANT = "{tenantid}";

    void check(VerifiedToken token, List<OpenIdProvider> providers, Instant now, Exchange exchange) {
        JsonNode said = token.claims();
        boolean endless = Boolean.FALSE.equals(mustExpire.evaluate(exchange));
        int seconds = Objects.requireNonNullElse(skew.evaluate(exchange), 0);
        TokenTimes.check(said, !endless, Math.max(0, Math.min(TokenTimes.MOST_SKEW, seconds)), now);
        if (!audiences.isEmpty() && !isForOneOf(said.path("aud"), exchange)) {
            throw new TokenException(Reason.TOKEN_AUDIENCE_NOT_ALLOWED, "The token is for another audience.");
        }
        if ((!issuers.isEmpty() || !providers.isEmpty()) && !isFromOneOf(token, providers, exchange)) {
            throw new TokenException(Reason.TOKEN_ISSUER_NOT_ALLOWED, "The token is from another issuer.");
        }
        RequiredClaim.check(claims, said, exchange);
    }

    private boolean isForOneOf(JsonNode audience, Exchange exchange) {
        for (int i = 0; i < audiences.size(); i++) {
            String accepted = audiences.get(i).evaluate(exchange);
            if (accepted != null && (isText(audience, accepted) || isAmong(audience, accepted))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isText(JsonNode node, String text) {
        return node.isTextual() && node.asText().equals(text);
    }

    private static boolean isAmong(JsonNode array, String text) {
        for (int i = 0; i < array.size(); i++) {
            if (array.isArray() && isText(array.get(i), text)) {
                return true;
            }
        }
        return false;
    }

    /** A provider vouches for its own name only where the key is its own. */
    private boolean isFromOneOf(VerifiedToken token, List<OpenIdProvider> providers, Exchange exchange) {
        JsonNode said = token.claims().path("iss");
        if (!said.isTextual()) {
            return false;
        }
        String issuer = said.asText();
        for (int i = 0; i < issuers.size(); i++) {
            if (issuer.equals(issuers.get(i).evaluate(exchange))) {
                return true;
            }
        }
        for (int i = 0; i < providers.size(); i++) {
            OpenIdProvider.Published known = providers.get(i).current();
            if (known != null
                    && token.key() != null
                    && known.keys().holds(token.key())
                    && isNamed(known.issuer(), issuer, token.claims())) {
                return true;
            }
        }
        return false;
    }

    /** A provider of many tenants leaves a gap in its name for the tenant that the token names (Microsoft Entra ID). */
    private static boolean isNamed(@Nullable String published, String issuer, JsonNode claims) {
        if (published == null || !published.contains(TENANT)) {
            return issuer.equals(published);
        }
        String tenant = claims.path("tid").asText();
        return !tenant.isEmpty()
                && tenant.chars().allMatch(c -> c == '-' || Character.digit(c, 36) >= 0 && c < 128)
                && issuer.equals(published.replace(TENANT, tenant));
    }
}
