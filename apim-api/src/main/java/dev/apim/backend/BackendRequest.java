package dev.apim.backend;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.Url;
import java.time.Duration;

/**
 * What to send to a backend.
 *
 * @param method as to be sent
 * @param url where to; scheme, host and port choose the connection, path and query are the target, sent byte for byte
 * @param headers all end-to-end fields; a {@code Host} here overrides the URL's
 * @param body taken once, under the backend's back-pressure
 * @param timeout longest wait for the response head, from the call of {@code send}
 * @param continueTimeout longest wait for {@code 100 Continue} where the fields expect it, before the body is sent all the same; zero:
 *     {@code timeout}
 * @param options TLS and address rules
 */
public record BackendRequest(
        String method,
        Url url,
        Headers headers,
        Body body,
        Duration timeout,
        Duration continueTimeout,
        ConnectionOptions options) {
    /** Method, host and path; the query and the fields may hold secrets. */
    @Override
    public String toString() {
        return "BackendRequest[" + method + " " + url.scheme() + "://" + url.authority() + url.path() + "]";
    }
}
