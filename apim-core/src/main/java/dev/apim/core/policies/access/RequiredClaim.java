package dev.apim.core.policies.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.jwt.TokenException;
import dev.apim.core.jwt.TokenException.Reason;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.Exchange;
import dev.apim.policy.Expression;
import dev.apim.policy.PolicyElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A claim that tokens must have.
 *
 * @param name of it
 * @param all whether it must hold all of the values; else one of them
 * @param separator of the values in a text, if it is split
 * @param values that are accepted; none: any
 */
record RequiredClaim(String name, boolean all, @Nullable String separator, List<Expression<String>> values) {
    static ElementSpec spec() {
        return ElementSpec.of("required-claims", "Claims that tokens must have.")
                .children(ElementSpec.of("claim", "A claim; without values it must only be there.")
                        .attributes(
                                AttributeSpec.of("name", Type.STRING, "Name of the claim.")
                                        .mandatory(),
                                AttributeSpec.of(
                                                "match",
                                                Type.STRING,
                                                "Whether all of the values must be in it, or any.")
                                        .oneOf("all", "any")
                                        .or("all"),
                                AttributeSpec.of("separator", Type.STRING, "What parts the values in a text."))
                        .children(ElementSpec.of("value", "A value.")
                                .content(ElementSpec.Content.EXPRESSION, Type.STRING)))
                .occurs(0, 1);
    }

    static List<RequiredClaim> compileIn(PolicyElement element, CompileContext context) {
        List<RequiredClaim> claims = new ArrayList<>();
        for (PolicyElement list : element.children("required-claims")) {
            for (PolicyElement claim : list.children("claim")) {
                claims.add(new RequiredClaim(
                        Objects.requireNonNullElse(context.literal(claim, "name", String.class), ""),
                        !"any".equalsIgnoreCase(context.literal(claim, "match", String.class)),
                        context.literal(claim, "separator", String.class),
                        claim.children("value").stream()
                                .map(value -> context.text(value, String.class))
                                .toList()));
            }
        }
        return List.copyOf(claims);
    }

    /** Refuses a token in which one is missing or has another value. */
    static void check(List<RequiredClaim> required, JsonNode claims, Exchange exchange) {
        StringBuilder missing = new StringBuilder();
        for (RequiredClaim claim : required) {
            JsonNode found = claims.path(claim.name);
            if (found.isMissingNode() || found.isNull()) {
                missing.append(missing.length() == 0 ? "" : ", ").append(claim.name);
            }
        }
        if (missing.length() > 0) {
            throw new TokenException(
                    Reason.TOKEN_CLAIM_NOT_FOUND, "JWT token is missing the following claims: " + missing + ".");
        }
        for (RequiredClaim claim : required) {
            if (!claim.isIn(claims.path(claim.name), exchange)) {
                throw notAllowed(claim.name, claims.path(claim.name));
            }
        }
    }

    static TokenException notAllowed(String name, JsonNode value) {
        String shown = value.isValueNode() ? value.asText() : value.toString();
        return new TokenException(
                Reason.TOKEN_CLAIM_VALUE_NOT_ALLOWED, "Claim " + name + " value of " + shown + " is not allowed.");
    }

    private boolean isIn(JsonNode found, Exchange exchange) {
        if (values.isEmpty()) {
            return true;
        }
        List<String> held = held(found);
        for (Expression<String> value : values) {
            boolean matches = held.contains(value.evaluate(exchange));
            if (matches != all) {
                return matches;
            }
        }
        return all;
    }

    private List<String> held(JsonNode found) {
        List<String> held = new ArrayList<>();
        if (found.isArray()) {
            found.forEach(element -> add(element, held));
        } else {
            add(found, held);
        }
        return held;
    }

    private void add(JsonNode one, List<String> held) {
        String text = one.isValueNode() ? one.asText() : one.toString();
        if (separator == null || separator.isEmpty() || !one.isTextual()) {
            held.add(text);
            return;
        }
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            held.add(text.substring(from, at));
            from = at + separator.length();
        }
        held.add(text.substring(from));
    }
}
