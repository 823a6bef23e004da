package dev.apim.core.subscription;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Digests of keys, made with a random pepper that lives and dies with the process: an attacker cannot predict where a key lies in a
 * table, so the time of a look-up tells nothing about the keys in it. Thread-safe.
 */
final class KeyDigest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(KeyDigest::sha256);

    private final byte[] pepper = new byte[32];

    KeyDigest() {
        RANDOM.nextBytes(pepper);
    }

    byte[] of(String key) {
        MessageDigest digest = SHA_256.get();
        digest.update(pepper);
        return digest.digest(key.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
