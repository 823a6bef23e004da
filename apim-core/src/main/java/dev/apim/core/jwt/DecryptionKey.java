package dev.apim.core.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A key that encrypted tokens are opened with, and the ways of wrapping a content key that go with it (RFC 7518 §4). RSA with PKCS #1
 * 1.5 and passwords are never among them. Immutable; shows nothing of the key.
 */
public final class DecryptionKey {
    private static final Set<String> RSA = Set.of("RSA-OAEP", "RSA-OAEP-256");
    private static final Set<String> EC = Set.of("ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A192KW", "ECDH-ES+A256KW");

    private final Key key;
    private final Set<String> algorithms;
    private final @Nullable String id;
    private final @Nullable String encryption;

    private DecryptionKey(Key key, Set<String> algorithms, @Nullable String id, @Nullable String encryption) {
        this.key = key;
        this.algorithms = algorithms;
        this.id = id;
        this.encryption = encryption;
    }

    /** A shared secret; empty where it is shorter than 16 bytes. */
    public static Optional<DecryptionKey> secret(byte[] secret, @Nullable String id) {
        return of(new SecretKeySpec(secret, "AES"), id);
    }

    /** A private RSA or EC key; empty where it is too weak or of another kind. */
    public static Optional<DecryptionKey> closed(PrivateKey key, @Nullable String id) {
        return of(key, id);
    }

    /** A JSON Web Key with its private part; empty where it is not meant for decryption, cannot be used or is too weak. */
    static Optional<DecryptionKey> jwk(byte[] bytes) {
        ObjectNode jwk = TokenJson.object(bytes);
        Key key = jwk == null || !KeyUse.DECRYPT.isAllowed(jwk) ? null : KeyMaterial.of(jwk);
        if (jwk == null || key == null) {
            return Optional.empty();
        }
        Optional<DecryptionKey> whole = of(key, TokenJson.text(jwk, "kid"));
        return jwk.has("alg") ? whole.flatMap(k -> k.only(jwk)) : whole;
    }

    /** A key used directly may be named by the encryption instead. */
    private Optional<DecryptionKey> only(JsonNode jwk) {
        String stated = jwk.path("alg").asText();
        if (algorithms.contains(stated)) {
            return Optional.of(new DecryptionKey(key, Set.of(stated), id, null));
        }
        boolean direct = algorithms.contains("dir") && Decryption.isEncryption(stated);
        return direct ? Optional.of(new DecryptionKey(key, Set.of("dir"), id, stated)) : Optional.empty();
    }

    private static Optional<DecryptionKey> of(Key key, @Nullable String id) {
        Set<String> algorithms = KeyMaterial.isStrong(key) ? algorithms(key) : Set.of();
        return algorithms.isEmpty() ? Optional.empty() : Optional.of(new DecryptionKey(key, algorithms, id, null));
    }

    private static Set<String> algorithms(Key key) {
        if (key instanceof SecretKey secret) {
            int bits = secret.getEncoded().length * 8;
            return switch (bits) {
                case 128, 192, 256 -> Set.of("dir", "A" + bits + "KW", "A" + bits + "GCMKW");
                default -> bits > 128 ? Set.of("dir") : Set.of();
            };
        }
        boolean closed = key instanceof PrivateKey;
        return closed && key instanceof RSAKey ? RSA : closed && key instanceof ECKey ? EC : Set.of();
    }

    boolean fits(JoseHeader header) {
        boolean meant = header.keyId() == null || id == null || id.equals(header.keyId());
        return meant
                && algorithms.contains(header.algorithm())
                && (encryption == null
                        || encryption.equals(header.members().path("enc").asText()));
    }

    Key key() {
        return key;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DecryptionKey that
                && algorithms.equals(that.algorithms)
                && java.util.Objects.equals(id, that.id)
                && java.util.Objects.equals(encryption, that.encryption)
                && MessageDigest.isEqual(key.getEncoded(), that.key.getEncoded());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key.getEncoded());
    }

    @Override
    public String toString() {
        return "DecryptionKey[" + id + " " + algorithms + "]";
    }
}
