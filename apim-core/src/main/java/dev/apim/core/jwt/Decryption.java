package dev.apim.core.jwt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jsonwebtoken.JweHeader;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.AeadAlgorithm;
import io.jsonwebtoken.security.DecryptAeadRequest;
import io.jsonwebtoken.security.DecryptionKeyRequest;
import io.jsonwebtoken.security.KeyAlgorithm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Opens a compact encrypted token (RFC 7516 §5.2): token and keys in, bytes out. Its work has no small bound. */
public final class Decryption {
    private static final Set<String> ENCRYPTIONS =
            Set.of("A128CBC-HS256", "A192CBC-HS384", "A256CBC-HS512", "A128GCM", "A192GCM", "A256GCM");

    private Decryption() {}

    /**
     * What was encrypted.
     *
     * @param header of the encrypted token
     * @param content its bytes, whatever they are
     * @param key that opened it
     */
    public record Opened(ObjectNode header, byte[] content, DecryptionKey key) {}

    /**
     * Opens it with whichever key fits. A compressed content is refused, however it would read.
     *
     * @throws TokenException when it is no encrypted token, or no key opens it; why not is not told
     */
    public static Opened open(String token, List<DecryptionKey> keys) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 5) {
            throw TokenException.invalid("An encrypted token has five parts.");
        }
        JoseHeader header = JoseHeader.parse(parts[0]);
        String encryption = TokenJson.text(header.members(), "enc");
        if (encryption == null || !isEncryption(encryption) || header.members().has("zip")) {
            throw TokenException.invalid("The token is encrypted, or compressed, in a way that is not accepted.");
        }
        byte[][] bytes = new byte[parts.length][];
        for (int i = 1; i < parts.length; i++) {
            byte[] part = Base64Url.decode(parts[i]);
            if (part == null) {
                throw TokenException.invalid("The token is not written in base64url.");
            }
            bytes[i] = part;
        }
        bytes[0] = parts[0].getBytes(StandardCharsets.US_ASCII);
        for (DecryptionKey key : keys) {
            byte[] content = key.fits(header) ? open(header, encryption, bytes, key.key()) : null;
            if (content != null) {
                return new Opened(header.members(), content, key);
            }
        }
        throw TokenException.invalid("No key opens the encrypted token.");
    }

    static boolean isEncryption(String name) {
        return ENCRYPTIONS.contains(name);
    }

    @SuppressWarnings("unchecked")
    private static byte @Nullable [] open(JoseHeader header, String encryption, byte[][] parts, Key key) {
        try {
            AeadAlgorithm opener = Jwts.ENC.get().forKey(encryption);
            KeyAlgorithm<?, Key> unwrapper =
                    (KeyAlgorithm<?, Key>) Jwts.KEY.get().forKey(header.algorithm());
            if (!(Jwts.header().add(TokenJson.map(header.members())).build() instanceof JweHeader known)) {
                return null;
            }
            SecretKey content = unwrapper.getDecryptionKey(new KeyRequest(parts[1], known, opener, key));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            opener.decrypt(new ContentRequest(parts, content), out);
            return out.toByteArray();
        } catch (RuntimeException refused) {
            return null; // whatever the library stumbles over, the key does not open it
        }
    }

    /** What the library asks for to unwrap the content key. */
    private record KeyRequest(byte[] wrapped, JweHeader header, AeadAlgorithm encryption, Key key)
            implements DecryptionKeyRequest<Key> {
        @Override
        public byte[] getPayload() {
            return wrapped;
        }

        @Override
        public JweHeader getHeader() {
            return header;
        }

        @Override
        public AeadAlgorithm getEncryptionAlgorithm() {
            return encryption;
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

    /** What it asks for to decrypt the content. */
    private record ContentRequest(byte[][] parts, SecretKey key) implements DecryptAeadRequest {
        @Override
        public InputStream getPayload() {
            return new ByteArrayInputStream(parts[3]);
        }

        @Override
        public InputStream getAssociatedData() {
            return new ByteArrayInputStream(parts[0]);
        }

        @Override
        public byte[] getIv() {
            return parts[2];
        }

        @Override
        public byte[] getDigest() {
            return parts[4];
        }

        @Override
        public SecretKey getKey() {
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
