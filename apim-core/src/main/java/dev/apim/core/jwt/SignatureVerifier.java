package dev.apim.core.jwt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.core.jwt.TokenException.Reason;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.SecureDigestAlgorithm;
import io.jsonwebtoken.security.VerifySecureDigestRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verifies the signature of a compact token (RFC 7515 §5.2): token and keys in, bytes out. Its work has no small bound. */
public final class SignatureVerifier {
    private SignatureVerifier() {}

    /**
     * What was signed.
     *
     * @param header of the token
     * @param payload its bytes, whatever they are
     * @param key that signed it
     */
    public record Signed(ObjectNode header, byte[] payload, VerificationKey key) {}

    /**
     * Verifies it with whichever key fits.
     *
     * @throws TokenException when it is no signed token, when no key fits, or when none that fits signed it
     */
    public static Signed verify(String token, KeySet keys) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw TokenException.invalid("A signed token has three parts.");
        }
        JoseHeader header = JoseHeader.parse(parts[0]);
        byte[] payload = Base64Url.decode(parts[1]);
        byte[] signature = Base64Url.decode(parts[2]);
        if (payload == null || signature == null) {
            throw TokenException.invalid("The token is not written in base64url.");
        }
        if (signature.length == 0 || header.algorithm().equalsIgnoreCase("none")) {
            throw new TokenException(Reason.TOKEN_SIGNATURE_INVALID, "The token is not signed.");
        }
        List<VerificationKey> candidates = keys.candidates(header.algorithm(), header.keyId());
        if (candidates.isEmpty()) {
            throw new TokenException(
                    Reason.TOKEN_SIGNATURE_KEY_NOT_FOUND, "No key fits the token's algorithm and key identifier.");
        }
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        for (VerificationKey key : candidates) {
            if (isSignedWith(key, header.algorithm(), signed, signature)) {
                return new Signed(header.members(), payload, key);
            }
        }
        throw new TokenException(Reason.TOKEN_SIGNATURE_INVALID, "The token's signature is not valid.");
    }

    @SuppressWarnings("unchecked")
    private static boolean isSignedWith(VerificationKey key, String algorithm, byte[] signed, byte[] signature) {
        SecureDigestAlgorithm<?, Key> verifier =
                (SecureDigestAlgorithm<?, Key>) Jwts.SIG.get().forKey(algorithm);
        try {
            return verifier.verify(new Request(signed, signature, key.forAlgorithm(algorithm)));
        } catch (RuntimeException refused) {
            return false; // whatever the library stumbles over, the signature is not verified
        }
    }

    /** What the library asks for. */
    private record Request(byte[] signed, byte[] signature, Key key) implements VerifySecureDigestRequest<Key> {
        @Override
        public InputStream getPayload() {
            return new ByteArrayInputStream(signed);
        }

        @Override
        public byte[] getDigest() {
            return signature;
        }

        @Override
        public Key getKey() {
            return key;
        }

        @Override
        public @Nullable Provider getProvider() {
            return null;
        }

        @Override
        public @Nullable SecureRandom getSecureRandom() {
            return null;
        }
    }
}
