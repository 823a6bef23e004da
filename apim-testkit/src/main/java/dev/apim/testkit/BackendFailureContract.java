package dev.apim.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendException;
import dev.apim.backend.BackendException.Kind;
import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.http.Url;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every client does when something goes wrong; a part of {@link BackendClientContract}. */
abstract class BackendFailureContract {
    static final Duration LONG = Duration.ofSeconds(20);
    static final String OK = "200 OK\r\n";

    BackendClient client = new StubBackend();

    /** A client of its own for one test, which closes it. */
    protected abstract BackendClient create();

    @BeforeEach
    void start() {
        client = create();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    static BackendRequest request(String method, String url, Headers headers, Body body) {
        return new BackendRequest(
                method, Url.parse(url), headers, body, LONG, Duration.ZERO, ConnectionOptions.DEFAULT);
    }

    HttpResponse answer(BackendRequest request) throws Exception {
        return client.send(request).response().toCompletableFuture().get(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    HttpResponse get(String url) throws Exception {
        return answer(request("GET", url, new Headers(), Body.empty()));
    }

    static byte[] bytes(HttpResponse response) throws Exception {
        CompletableFuture<Void> end = new CompletableFuture<>();
        CollectedBody body = CollectedBody.of(response.body(), () -> end.complete(null));
        end.get(LONG.toSeconds(), TimeUnit.SECONDS);
        if (body.failure() != null) {
            throw new ExecutionException(body.failure());
        }
        return body.bytes();
    }

    static String text(HttpResponse response) throws Exception {
        return new String(bytes(response), StandardCharsets.ISO_8859_1);
    }

    static Throwable failure(BackendCall call) throws Exception {
        return call.response()
                .handle((response, cause) ->
                        cause == null ? new AssertionError("answered " + response.status()) : cause)
                .toCompletableFuture()
                .get(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    static Kind kind(BackendCall call) throws Exception {
        return assertInstanceOf(BackendException.class, failure(call)).kind();
    }

    static <T> T next(BlockingQueue<T> queue) throws Exception {
        T next = queue.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        if (next == null) {
            throw new TimeoutException("the backend saw nothing");
        }
        return next;
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** Answers with the head and the body it was sent. */
    static WireBackend echo() throws IOException {
        return new WireBackend(peer -> {
            byte[] body = peer.body();
            peer.answer(OK, peer.head() + new String(body, StandardCharsets.ISO_8859_1));
        });
    }

    @Test
    void whatCannotBeWrittenIsNotSent() throws Exception {
        try (WireBackend backend = echo()) {
            for (String value : List.of("secret\r\nX-B: c", "secret\nb", "secret\0", "secret\u010a")) {
                Throwable cause =
                        failure(client.send(request("GET", backend.url("/"), Headers.of("X-A", value), Body.empty())));
                assertInstanceOf(IllegalArgumentException.class, cause);
                assertTrue(String.valueOf(cause.getMessage()).contains("X-A"), cause.getMessage());
                assertFalse(String.valueOf(cause.getMessage()).contains("secret"), cause.getMessage());
            }
            assertEquals(
                    "",
                    String.join(
                            "", backend.failures.stream().map(Object::toString).toList()));
        }
    }

    @Test
    void noResponseInTimeIsATimeout() throws Exception {
        try (WireBackend backend = new WireBackend(WireBackend.Peer::awaitEnd)) {
            BackendRequest request = new BackendRequest(
                    "GET",
                    Url.parse(backend.url("/")),
                    new Headers(),
                    Body.empty(),
                    Duration.ofMillis(200),
                    Duration.ZERO,
                    ConnectionOptions.DEFAULT);
            assertEquals(Kind.TIMEOUT, kind(client.send(request)));
        }
    }

    @Test
    void aRefusedConnectionIsAConnectionFailure() throws Exception {
        int port;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }
        assertEquals(
                Kind.CONNECTION,
                kind(client.send(request("GET", "http://127.0.0.1:" + port + "/", new Headers(), Body.empty()))));
    }

    @Test
    void aConnectionClosedBeforeTheHeadIsAConnectionFailure() throws Exception {
        try (WireBackend backend = new WireBackend(peer -> {
            peer.body();
            peer.close();
        })) {
            assertEquals(
                    Kind.CONNECTION,
                    kind(client.send(request("POST", backend.url("/"), new Headers(), Body.of("hello")))));
        }
    }

    @Test
    void whatIsNoHttpIsMalformed() throws Exception {
        for (String nonsense : List.of("SSH-2.0-server\r\n\r\n", "HTTP/1.1 abc OK\r\n\r\n")) {
            try (WireBackend backend = new WireBackend(peer -> {
                peer.send(nonsense);
                peer.awaitEnd();
            })) {
                assertEquals(
                        Kind.MALFORMED,
                        kind(client.send(request("GET", backend.url("/"), new Headers(), Body.empty()))));
            }
        }
    }

    @Test
    void aBodyThatEndsEarlyFails() throws Exception {
        for (String start :
                List.of("Content-Length: 10\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")) {
            try (WireBackend backend = new WireBackend(peer -> {
                peer.send("HTTP/1.1 200 OK\r\n" + start);
                peer.close();
            })) {
                HttpResponse response = get(backend.url("/"));
                CompletableFuture<Void> end = new CompletableFuture<>();
                CollectedBody body = CollectedBody.of(response.body(), () -> end.complete(null));
                end.get(LONG.toSeconds(), TimeUnit.SECONDS);
                assertEquals(
                        Kind.MALFORMED,
                        assertInstanceOf(BackendException.class, body.failure()).kind());
                assertTrue("abc".startsWith(body.text()), body.text());
            }
        }
    }

    @Test
    void aCallGivenUpBeforeItsAnswerFailsAndClosesItsConnection() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        try (WireBackend backend = new WireBackend(peer -> {
            seen.add("asked");
            peer.awaitEnd();
            seen.add("closed");
        })) {
            BackendCall call = client.send(request("GET", backend.url("/"), new Headers(), Body.empty()));
            assertEquals("asked", next(seen));
            call.cancel();
            call.cancel();
            assertEquals(Kind.CONNECTION, kind(call));
            assertEquals("closed", next(seen));
        }
    }

    @Test
    void aCallGivenUpWithinItsAnswerClosesItsConnection() throws Exception {
        for (boolean bySubscription : List.of(true, false)) {
            BlockingQueue<String> seen = new LinkedBlockingQueue<>();
            try (WireBackend backend = new WireBackend(peer -> {
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
                peer.awaitEnd();
                seen.add("closed");
            })) {
                BackendCall call = client.send(request("GET", backend.url("/"), new Headers(), Body.empty()));
                HttpResponse response = call.response().toCompletableFuture().get(LONG.toSeconds(), TimeUnit.SECONDS);
                if (bySubscription) {
                    SteppedBody.cancel(response.body());
                } else {
                    call.cancel();
                }
                assertEquals("closed", next(seen));
            }
        }
    }

    @Test
    void aRequestWhoseBodyBreaksOffNeverLooksWhole() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        try (WireBackend backend = new WireBackend(peer -> {
            try {
                peer.body();
                seen.add("whole");
            } catch (IOException early) {
                seen.add("broken");
                throw early;
            }
        })) {
            Body body = GivenBody.failing(new byte[] {'a'}, 2, new IOException("the client went away"));
            assertEquals(Kind.CONNECTION, kind(client.send(request("POST", backend.url("/"), new Headers(), body))));
            assertEquals("broken", next(seen));
        }
    }

    @Test
    void anAddressThatIsNotPublicIsNotConnectedToWhereTheRuleForbidsIt() throws Exception {
        try (WireBackend backend = echo()) {
            BackendRequest request = new BackendRequest(
                    "GET",
                    Url.parse(backend.url("/")),
                    new Headers(),
                    Body.empty(),
                    LONG,
                    Duration.ZERO,
                    new ConnectionOptions(true, true, null, AddressRule.PUBLIC));
            boolean pins = client.capabilities().contains(BackendCapability.ADDRESS_PINNING);
            assertEquals(pins ? Kind.FORBIDDEN_ADDRESS : Kind.CONNECTION, kind(client.send(request)));
            assertEquals(0, backend.connections.size());
        }
    }

    @Test
    void aClosedClientSendsNothingAndEndsWhatIsUnderWay() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        try (WireBackend backend = new WireBackend(peer -> {
            seen.add("asked");
            peer.awaitEnd();
            seen.add("closed");
        })) {
            BackendCall call = client.send(request("GET", backend.url("/"), new Headers(), Body.empty()));
            assertEquals("asked", next(seen));
            client.close();
            assertEquals(Kind.CONNECTION, kind(call));
            assertEquals("closed", next(seen));
            assertEquals(
                    Kind.CONNECTION, kind(client.send(request("GET", backend.url("/"), new Headers(), Body.empty()))));
        }
    }
}
