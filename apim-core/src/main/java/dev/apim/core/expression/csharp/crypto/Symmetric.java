package dev.apim.core.expression.csharp.crypto;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** .NET's {@code SymmetricAlgorithm}: a cipher with its key and settings. Mutable as .NET's; of one thread. */
final class Symmetric {
    static final int CBC = 1;
    static final int ECB = 2;
    static final int CFB = 4;
    static final int NO_PADDING = 1;
    static final int PKCS7 = 2;
    private static final int BITS = 8;
    private static final String WRONG_KEY = "Specified key is not a valid size for this algorithm.";
    private static final String WRONG_IV =
            "Specified initialization vector (IV) does not match the block size for this algorithm.";

    private final CipherKind kind;
    private final String className;
    private byte @Nullable [] key;
    private byte @Nullable [] iv;
    private int keyBits;
    private int feedbackBits = BITS;
    private int mode = CBC;
    private int padding = PKCS7;

    Symmetric(CipherKind kind, String className) {
        this.kind = kind;
        this.className = className;
        this.keyBits = kind.defaultKeyBits();
    }

    CipherKind kind() {
        return kind;
    }

    String className() {
        return className;
    }

    byte[] key() {
        byte[] known = key;
        if (known == null) {
            known = Crypto.random(keyBits / BITS);
            key = known;
        }
        return known.clone();
    }

    void key(byte @Nullable [] other) {
        byte[] given = Crypto.given(other, "value");
        if (!kind.takesKeyOf(given.length * BITS)) {
            throw Crypto.failure(WRONG_KEY);
        }
        key = given.clone();
        keyBits = given.length * BITS;
    }

    byte[] iv() {
        byte[] known = iv;
        if (known == null) {
            known = Crypto.random(kind.block());
            iv = known;
        }
        return known.clone();
    }

    void iv(byte @Nullable [] other) {
        byte[] given = Crypto.given(other, "value");
        if (given.length != kind.block()) {
            throw Crypto.failure(WRONG_IV);
        }
        iv = given.clone();
    }

    void generateKey() {
        key = Crypto.random(keyBits / BITS);
    }

    void generateIv() {
        iv = Crypto.random(kind.block());
    }

    int keyBits() {
        return keyBits;
    }

    void keyBits(int bits) {
        if (!kind.takesKeyOf(bits)) {
            throw Crypto.failure(WRONG_KEY);
        }
        keyBits = bits;
        key = null;
    }

    int blockBits() {
        return kind.block() * BITS;
    }

    void blockBits(int bits) {
        if (bits != blockBits()) {
            throw Crypto.failure("Specified block size is not valid for this algorithm.");
        }
        iv = null;
    }

    int feedbackBits() {
        return feedbackBits;
    }

    void feedbackBits(int bits) {
        if (bits != BITS && bits != blockBits()) {
            throw Crypto.failure("Specified feedback size is not valid for this algorithm.");
        }
        feedbackBits = bits;
    }

    int mode() {
        return mode;
    }

    void mode(long other) {
        if (other != CBC && other != ECB && other != CFB) {
            throw Crypto.failure("Specified cipher mode is not valid for this algorithm.");
        }
        mode = (int) other;
    }

    int padding() {
        return padding;
    }

    void padding(long other) {
        if (other < 1 || other > 5) {
            throw Crypto.failure("Specified padding mode is not valid for this algorithm.");
        }
        padding = (int) other;
    }

    /** A transformation with the key and settings of now. */
    Transform transform(boolean encrypts) {
        return transform(encrypts, key(), mode == ECB ? null : iv());
    }

    /** One with another key and initialization vector. */
    Transform transform(boolean encrypts, byte @Nullable [] otherKey, byte @Nullable [] otherIv) {
        byte[] given = Crypto.given(otherKey, "rgbKey");
        if (!kind.takesKeyOf(given.length * BITS)) {
            throw DotNetException.argument(WRONG_KEY, "rgbKey");
        }
        if (mode != ECB && otherIv != null && otherIv.length != kind.block()) {
            throw DotNetException.argument(WRONG_IV, "rgbIV");
        }
        byte[] vector = otherIv != null ? otherIv : new byte[kind.block()];
        return new Transform(kind, modeName(mode, feedbackBits), padding, encrypts, given, mode == ECB ? null : vector);
    }

    /** All of some bytes at once, in another mode. */
    byte[] once(boolean encrypts, byte[] bytes, int otherMode, byte @Nullable [] otherIv, long otherPadding) {
        if (otherIv != null && otherIv.length != kind.block()) {
            throw DotNetException.argument(WRONG_IV, "iv");
        }
        return new Transform(kind, modeName(otherMode, BITS), (int) otherPadding, encrypts, key(), otherIv).last(bytes);
    }

    private static String modeName(int mode, int feedbackBits) {
        return switch (mode) {
            case ECB -> "ECB";
            case CFB -> "CFB" + feedbackBits;
            default -> "CBC";
        };
    }

    void clear() {
        if (key != null) {
            Arrays.fill(key, (byte) 0);
        }
        key = null;
        iv = null;
    }

    @Override
    public String toString() {
        return Crypto.NAMESPACE + className;
    }
}
