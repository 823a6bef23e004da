package dev.apim.core.jwt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The head of a token. It says which key is meant and which algorithm; neither is believed before a key of ours agrees. What it says of
 * where keys are ({@code jku}, {@code jwk}, {@code x5u}, {@code x5c}) is not looked at.
 *
 * @param algorithm as the token says
 * @param keyId of the key that is meant, if it says so
 * @param members all of it
 */
record JoseHeader(String algorithm, @Nullable String keyId, ObjectNode members) {
    /** Of the first part of a token. */
    static JoseHeader parse(String part) {
        byte[] bytes = Base64Url.decode(part);
        ObjectNode members = bytes == null ? null : TokenJson.object(bytes);
        String algorithm = members == null ? null : TokenJson.text(members, "alg");
        if (members == null || algorithm == null) {
            throw TokenException.invalid("The header of the token cannot be read.");
        }
        if (members.has("crit")
                || members.path("b64").isBoolean() && !members.path("b64").asBoolean()) {
            throw TokenException.invalid("The header of the token asks for an extension that is not supported.");
        }
        if (members.has("kid") && !members.path("kid").isTextual()) {
            throw TokenException.invalid("The key identifier of the token is no text.");
        }
        return new JoseHeader(algorithm, TokenJson.text(members, "kid"), members);
    }
}
