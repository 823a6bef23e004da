package dev.apim.backend;

import org.jspecify.annotations.Nullable;

/**
 * How to connect to a backend. Requests with equal options share connections.
 *
 * @param validateChain whether the server's certificate must chain to a trusted root
 * @param validateName whether it must be issued for the host
 * @param clientCertificate what to present when the server asks
 * @param addresses the rule that resolved addresses must obey
 */
public record ConnectionOptions(
        boolean validateChain,
        boolean validateName,
        @Nullable ClientCertificate clientCertificate,
        AddressRule addresses) {
    /** Everything checked, nothing presented, any address. */
    public static final ConnectionOptions DEFAULT = new ConnectionOptions(true, true, null, AddressRule.ANY);

    /** Which addresses may be connected to. The check is made on the resolved address, and the connection goes to that address. */
    public enum AddressRule {
        /** The operator named the host. */
        ANY,
        /** The host came from a request or a redirect: public unicast addresses only. */
        PUBLIC
    }

    /**
     * A private key and its certificate chain. Compared by {@code id}.
     *
     * @param id unique for the content, such as the thumbprint
     * @param pkcs12 the key store
     * @param password of the key store
     */
    public record ClientCertificate(String id, byte[] pkcs12, String password) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ClientCertificate that && that.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }

        @Override
        public String toString() {
            return "ClientCertificate[" + id + "]";
        }
    }
}
