package dev.apim.core.expression.csharp.crypto;

import dev.apim.core.expression.csharp.value.DotNetException;
import org.jspecify.annotations.Nullable;

/** The small values of the family. */
final class Names {
    private Names() {}

    /** .NET's {@code HashAlgorithmName}. */
    record HashName(@Nullable String name) {
        static final HashName NONE = new HashName(null);

        static HashName of(HashKind kind) {
            return new HashName(kind.name());
        }

        HashKind kind() {
            if (name == null || name.isEmpty()) {
                throw DotNetException.argument("The hash algorithm name cannot be null or empty.", "hashAlgorithm");
            }
            HashKind kind = HashKind.named(name);
            if (kind == null) {
                throw Crypto.failure("'" + name + "' is not a known hash algorithm.");
            }
            return kind;
        }

        @Override
        public String toString() {
            return name == null ? "" : name;
        }
    }

    /** .NET's {@code RSASignaturePadding}. */
    enum SignaturePadding {
        /** PKCS #1 v1.5. */
        PKCS1("Pkcs1"),
        /** PSS with a salt as long as the hash. */
        PSS("Pss");

        private final String shown;

        SignaturePadding(String shown) {
            this.shown = shown;
        }

        @Override
        public String toString() {
            return shown;
        }
    }

    /**
     * .NET's {@code RSAEncryptionPadding}.
     *
     * @param hash of OAEP; absent of PKCS #1 v1.5
     */
    record EncryptionPadding(@Nullable HashName hash) {
        static final EncryptionPadding PKCS1 = new EncryptionPadding(null);

        static EncryptionPadding oaep(HashKind kind) {
            return new EncryptionPadding(HashName.of(kind));
        }

        @Override
        public String toString() {
            return hash == null ? "Pkcs1" : "Oaep" + hash;
        }
    }

    /** .NET's {@code Oid}. */
    record Identifier(@Nullable String value, @Nullable String friendlyName) {
        @Override
        public String toString() {
            return Crypto.NAMESPACE + "Oid";
        }
    }
}
