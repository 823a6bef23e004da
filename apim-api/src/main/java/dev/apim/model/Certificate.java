package dev.apim.model;

import java.time.Instant;

/**
 * A certificate with its private key (Azure: {@code certificate}). {@code toString} leaves the key out.
 *
 * @param id resource name
 * @param pkcs12 key store
 * @param password of the key store
 * @param subject distinguished name
 * @param thumbprint SHA-1 of the DER form, upper-case hexadecimal
 * @param expirationDate end of validity
 */
public record Certificate(
        String id, byte[] pkcs12, String password, String subject, String thumbprint, Instant expirationDate) {
    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Certificate that && that.id.equals(id) && that.thumbprint.equals(thumbprint);
    }

    @Override
    public int hashCode() {
        return thumbprint.hashCode();
    }

    @Override
    public String toString() {
        return "Certificate[" + id + ", " + thumbprint + "]";
    }
}
