package dev.apim.core.policies.access;

import dev.apim.core.jwt.DecryptionKey;
import dev.apim.core.jwt.KeySet;
import dev.apim.core.jwt.VerificationKey;
import dev.apim.core.policies.access.TokenKeys.Named;
import dev.apim.core.policies.message.Literals;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Value;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the keys that are written into a policy. */
final class TokenKeysSpec {
    private static final String SIGNING = "issuer-signing-keys";
    private static final String OPENING = "decryption-keys";

    private TokenKeysSpec() {}

    static ElementSpec signing() {
        return ElementSpec.of(SIGNING, "Keys that tokens may be signed with.")
                .children(key().attributes(
                                AttributeSpec.of("n", Type.STRING, "Modulus of an RSA key, base64url."),
                                AttributeSpec.of("e", Type.STRING, "Exponent of an RSA key, base64url.")))
                .occurs(0, 1);
    }

    static ElementSpec opening() {
        return ElementSpec.of(OPENING, "Keys that tokens may be encrypted for.")
                .children(key())
                .occurs(0, 1);
    }

    private static ElementSpec key() {
        return ElementSpec.of("key", "A key: a shared secret in base64, or what the attributes say.")
                .content(ElementSpec.Content.TEXT, Type.STRING)
                .attributes(
                        AttributeSpec.of("id", Type.STRING, "What tokens call the key: their kid."),
                        AttributeSpec.of("certificate-id", Type.STRING, "Name of a certificate whose key it is."));
    }

    static TokenKeys compile(PolicyElement element, CompileContext context) {
        List<VerificationKey> signing = new ArrayList<>();
        List<Named> signers = new ArrayList<>();
        for (PolicyElement key : keys(element, SIGNING)) {
            if (key.attribute("certificate-id").isPresent()) {
                signers.add(named(key, context));
            } else {
                signing(key, context).ifPresent(signing::add);
            }
        }
        List<DecryptionKey> opening = new ArrayList<>();
        List<Named> openers = new ArrayList<>();
        for (PolicyElement key : keys(element, OPENING)) {
            if (key.attribute("certificate-id").isPresent()) {
                openers.add(named(key, context));
            } else {
                opening(key, context).ifPresent(opening::add);
            }
        }
        return new TokenKeys(
                new KeySet(signing), List.copyOf(signers), List.copyOf(opening), List.copyOf(openers), context.scope());
    }

    private static List<PolicyElement> keys(PolicyElement element, String list) {
        return element.child(list).map(found -> found.children("key")).orElse(List.of());
    }

    private static Named named(PolicyElement key, CompileContext context) {
        String certificate = context.literal(key, "certificate-id", String.class);
        return new Named(certificate == null ? "" : certificate.strip(), id(key, context));
    }

    private static @Nullable String id(PolicyElement key, CompileContext context) {
        return context.literal(key, "id", String.class);
    }

    private static Optional<VerificationKey> signing(PolicyElement key, CompileContext context) {
        boolean rsa = key.attribute("n").isPresent() || key.attribute("e").isPresent();
        if (!rsa) {
            return secret(key, 32, context).flatMap(bytes -> VerificationKey.secret(bytes, id(key, context)));
        }
        String n = key.attribute("n").map(Value::text).orElse("");
        String e = key.attribute("e").map(Value::text).orElse("");
        if (n.contains("{{") || e.contains("{{")) {
            return Optional.empty();
        }
        Optional<VerificationKey> made = VerificationKey.rsa(withoutPadding(n), withoutPadding(e), id(key, context));
        if (made.isEmpty()) {
            context.doubt(
                    key.position(),
                    "<key> has no usable RSA key; expected n and e in base64url, of 2048 bits or more. No token is"
                            + " accepted because of it");
        }
        return made;
    }

    private static Optional<DecryptionKey> opening(PolicyElement key, CompileContext context) {
        return secret(key, 16, context).flatMap(bytes -> DecryptionKey.secret(bytes, id(key, context)));
    }

    /** A secret too short would be guessed; a placeholder that is not filled in yet is none. */
    private static Optional<byte[]> secret(PolicyElement key, int least, CompileContext context) {
        if (!Literals.isFinal(key.text()) || key.text().isExpression()) {
            return Optional.empty();
        }
        byte[] bytes = base64(key.text().text());
        if (bytes == null || bytes.length < least) {
            context.doubt(
                    key.position(),
                    "<key> is no secret of " + least + " bytes or more in base64. No token is accepted because of it");
            return Optional.empty();
        }
        return Optional.of(bytes);
    }

    private static byte @Nullable [] base64(String text) {
        String plain =
                withoutPadding(text.replaceAll("\\s", "")).replace('-', '+').replace('_', '/');
        try {
            return Base64.getDecoder().decode(plain);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static String withoutPadding(String text) {
        return text.strip().replaceAll("=+$", "");
    }
}
