package dev.apim.backend;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How to connect to a backend. Requests with equal options share connections.
 *
 * @param validateChain whether the server's certificate must chain to a trusted root
 * @param validateName whether it must be issued for the host
 * @param clientCertificate what to present when the server asks
 * @param addresses the rule that resolved addresses must obey
 * @param proxy the HTTP proxy between, if there is one
 */
public record ConnectionOptions(
        boolean validateChain,
        boolean validateName,
        @Nullable ClientCertificate clientCertificate,
        AddressRule addresses,
        @Nullable Proxy proxy) {
    /** Without a proxy. */
    public ConnectionOptions(
            boolean validateChain,
            boolean validateName,
            @Nullable ClientCertificate clientCertificate,
            AddressRule addresses) {
        this(validateChain, validateName, clientCertificate, addresses, null);
    }

    /** The same by way of a proxy. */
    public ConnectionOptions through(@Nullable Proxy other) {
        return Objects.equals(proxy, other)
                ? this
                : new ConnectionOptions(validateChain, validateName, clientCertificate, addresses, other);
    }

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
     * An HTTP proxy (RFC 9110 §3.7): it is asked for {@code http} URLs in absolute form, for {@code https} ones to make a tunnel
     * (§9.3.6). Where computed addresses must be public, a name that resolves here is held to that; one that only the proxy can
     * resolve is left to it.
     *
     * @param host name or address
     * @param port from 1 on
     * @param username for Basic credentials; {@code null} for none
     * @param password secret
     */
    public record Proxy(
            String host,
            int port,
            @Nullable String username,
            @Nullable String password) {
        /** Without the credentials. */
        @Override
        public String toString() {
            return "Proxy[" + host + ":" + port + "]";
        }
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
