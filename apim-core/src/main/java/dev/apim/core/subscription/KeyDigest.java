package dev.apim.core.subscription;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Digests of keys, made with a random pepper that lives and dies with the process: an attacker cannot predict where a key lies in a
 * table, so the time of a look-up tells nothing about the keys in it. Thread-safe.
 */
final class KeyDigest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int LENGTH = 32;
    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private final byte[] pepper = new byte[32];

    KeyDigest() {
        RANDOM.nextBytes(pepper);
    }

    byte[] of(String key) {
        return presented(key).bytes.clone();
    }

    /** The same, until the calling thread's next digest overwrites it. */
    Scratch presented(String key) {
        Scratch scratch = SCRATCH.get();
        scratch.digest.update(pepper);
        scratch.update(key);
        try {
            scratch.digest.digest(scratch.bytes, 0, LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-256 digest has 32 bytes", e);
        }
        scratch.part.value = (long) LONGS.get(scratch.bytes, 0);
        return scratch;
    }

    static Part part(byte[] digest) {
        Part part = new Part();
        part.value = (long) LONGS.get(digest, 0);
        return part;
    }

    /** The first eight bytes of a digest, by which a table finds it. */
    static final class Part {
        private long value;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Part part && part.value == value;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(value);
        }
    }

    /** What a thread digests with, over and over. */
    static final class Scratch {
        private final MessageDigest digest = sha256();
        final Part part = new Part();
        final byte[] bytes = new byte[LENGTH];
        private final byte[] ascii = new byte[256];

        /** Keys are ASCII, nearly all of them. */
        void update(String key) {
            int length = key.length();
            if (length > ascii.length) {
                digest.update(key.getBytes(StandardCharsets.UTF_8));
                return;
            }
            for (int i = 0; i < length; i++) {
                char c = key.charAt(i);
                if (c >= 128) {
                    digest.update(key.getBytes(StandardCharsets.UTF_8));
                    return;
                }
                ascii[i] = (byte) c;
            }
            digest.update(ascii, 0, length);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
