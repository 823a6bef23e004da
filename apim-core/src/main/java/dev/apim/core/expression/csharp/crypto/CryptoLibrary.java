package dev.apim.core.expression.csharp.crypto;

import dev.apim.core.expression.csharp.type.Library;
import dev.apim.core.expression.csharp.type.TypeTable;

/** Hashes, ciphers, RSA, randomness and certificates: of {@code System.Security.Cryptography} and below. */
public final class CryptoLibrary implements Library {
    private final ChainCheck check;

    /** With the certificates that the JDK trusts. */
    public CryptoLibrary() {
        this(ChainCheck.jdk());
    }

    /** With another idea of which certificates are trusted. */
    public CryptoLibrary(ChainCheck check) {
        this.check = check;
    }

    @Override
    public void register(TypeTable.Registry types) {
        HashTypes.register(types);
        NameTypes.register(types);
        SymmetricTypes.register(types);
        RsaTypes.register(types);
        new CertificateTypes(check).register(types);
    }
}
