package dev.apim.core.expression.csharp.crypto;

import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** .NET's {@code ICryptoTransform}: encrypts or decrypts in parts, and pads as .NET does. Mutable; of one thread. */
final class Transform {
    private static final int ZEROS = 3;
    private static final int ANSI = 4;
    private static final int ISO = 5;
    private static final String INCOMPLETE = "The input data is not a complete block.";
    private static final String BAD_PADDING = "Padding is invalid and cannot be removed.";

    private final Cipher cipher;
    private final int block;
    private final int padding;
    private final boolean encrypts;
    private byte[] held = new byte[0];

    Transform(CipherKind kind, String mode, int padding, boolean encrypts, byte[] key, byte @Nullable [] vector) {
        this.block = mode.equals("CFB8") ? 1 : kind.block();
        this.padding = padding;
        this.encrypts = encrypts;
        this.cipher = Crypto.ask(
                () -> {
                    Cipher made = Cipher.getInstance(kind.jdkName() + "/" + mode + "/NoPadding");
                    SecretKeySpec spec = new SecretKeySpec(full(kind, key), kind.jdkName());
                    int direction = encrypts ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE;
                    if (vector == null) {
                        made.init(direction, spec);
                    } else {
                        made.init(direction, spec, new IvParameterSpec(vector));
                    }
                    return made;
                },
                "Specified key is not a valid size for this algorithm.");
    }

    /** A key of two parts for three passes uses the first again. */
    private static byte[] full(CipherKind kind, byte[] key) {
        if (kind != CipherKind.TRIPLE_DES || key.length != 16) {
            return key;
        }
        byte[] full = Arrays.copyOf(key, 24);
        System.arraycopy(key, 0, full, 16, 8);
        return full;
    }

    int block() {
        return block;
    }

    /** Some whole blocks; one that may turn out to be padding is held back. */
    byte[] some(byte[] bytes) {
        byte[] all = joined(bytes);
        boolean holdsBack = !encrypts && padding != Symmetric.NO_PADDING && padding != ZEROS;
        int ready = all.length - all.length % block;
        if (holdsBack && ready == all.length && ready > 0) {
            ready -= block;
        }
        held = Arrays.copyOfRange(all, ready, all.length);
        byte[] out = cipher.update(all, 0, ready);
        return out == null ? new byte[0] : out;
    }

    /** The rest. */
    byte[] last(byte[] bytes) {
        byte[] all = joined(bytes);
        held = new byte[0];
        if (encrypts) {
            byte[] padded = padded(all);
            return Crypto.ask(() -> cipher.doFinal(padded), INCOMPLETE);
        }
        if (all.length % block != 0) {
            throw Crypto.failure(INCOMPLETE);
        }
        return unpadded(Crypto.ask(() -> cipher.doFinal(all), INCOMPLETE));
    }

    private byte[] joined(byte[] bytes) {
        byte[] all = Arrays.copyOf(held, held.length + bytes.length);
        System.arraycopy(bytes, 0, all, held.length, bytes.length);
        return all;
    }

    private byte[] padded(byte[] bytes) {
        int rest = bytes.length % block;
        if (padding == Symmetric.NO_PADDING) {
            if (rest != 0) {
                throw Crypto.failure(INCOMPLETE);
            }
            return bytes;
        }
        if (padding == ZEROS) {
            return rest == 0 ? bytes : Arrays.copyOf(bytes, bytes.length + block - rest);
        }
        int count = block - rest;
        byte[] padded = Arrays.copyOf(bytes, bytes.length + count);
        if (padding == Symmetric.PKCS7) {
            Arrays.fill(padded, bytes.length, padded.length, (byte) count);
        } else if (padding == ISO) {
            byte[] noise = Crypto.random(count);
            System.arraycopy(noise, 0, padded, bytes.length, count);
        }
        padded[padded.length - 1] = (byte) count;
        return padded;
    }

    private byte[] unpadded(byte[] bytes) {
        if (padding == Symmetric.NO_PADDING || padding == ZEROS || bytes.length == 0) {
            return bytes;
        }
        int count = bytes[bytes.length - 1] & 0xFF;
        boolean valid = count >= 1 && count <= block;
        for (int i = bytes.length - count; valid && padding != ISO && i < bytes.length - 1; i++) {
            valid = bytes[i] == (padding == ANSI ? 0 : count);
        }
        if (!valid) {
            throw Crypto.failure(BAD_PADDING);
        }
        return Arrays.copyOf(bytes, bytes.length - count);
    }

    @Override
    public String toString() {
        return "System.Security.Cryptography.UniversalCryptoTransform";
    }
}
