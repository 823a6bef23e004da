package dev.apim.http;

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
 */
public record HttpRequest(
        String method,
        String scheme,
        String host,
        String target,
        String version,
        String peer,
        Headers headers,
        Body body) {
    /** Method, scheme, host and path; the query and the fields may hold secrets. */
    @Override
    public String toString() {
        int question = target.indexOf('?');
        return "HttpRequest[" + method + " " + scheme + "://" + host
                + (question < 0 ? target : target.substring(0, question)) + "]";
    }
}
