package dev.apim.core.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A key that signatures are verified with, and the algorithms that go with it: the kind of the key decides the family, so a public key
 * never serves as a shared secret, whatever a token says. Immutable; shows nothing of the key.
 */
public final class VerificationKey {
    private static final List<String> RSA = List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");

    private final Key key;
    private final Set<String> algorithms;
    private final @Nullable String id;

    private VerificationKey(Key key, Set<String> algorithms, @Nullable String id) {
        this.key = key;
        this.algorithms = algorithms;
        this.id = id;
    }

    /** A shared secret of 32 bytes or more; empty where it is shorter (RFC 7518 §3.2). */
    public static Optional<VerificationKey> secret(byte[] secret, @Nullable String id) {
        return of(new SecretKeySpec(secret, "HmacSHA256"), id);
    }

    /**
     * A public RSA or EC key; empty where it is too weak or of another kind.
     *
     * @param id what a token calls it by, if it has a name
     */
    public static Optional<VerificationKey> open(PublicKey key, @Nullable String id) {
        return of(key, id);
    }

    /** An RSA key by modulus and exponent, base64url as in a JSON Web Key; empty where they are none, or too weak. */
    public static Optional<VerificationKey> rsa(String modulus, String exponent, @Nullable String id) {
        byte[] n = Base64Url.decode(modulus);
        byte[] e = Base64Url.decode(exponent);
        if (n == null || e == null || n.length == 0 || e.length == 0) {
            return Optional.empty();
        }
        try {
            PublicKey key = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(new BigInteger(1, n), new BigInteger(1, e)));
            return of(key, id);
        } catch (GeneralSecurityException unusable) {
            return Optional.empty();
        }
    }

    /** A JSON Web Key; empty where it is not meant for signatures, cannot be used or is too weak. */
    static Optional<VerificationKey> jwk(JsonNode jwk) {
        if (!jwk.isObject() || !KeyUse.VERIFY.isAllowed(jwk)) {
            return Optional.empty();
        }
        Key key = KeyMaterial.of(jwk);
        if (key == null) {
            return Optional.empty();
        }
        Key open = key instanceof java.security.PrivateKey ? KeyMaterial.of(opened(jwk)) : key;
        Optional<VerificationKey> whole = open == null ? Optional.empty() : of(open, TokenJson.text(jwk, "kid"));
        if (!jwk.has("alg")) {
            return whole;
        }
        String only = jwk.path("alg").asText();
        return whole.filter(k -> k.algorithms.contains(only)).map(k -> new VerificationKey(k.key, Set.of(only), k.id));
    }

    private static JsonNode opened(JsonNode jwk) {
        com.fasterxml.jackson.databind.node.ObjectNode open = jwk.deepCopy();
        return open.remove(List.of("d", "p", "q", "dp", "dq", "qi", "oth"));
    }

    private static Optional<VerificationKey> of(Key key, @Nullable String id) {
        Set<String> algorithms = KeyMaterial.isStrong(key) ? algorithms(key) : Set.of();
        return algorithms.isEmpty() ? Optional.empty() : Optional.of(new VerificationKey(key, algorithms, id));
    }

    private static Set<String> algorithms(Key key) {
        if (key instanceof RSAPublicKey) {
            return Set.copyOf(RSA);
        }
        if (key instanceof ECPublicKey ec) {
            return switch (ec.getParams().getOrder().bitLength()) {
                case 256 -> Set.of("ES256");
                case 384 -> Set.of("ES384");
                case 521 -> Set.of("ES512");
                default -> Set.of();
            };
        }
        return key instanceof SecretKey secret ? hmac(secret.getEncoded().length) : Set.of();
    }

    private static Set<String> hmac(int bytes) {
        Set<String> enough = new HashSet<>();
        for (int bits : new int[] {256, 384, 512}) {
            if (bytes * 8 >= bits) {
                enough.add("HS" + bits);
            }
        }
        return Set.copyOf(enough);
    }

    /** What a token calls it by, if it has a name. */
    public @Nullable String id() {
        return id;
    }

    /** Whether it is a shared secret. */
    public boolean isSecret() {
        return key instanceof SecretKey;
    }

    /** Whether a token of this algorithm may be held against it. */
    boolean takes(String algorithm) {
        return algorithms.contains(algorithm);
    }

    /** The key in the form that the algorithm wants. */
    Key forAlgorithm(String algorithm) {
        return key instanceof SecretKey secret
                ? new SecretKeySpec(secret.getEncoded(), "HmacSHA" + algorithm.substring(2))
                : key;
    }

    /** Equal are keys of the same numbers, name and algorithms. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerificationKey that
                && java.util.Objects.equals(id, that.id)
                && algorithms.equals(that.algorithms)
                && key.getAlgorithm().equals(that.key.getAlgorithm())
                && java.security.MessageDigest.isEqual(key.getEncoded(), that.key.getEncoded());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key.getEncoded());
    }

    @Override
    public String toString() {
        return "VerificationKey[" + id + " " + algorithms + "]";
    }
}
