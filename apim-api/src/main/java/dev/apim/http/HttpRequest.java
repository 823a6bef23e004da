package dev.apim.http;

import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * A request as an adapter received it. The fields and the body belong to the service it is handed to.
 *
 * <p>{@code host} and {@code target} have passed the adapter's syntax checks (RFC 9112 §3.2): one valid host, no control characters,
 * no fragment. Hop-by-hop fields may still be present.
 *
 * @param method as sent; methods are case-sensitive
 * @param scheme {@code http} or {@code https}, lower case
 * @param host host and, where the client gave one, port, as in the {@code Host} field
 * @param target path and query in origin form, still encoded, such as {@code /orders/1?expand=items}; {@code *} for OPTIONS
 * @param version {@code HTTP/1.0}, {@code HTTP/1.1} or {@code HTTP/2}
 * @param peer numeric address of the other end of the connection, without port
 * @param headers all fields, {@code Host} among them
 * @param body {@link Body#empty()} where there is none
 * @param clientCertificate what the client identified itself with in the TLS handshake, whether anybody trusts it or not; {@code null}
 *     where it sent none or the adapter cannot tell (Azure: {@code context.Request.Certificate})
 */
public record HttpRequest(
        String method,
        String scheme,
        String host,
        String target,
        String version,
        String peer,
        Headers headers,
        Body body,
        @Nullable X509Certificate clientCertificate) {
    /** A request without a client certificate. */
    public HttpRequest(
            String method,
            String scheme,
            String host,
            String target,
            String version,
            String peer,
            Headers headers,
            Body body) {
        this(method, scheme, host, target, version, peer, headers, body, null);
    }

    /** Method, scheme, host and path; the query and the fields may hold secrets. */
    @Override
    public String toString() {
        int question = target.indexOf('?');
        return "HttpRequest[" + method + " " + scheme + "://" + host
                + (question < 0 ? target : target.substring(0, question)) + "]";
    }
}
