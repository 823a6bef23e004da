package dev.apim.core.expression.csharp.crypto;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ciphers on offer. */
enum CipherKind {
    AES("AES", 16, 256, 128, 192, 256),
    TRIPLE_DES("DESede", 8, 192, 128, 192);

    private final String jdkName;
    private final int block;
    private final int keyBits;
    private final List<Integer> legal;

    CipherKind(String jdkName, int block, int keyBits, Integer... legal) {
        this.jdkName = jdkName;
        this.block = block;
        this.keyBits = keyBits;
        this.legal = List.of(legal);
    }

    String jdkName() {
        return jdkName;
    }

    /** Bytes of a block. */
    int block() {
        return block;
    }

    int defaultKeyBits() {
        return keyBits;
    }

    boolean takesKeyOf(int bits) {
        return legal.contains(bits);
    }

    /** The cipher of a name of .NET's; absent of another. */
    static @Nullable CipherKind named(String name) {
        String plain = name.toUpperCase(Locale.ROOT).replace("SYSTEM.SECURITY.CRYPTOGRAPHY.", "");
        return switch (plain) {
            case "AES", "AESMANAGED", "AESCRYPTOSERVICEPROVIDER", "AESCNG", "RIJNDAEL", "RIJNDAELMANAGED" -> AES;
            case "TRIPLEDES", "3DES", "TRIPLE DES", "TRIPLEDESCRYPTOSERVICEPROVIDER", "TRIPLEDESCNG" -> TRIPLE_DES;
            default -> null;
        };
    }
}
