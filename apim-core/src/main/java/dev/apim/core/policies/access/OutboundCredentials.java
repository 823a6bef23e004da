package dev.apim.core.policies.access;

import dev.apim.backend.ConnectionOptions;
import dev.apim.backend.ConnectionOptions.ClientCertificate;
import dev.apim.http.Headers;
import org.jspecify.annotations.Nullable;

/** What names the gateway to whom a request goes: fields of the request, and a certificate for the connection. Of one request. */
public final class OutboundCredentials {
    private final Headers headers;
    private @Nullable ClientCertificate certificate;

    /** For a request with these fields, which are changed. */
    public OutboundCredentials(Headers headers) {
        this.headers = headers;
    }

    void authorization(String value) {
        headers.set("Authorization", value);
    }

    void certificate(ClientCertificate presented) {
        certificate = presented;
    }

    /** The same connection with the certificate, if there is one. */
    public ConnectionOptions over(ConnectionOptions options) {
        return certificate == null
                ? options
                : new ConnectionOptions(
                        options.validateChain(),
                        options.validateName(),
                        certificate,
                        options.addresses(),
                        options.proxy());
    }

    @Nullable
    ClientCertificate certificate() {
        return certificate;
    }
}
