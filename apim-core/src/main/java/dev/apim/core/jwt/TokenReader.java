package dev.apim.core.jwt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.core.jwt.TokenException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a JSON Web Token: opens it where it is encrypted, verifies it, and takes it apart (RFC 7519 §7.2). Its work has no small bound. */
public final class TokenReader {
    /** The longest token that is looked at at all. */
    public static final int LONGEST = 16 * 1024;

    private TokenReader() {}

    /**
     * Reads a token.
     *
     * @param keys that may have signed it
     * @param openers that may decrypt it
     * @param signed whether it must be signed; else one that says it is not is taken as it is
     * @throws TokenException when it is not accepted
     */
    public static VerifiedToken read(String token, KeySet keys, List<DecryptionKey> openers, boolean signed) {
        checkLength(token);
        if (dots(token) != 4) {
            return plain(token, keys, signed, null);
        }
        Decryption.Opened opened = Decryption.open(token, openers);
        String inner = new String(opened.content(), StandardCharsets.ISO_8859_1);
        if (dots(inner) == 2 && !inner.startsWith("{")) {
            return plain(inner, keys, signed, opened.key());
        }
        if (signed) {
            throw new TokenException(Reason.TOKEN_SIGNATURE_INVALID, "The token is encrypted but not signed.");
        }
        return new VerifiedToken(opened.header(), claims(opened.content()), null, opened.key());
    }

    /** Refuses what is too long before anything is done with it. */
    public static void checkLength(String token) {
        if (token.length() > LONGEST) {
            throw TokenException.invalid("The token is longer than " + LONGEST + " characters.");
        }
    }

    /** Whether a token says which key signed it. What is encrypted or unreadable does not. */
    public static boolean namesKey(String token) {
        try {
            return JoseHeader.parse(token.substring(0, Math.max(0, token.indexOf('.'))))
                            .keyId()
                    != null;
        } catch (TokenException unreadable) {
            return false;
        }
    }

    private static VerifiedToken plain(String token, KeySet keys, boolean signed, @Nullable DecryptionKey opener) {
        if (!signed && token.endsWith(".") && dots(token) == 2) {
            String[] parts = token.split("\\.", -1);
            JoseHeader header = JoseHeader.parse(parts[0]);
            byte[] payload = Base64Url.decode(parts[1]);
            if (header.algorithm().equals("none") && payload != null) {
                return new VerifiedToken(header.members(), claims(payload), null, opener);
            }
        }
        SignatureVerifier.Signed verified = SignatureVerifier.verify(token, keys);
        return new VerifiedToken(verified.header(), claims(verified.payload()), verified.key(), opener);
    }

    private static ObjectNode claims(byte[] payload) {
        ObjectNode claims = TokenJson.object(payload);
        if (claims == null) {
            throw TokenException.invalid("The claims of the token cannot be read.");
        }
        return claims;
    }

    private static int dots(String token) {
        int dots = 0;
        for (int i = 0; i < token.length(); i++) {
            dots += token.charAt(i) == '.' ? 1 : 0;
        }
        return dots;
    }
}
