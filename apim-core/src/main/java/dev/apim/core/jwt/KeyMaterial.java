package dev.apim.core.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.security.Jwks;
import java.math.BigInteger;
import java.security.Key;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys read out of JSON Web Keys, and which of them are too weak to be used. */
final class KeyMaterial {
    private static final int LEAST_RSA = 2048;
    private static final int GREATEST_RSA = 16_384;
    private static final List<String> NUMBERS = List.of("n", "e", "x", "y", "k", "d");

    private KeyMaterial() {}

    /** The key of a JSON Web Key, or {@code null} where it is none that can be used. */
    static @Nullable Key of(JsonNode jwk) {
        ObjectNode bare = jwk.deepCopy();
        for (String name : NUMBERS) {
            String number = TokenJson.text(bare, name);
            if (number != null && Base64Url.decode(number) == null) {
                return null;
            }
        }
        // Who vouches for the key, and what it is for, is no matter of its numbers.
        bare.remove(List.of("x5c", "x5u", "x5t", "x5t#S256", "use", "key_ops", "alg", "kid"));
        try {
            Key key = Jwks.parser().build().parse(bare.toString()).toKey();
            return isStrong(key) ? key : null;
        } catch (JwtException | IllegalArgumentException unusable) {
            return null;
        }
    }

    /** RSA of 2048 bits or more, with an exponent that hides something; what is enough of a secret depends on what it is for. */
    static boolean isStrong(Key key) {
        if (!(key instanceof RSAKey rsa)) {
            return true;
        }
        int bits = rsa.getModulus().bitLength();
        boolean exponent = !(key instanceof RSAPublicKey open)
                || open.getPublicExponent().compareTo(BigInteger.TWO) > 0
                        && open.getPublicExponent().testBit(0)
                        && open.getPublicExponent().bitLength() <= 256;
        return bits >= LEAST_RSA && bits <= GREATEST_RSA && exponent && !GuessableModulus.is(rsa.getModulus());
    }
}
