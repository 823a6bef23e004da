package dev.apim.core.expression.csharp.crypto;

import dev.apim.core.expression.csharp.crypto.Names.EncryptionPadding;
import dev.apim.core.expression.csharp.crypto.Names.SignaturePadding;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.jspecify.annotations.Nullable;

/** .NET's {@code RSA}: a public key, perhaps with the private one. Mutable as .NET's, for keys can be imported; of one thread. */
final class RsaKey {
    private static final int LEAST_BITS = 512;
    private static final int MOST_BITS = 4096;
    private static final int DEFAULT_BITS = 2048;
    private static final String NO_PRIVATE_KEY = "The key does not exist.";

    private final String className;
    private @Nullable RSAPublicKey publicKey;
    private @Nullable PrivateKey privateKey;
    private int bits = DEFAULT_BITS;

    /** One whose pair is made when it is first used. */
    RsaKey(String className) {
        this.className = className;
    }

    static RsaKey of(RSAPublicKey publicKey, @Nullable PrivateKey privateKey) {
        RsaKey key = new RsaKey("RSACng");
        key.become(publicKey, privateKey);
        return key;
    }

    String className() {
        return className;
    }

    void become(RSAPublicKey other, @Nullable PrivateKey otherPrivate) {
        publicKey = other;
        privateKey = otherPrivate;
        bits = other.getModulus().bitLength();
    }

    int bits() {
        return bits;
    }

    void bits(int size) {
        if (size < LEAST_BITS || size > MOST_BITS || size % 64 != 0) {
            throw Crypto.failure("Specified key is not a valid size for this algorithm.");
        }
        if (size != bits) {
            bits = size;
            publicKey = null;
            privateKey = null;
        }
    }

    RSAPublicKey publicKey() {
        RSAPublicKey known = publicKey;
        if (known == null) {
            KeyPair pair = Crypto.ask(
                    () -> {
                        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                        generator.initialize(bits);
                        return generator.generateKeyPair();
                    },
                    "Specified key is not a valid size for this algorithm.");
            known = (RSAPublicKey) pair.getPublic();
            publicKey = known;
            privateKey = pair.getPrivate();
        }
        return known;
    }

    private PrivateKey privateKey() {
        publicKey();
        PrivateKey known = privateKey;
        if (known == null) {
            throw Crypto.failure(NO_PRIVATE_KEY);
        }
        return known;
    }

    byte[] sign(byte[] data, HashKind hash, SignaturePadding padding) {
        PrivateKey key = privateKey();
        return Crypto.ask(
                () -> {
                    Signature signature = signature(hash, padding);
                    signature.initSign(key);
                    signature.update(data);
                    return signature.sign();
                },
                "The signature could not be made.");
    }

    boolean verify(byte[] data, byte[] signed, HashKind hash, SignaturePadding padding) {
        RSAPublicKey key = publicKey();
        try {
            Signature signature = signature(hash, padding);
            signature.initVerify(key);
            signature.update(data);
            return signature.verify(signed);
        } catch (java.security.GeneralSecurityException e) {
            return false; // a signature of the wrong form is a wrong signature
        }
    }

    private static Signature signature(HashKind hash, SignaturePadding padding)
            throws java.security.GeneralSecurityException {
        if (padding == SignaturePadding.PKCS1) {
            return Signature.getInstance(hash + "withRSA");
        }
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(
                new PSSParameterSpec(hash.digest(), "MGF1", new MGF1ParameterSpec(hash.digest()), hash.size(), 1));
        return signature;
    }

    byte[] signHash(byte[] hash, HashKind kind, SignaturePadding padding) {
        byte[] message = digestInfo(hash, kind, padding);
        PrivateKey key = privateKey();
        return Crypto.ask(
                () -> {
                    Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
                    cipher.init(Cipher.ENCRYPT_MODE, key);
                    return cipher.doFinal(message);
                },
                "The signature could not be made.");
    }

    boolean verifyHash(byte[] hash, byte[] signed, HashKind kind, SignaturePadding padding) {
        byte[] message = digestInfo(hash, kind, padding);
        RSAPublicKey key = publicKey();
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, key);
            return MessageDigest.isEqual(message, cipher.doFinal(signed));
        } catch (java.security.GeneralSecurityException e) {
            return false; // as above
        }
    }

    private static byte[] digestInfo(byte[] hash, HashKind kind, SignaturePadding padding) {
        if (padding == SignaturePadding.PSS) {
            throw Crypto.unsupported(
                    "A hash made before cannot be signed with RSASignaturePadding.Pss; use SignData and VerifyData.");
        }
        if (hash.length != kind.size()) {
            throw Crypto.failure("The provided hash value is not the expected size for the specified hash algorithm.");
        }
        byte[] prefix = kind.signaturePrefix();
        byte[] message = Arrays.copyOf(prefix, prefix.length + hash.length);
        System.arraycopy(hash, 0, message, prefix.length, hash.length);
        return message;
    }

    byte[] encrypt(byte[] data, EncryptionPadding padding) {
        RSAPublicKey key = publicKey();
        return Crypto.ask(
                () -> cipher(Cipher.ENCRYPT_MODE, key, padding).doFinal(data), "The data is too long for the key.");
    }

    byte[] decrypt(byte[] data, EncryptionPadding padding) {
        PrivateKey key = privateKey();
        return Crypto.ask(() -> cipher(Cipher.DECRYPT_MODE, key, padding).doFinal(data), "The parameter is incorrect.");
    }

    private static Cipher cipher(int direction, java.security.Key key, EncryptionPadding padding)
            throws java.security.GeneralSecurityException {
        if (padding.hash() == null) {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(direction, key);
            return cipher;
        }
        String digest = padding.hash().kind().digest();
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                direction,
                key,
                new OAEPParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), PSource.PSpecified.DEFAULT));
        return cipher;
    }

    boolean isPublicOnly() {
        publicKey();
        return !(privateKey instanceof RSAPrivateKey);
    }

    @Override
    public String toString() {
        return Crypto.NAMESPACE + className;
    }
}
