package dev.apim.core.expression.csharp.crypto;

import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * Decides whether a certificate is trusted: what {@code Verify()} and {@code VerifyNoRevocation()} of an expression ask.
 *
 * <pre>{@code
 * new CryptoLibrary((certificate, at) -> pinned.contains(certificate));
 * }</pre>
 */
@FunctionalInterface
public interface ChainCheck {
    /**
     * Whether a certificate leads to somebody trusted, and is valid at a time. Thread-safe; it may take long but asks no network.
     *
     * @param at the time of the check
     */
    boolean isTrusted(X509Certificate certificate, Instant at);

    /** Against the certificates that the JDK trusts; whether one was revoked is not asked. */
    static ChainCheck jdk() {
        return TrustedRoots::isTrusted;
    }
}
