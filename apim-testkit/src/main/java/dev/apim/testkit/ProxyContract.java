package dev.apim.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.http.Url;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a backend client does with a proxy between. A test of an implementation extends it. */
public abstract class ProxyContract {
    private @Nullable BackendClient client;

    /** For the implementations' test classes. */
    protected ProxyContract() {}

    /** The client under test; closed after each test. */
    protected abstract BackendClient create();

    /** Makes the client. */
    @BeforeEach
    protected final void open() {
        client = create();
    }

    /** Closes it. */
    @AfterEach
    protected final void close() {
        if (client != null) {
            client.close();
        }
    }

    /** Sends a GET and waits for the head of the answer. */
    protected final HttpResponse get(String url, ConnectionOptions options) throws Exception {
        return Objects.requireNonNull(client)
                .send(new BackendRequest(
                        "GET",
                        Url.parse(url),
                        new Headers(),
                        Body.empty(),
                        Duration.ofSeconds(20),
                        Duration.ZERO,
                        options))
                .response()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    @Test
    void aProxyIsAskedForTheWholeUrlWithItsCredentials() throws Exception {
        try (WireProxy proxy = new WireProxy(201)) {
            HttpResponse response = get("http://backend.invalid:81/a?b=c", through(proxy, "me", "se:cret"));
            assertEquals(201, response.status());
            String head = proxy.heads().get(0);
            assertTrue(head.startsWith("GET http://backend.invalid:81/a?b=c HTTP/1.1\r\n"), head);
            assertTrue(head.toLowerCase(Locale.ROOT).contains("\r\nhost: backend.invalid:81\r\n"), head);
            assertTrue(head.contains("Proxy-Authorization: Basic bWU6c2U6Y3JldA=="), head);
        }
    }

    @Test
    void withoutCredentialsNoneAreSent() throws Exception {
        try (WireProxy proxy = new WireProxy(200)) {
            get("http://backend.invalid/", through(proxy, null, null));
            assertFalse(proxy.heads().get(0).contains("Proxy-Authorization"));
        }
    }

    @Test
    void aSecureBackendIsReachedThroughATunnel() throws Exception {
        try (WireProxy proxy = new WireProxy(200)) {
            assertFalse(answers("https://127.0.0.1:1/", through(proxy, null, null)));
            String head = proxy.heads().get(0);
            assertTrue(head.startsWith("CONNECT 127.0.0.1:1 HTTP/1."), head);
        }
    }

    private boolean answers(String url, ConnectionOptions options) throws Exception {
        try {
            get(url, options);
            return true;
        } catch (ExecutionException failed) {
            return false;
        }
    }

    /** By way of a proxy. */
    protected static ConnectionOptions through(WireProxy proxy, @Nullable String username, @Nullable String password) {
        return ConnectionOptions.DEFAULT.through(
                new ConnectionOptions.Proxy("127.0.0.1", proxy.port(), username, password));
    }
}
