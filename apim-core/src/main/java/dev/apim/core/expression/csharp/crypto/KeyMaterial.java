package dev.apim.core.expression.csharp.crypto;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads RSA keys from PEM, DER and .NET's parameters. */
final class KeyMaterial {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final String BAD_KEY = "ASN1 corrupted data.";

    private KeyMaterial() {}

    /** A block of a PEM text. */
    record Block(String label, byte[] bytes) {}

    static List<Block> blocks(String pem) {
        return PEM.matcher(pem)
                .results()
                .map(match -> new Block(match.group(1), Base64.getMimeDecoder().decode(match.group(2))))
                .toList();
    }

    static void importPem(RsaKey key, String pem) {
        List<Block> keys = blocks(pem).stream()
                .filter(block -> block.label().endsWith("KEY"))
                .toList();
        if (keys.size() != 1) {
            throw DotNetException.argument(
                    keys.isEmpty()
                            ? "No supported key formats were found. Check that the input represents the contents of a PEM-encoded key file, not the path to such a file."
                            : "The input contains multiple keys, but only one key can be imported.",
                    "input");
        }
        Block block = keys.get(0);
        switch (block.label()) {
            case "PUBLIC KEY" -> key.become(subjectPublicKey(block.bytes()), null);
            case "RSA PUBLIC KEY" -> key.become(rsaPublicKey(block.bytes()), null);
            case "PRIVATE KEY" -> importPrivate(key, block.bytes());
            case "RSA PRIVATE KEY" -> importRsaPrivate(key, block.bytes());
            default -> throw Crypto.unsupported("A key of the form " + block.label() + " cannot be imported.");
        }
    }

    static RSAPublicKey subjectPublicKey(byte[] der) {
        return Crypto.ask(
                () -> (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der)),
                BAD_KEY);
    }

    static RSAPublicKey rsaPublicKey(byte[] der) {
        List<BigInteger> numbers = numbers(der);
        return publicKey(numbers.get(0), numbers.get(1));
    }

    static RSAPublicKey publicKey(BigInteger modulus, BigInteger exponent) {
        return Crypto.ask(
                () -> (RSAPublicKey)
                        KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)),
                "The specified RSA parameters are not valid.");
    }

    static void importPrivate(RsaKey key, byte[] pkcs8) {
        PrivateKey made = Crypto.ask(
                () -> KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)), BAD_KEY);
        become(key, made);
    }

    static void importRsaPrivate(RsaKey key, byte[] der) {
        List<BigInteger> n = numbers(der);
        if (n.size() < 9) {
            throw Crypto.failure(BAD_KEY);
        }
        importNumbers(key, n.subList(1, n.size()));
    }

    /** Modulus, exponent, D, P, Q, DP, DQ, InverseQ. */
    static void importNumbers(RsaKey key, List<BigInteger> n) {
        become(
                key,
                Crypto.ask(
                        () -> KeyFactory.getInstance("RSA")
                                .generatePrivate(new RSAPrivateCrtKeySpec(
                                        n.get(0), n.get(1), n.get(2), n.get(3), n.get(4), n.get(5), n.get(6),
                                        n.get(7))),
                        "The specified RSA parameters are not valid."));
    }

    private static void become(RsaKey key, PrivateKey made) {
        RSAPrivateCrtKey parts = (RSAPrivateCrtKey) made;
        key.become(publicKey(parts.getModulus(), parts.getPublicExponent()), made);
    }

    private static List<BigInteger> numbers(byte[] der) {
        List<Der> all = Der.read(der).children();
        if (all.size() < 2) {
            throw Crypto.failure(BAD_KEY);
        }
        return all.stream().map(item -> new BigInteger(item.bytes())).toList();
    }

    /** A number of a key in .NET's XML form. */
    static @Nullable BigInteger xml(String xml, String element) {
        Matcher match =
                Pattern.compile("<" + element + ">([^<]*)</" + element + ">").matcher(xml);
        return match.find() ? new BigInteger(1, Base64.getMimeDecoder().decode(match.group(1))) : null;
    }

    static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes.length > 1 && bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
