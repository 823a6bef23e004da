package dev.apim.testkit.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs tokens with the JDK alone, so that what verifies them is not asked to judge itself. */
final class SignedTokens {
    static final byte[] SECRET =
            "a secret that is long enough for all three of them, is it not?!.".getBytes(StandardCharsets.UTF_8);
    static final String BASE64 = Base64.getEncoder().encodeToString(SECRET);
    static final KeyPair RSA = rsa(2048);

    private SignedTokens() {}

    static KeyPair rsa(int bits) {
        return pair("RSA", generator -> generator.initialize(bits));
    }

    static KeyPair ec(String curve) {
        return pair("EC", generator -> generator.initialize(new ECGenParameterSpec(curve)));
    }

    private interface Setup {
        void on(KeyPairGenerator generator) throws GeneralSecurityException;
    }

    private static KeyPair pair(String kind, Setup setup) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            setup.on(generator);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String hs256(String claims) {
        return signed("{\"alg\":\"HS256\"}", claims, null);
    }

    static String rs256(String kid, String claims) {
        return signed("{\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}", claims, RSA);
    }

    /** Signed as the header says; with the secret where there is no pair. */
    static String signed(String header, String claims, @Nullable KeyPair pair) {
        String signed = part(header) + "." + part(claims);
        String algorithm = header.replaceAll(".*\"alg\":\"([A-Z0-9]+)\".*", "$1");
        return signed + "." + url(sign(algorithm, signed.getBytes(StandardCharsets.UTF_8), pair));
    }

    static byte[] sign(String algorithm, byte[] bytes, @Nullable KeyPair pair) {
        String hash = algorithm.substring(2);
        try {
            if (algorithm.startsWith("HS")) {
                return mac("HmacSHA" + hash, SECRET, bytes);
            }
            Signature signer = switch (algorithm.substring(0, 2)) {
                case "RS" -> Signature.getInstance("SHA" + hash + "withRSA");
                case "PS" -> pss(hash);
                default -> Signature.getInstance("SHA" + hash + "withECDSAinP1363Format");
            };
            signer.initSign(Objects.requireNonNull(pair).getPrivate());
            signer.update(bytes);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(algorithm, e);
        }
    }

    private static Signature pss(String hash) throws GeneralSecurityException {
        Signature signer = Signature.getInstance("RSASSA-PSS");
        signer.setParameter(new PSSParameterSpec(
                "SHA-" + hash, "MGF1", new MGF1ParameterSpec("SHA-" + hash), Integer.parseInt(hash) / 8, 1));
        return signer;
    }

    static byte[] mac(String algorithm, byte[] secret, byte[] bytes) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret, algorithm));
        return mac.doFinal(bytes);
    }

    /** A key set as a provider publishes it. */
    static String jwks(String... keys) {
        return "{\"keys\":[" + String.join(",", keys) + "]}";
    }

    static String jwk(String kid, KeyPair pair) {
        if (pair.getPublic() instanceof RSAPublicKey rsa) {
            return "{\"kty\":\"RSA\",\"use\":\"sig\",\"kid\":\"" + kid + "\",\"n\":\"" + number(rsa.getModulus(), 0)
                    + "\",\"e\":\"" + number(rsa.getPublicExponent(), 0) + "\"}";
        }
        ECPublicKey ec = (ECPublicKey) pair.getPublic();
        int size = (ec.getParams().getOrder().bitLength() + 7) / 8;
        return "{\"kty\":\"EC\",\"kid\":\"" + kid + "\",\"crv\":\"P-"
                + ec.getParams().getOrder().bitLength() + "\",\"x\":\""
                + number(ec.getW().getAffineX(), size) + "\",\"y\":\""
                + number(ec.getW().getAffineY(), size) + "\"}";
    }

    static String number(BigInteger value, int size) {
        byte[] bytes = value.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        byte[] plain = Arrays.copyOfRange(bytes, from, bytes.length);
        byte[] padded = new byte[Math.max(size, plain.length)];
        System.arraycopy(plain, 0, padded, padded.length - plain.length, plain.length);
        return url(padded);
    }

    static String part(String text) {
        return url(text.getBytes(StandardCharsets.UTF_8));
    }

    static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
