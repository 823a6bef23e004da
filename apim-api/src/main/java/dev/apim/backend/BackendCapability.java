package dev.apim.backend;

/** What a {@link BackendClient} may be able to do. */
public enum BackendCapability {
    /** Send a {@code Host} other than the connection's. */
    HOST_OVERRIDE,
    /** Hand over response trailers. */
    TRAILERS,
    /** Speak HTTP/2. */
    HTTP_2,
    /** Present a client certificate per backend. */
    CLIENT_CERTIFICATE,
    /** Switch the checks of chain and host name per backend. */
    TLS_CHECKS,
    /** Connect to a given address instead of resolving the name. */
    ADDRESS_PINNING,
    /** Wait for {@code 100 Continue} before it sends a body. */
    EXPECT_CONTINUE,
    /** Go by way of an HTTP proxy with credentials, also to {@code https} backends. */
    PROXY
}
