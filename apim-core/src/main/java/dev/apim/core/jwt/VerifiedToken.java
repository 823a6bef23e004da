package dev.apim.core.jwt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A token that was taken apart and found to be whole. Nothing changes the trees. Shows nothing of itself.
 *
 * @param header of the signed token
 * @param claims of it
 * @param key that signed it; {@code null} where it is not signed and need not be
 * @param opener that decrypted it, if it was encrypted
 */
public record VerifiedToken(
        ObjectNode header,
        ObjectNode claims,
        @Nullable VerificationKey key,
        @Nullable DecryptionKey opener) {
    @Override
    public String toString() {
        return "VerifiedToken";
    }
}
