package dev.apim.core.subscription;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Digests of keys, made with a random pepper that lives and dies with the process: an attacker cannot predict where a key lies in a
 * table, so the time of a look-up tells nothing about the keys in it. Thread-safe.
 */
final class KeyDigest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 32;
    private static final int LONGEST_ASCII = 256;
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(KeyDigest::sha256);
    /** For the digest and the key. Nothing of ours, which would hold the classes of an application for as long as a thread lives. */
    private static final ThreadLocal<byte[][]> SCRATCH =
            ThreadLocal.withInitial(() -> new byte[][] {new byte[LENGTH], new byte[LONGEST_ASCII]});

    private final byte[] pepper = new byte[32];

    KeyDigest() {
        RANDOM.nextBytes(pepper);
    }

    byte[] of(String key) {
        return ofPresented(key).clone();
    }

    /** The same in an array that the calling thread's next digest overwrites. */
    byte[] ofPresented(String key) {
        MessageDigest digest = SHA_256.get();
        byte[][] scratch = SCRATCH.get();
        digest.update(pepper);
        int ascii = ascii(key, scratch[1]);
        if (ascii >= 0) {
            digest.update(scratch[1], 0, ascii);
        } else {
            digest.update(key.getBytes(StandardCharsets.UTF_8));
        }
        try {
            digest.digest(scratch[0], 0, LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-256 digest has 32 bytes", e);
        }
        return scratch[0];
    }

    /** The key's bytes, which nearly always are its characters, and how many; -1 where it is not so. */
    private static int ascii(String key, byte[] to) {
        int length = key.length();
        if (length > to.length) {
            return -1;
        }
        for (int i = 0; i < length; i++) {
            char c = key.charAt(i);
            if (c >= 128) {
                return -1;
            }
            to[i] = (byte) c;
        }
        return length;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
