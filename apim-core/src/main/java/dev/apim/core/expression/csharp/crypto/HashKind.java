package dev.apim.core.expression.csharp.crypto;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The hash functions on offer. */
enum HashKind {
    MD5("MD5", 16, 64, "3020300c06082a864886f70d020505000410"),
    SHA1("SHA-1", 20, 64, "3021300906052b0e03021a05000414"),
    SHA256("SHA-256", 32, 64, "3031300d060960864801650304020105000420"),
    SHA384("SHA-384", 48, 128, "3041300d060960864801650304020205000430"),
    SHA512("SHA-512", 64, 128, "3051300d060960864801650304020305000440");

    private final String digest;
    private final int size;
    private final int block;
    private final String prefix;

    HashKind(String digest, int size, int block, String prefix) {
        this.digest = digest;
        this.size = size;
        this.block = block;
        this.prefix = prefix;
    }

    /** The JDK's name of it. */
    String digest() {
        return digest;
    }

    /** The JDK's name of the message authentication code with it. */
    String mac() {
        return "Hmac" + name();
    }

    /** Bytes of a hash. */
    int size() {
        return size;
    }

    /** Bytes it works on at once, which are as many as a random key has. */
    int block() {
        return block;
    }

    /** What stands before the hash in a signature by PKCS #1 (RFC 8017 §9.2). */
    byte[] signaturePrefix() {
        return java.util.HexFormat.of().parseHex(prefix);
    }

    /** The one that .NET knows by a name such as {@code SHA256}, {@code SHA-256} or a class name; absent of another. */
    static @Nullable HashKind named(String name) {
        String plain = name.toUpperCase(Locale.ROOT)
                .replace("SYSTEM.SECURITY.CRYPTOGRAPHY.", "")
                .replace("-", "");
        if (plain.equals("SHA")) {
            return SHA1;
        }
        for (HashKind kind : values()) {
            if (kind.name().equals(plain)) {
                return kind;
            }
        }
        return null;
    }
}
