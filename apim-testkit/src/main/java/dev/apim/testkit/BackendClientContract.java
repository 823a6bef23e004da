package dev.apim.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import dev.apim.testkit.WireBackend.Script;
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

/**
 * What every {@link BackendClient} does, held against a backend on a socket. Extend it and say how to make one.
 *
 * <pre>{@code
 * final class MyBackendClientTest extends BackendClientContract {
 *     protected BackendClient create() {
 *         return new MyBackendClient();
 *     }
 * }
 * }</pre>
 */
public abstract class BackendClientContract {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String OK = "200 OK\r\n";

    private BackendClient client = new StubBackend();

    /** For subclasses. */
    protected BackendClientContract() {}

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

    private static BackendRequest request(String method, String url, Headers headers, Body body) {
        return new BackendRequest(
                method, Url.parse(url), headers, body, LONG, Duration.ZERO, ConnectionOptions.DEFAULT);
    }

    private HttpResponse answer(BackendRequest request) throws Exception {
        return client.send(request).response().toCompletableFuture().get(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    private HttpResponse get(String url) throws Exception {
        return answer(request("GET", url, new Headers(), Body.empty()));
    }

    private static byte[] bytes(HttpResponse response) throws Exception {
        CompletableFuture<Void> end = new CompletableFuture<>();
        CollectedBody body = CollectedBody.of(response.body(), () -> end.complete(null));
        end.get(LONG.toSeconds(), TimeUnit.SECONDS);
        if (body.failure() != null) {
            throw new ExecutionException(body.failure());
        }
        return body.bytes();
    }

    private static String text(HttpResponse response) throws Exception {
        return new String(bytes(response), StandardCharsets.ISO_8859_1);
    }

    private static Throwable failure(BackendCall call) throws Exception {
        return call.response()
                .handle((response, cause) -> cause == null ? new AssertionError("answered " + response.status()) : cause)
                .toCompletableFuture()
                .get(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    private static Kind kind(BackendCall call) throws Exception {
        return assertInstanceOf(BackendException.class, failure(call)).kind();
    }

    private static <T> T next(BlockingQueue<T> queue) throws Exception {
        T next = queue.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        if (next == null) {
            throw new TimeoutException("the backend saw nothing");
        }
        return next;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** Answers with the head and the body it was sent. */
    private static WireBackend echo() throws IOException {
        return new WireBackend(peer -> {
            byte[] body = peer.body();
            peer.answer(OK, peer.head() + new String(body, StandardCharsets.ISO_8859_1));
        });
    }

    @Test
    void methodAndTargetAreSentAsTheyAre() throws Exception {
        try (WireBackend backend = echo()) {
            for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PURGE")) {
                String target = "/a%2Fb/%C3%A9;v=1?c=%20&d=a+b&e";
                String seen = text(answer(request(method, backend.url(target), new Headers(), Body.empty())));
                assertTrue(seen.startsWith(method + " " + target + " HTTP/1.1\r\n"), seen);
                assertTrue(seen.contains("Host: 127.0.0.1:" + backend.port() + "\r\n"), seen);
            }
        }
    }

    @Test
    void aConnectionServesOneRequestAfterTheOther() throws Exception {
        int requests = 4 * Runtime.getRuntime().availableProcessors();
        try (WireBackend backend = echo()) {
            for (int i = 0; i < requests; i++) {
                text(get(backend.url("/")));
            }
            int most = Runtime.getRuntime().availableProcessors(); // a client may have connections per event loop
            assertTrue(backend.connections.size() <= most, "connections: " + backend.connections.size());
        }
    }

    @Test
    void fieldsWithManyValuesKeepThemInOrder() throws Exception {
        try (WireBackend backend = new WireBackend(peer ->
                peer.answer(OK + "X-B: 1\r\nx-c: other\r\nX-B: 2\r\nx-b: 3\r\n", String.join("|", peer.field("X-A"))))) {
            HttpResponse response = answer(request(
                    "GET", backend.url("/"), Headers.of("X-A", "2", "X-Z", "z", "X-A", "1, 3", "X-A", ""), Body.empty()));
            assertEquals(List.of("1", "2", "3"), response.headers().all("X-B"));
            assertEquals("2|1, 3|", text(response));
        }
    }

    @Test
    void anEmptyBodyIsAnnouncedWhereAMethodAnticipatesOne() throws Exception {
        try (WireBackend backend = echo()) {
            String seen = text(answer(request("POST", backend.url("/"), new Headers(), Body.empty())));
            assertTrue(seen.contains("Content-Length: 0\r\n"), seen);
        }
    }

    @Test
    void aBodyOfKnownLengthIsSentWithItsLength() throws Exception {
        try (WireBackend backend = echo()) {
            String seen = text(answer(request("PUT", backend.url("/"), new Headers(), Body.of("hello"))));
            assertTrue(seen.contains("Content-Length: 5\r\n"), seen);
            assertTrue(seen.endsWith("\r\n\r\nhello"), seen);
        }
    }

    @Test
    void aBodyOfUnknownLengthIsSentInChunksWhichEmptyOnesDoNotEnd() throws Exception {
        try (WireBackend backend = echo()) {
            Body body = GivenBody.unknown("abc".getBytes(StandardCharsets.US_ASCII), 3);
            String seen = text(answer(request("POST", backend.url("/"), new Headers(), body)));
            assertTrue(seen.endsWith("\r\n\r\nabcabcabc"), seen);
        }
    }

    @Test
    void tenMebibytesUpAreDemandedFewAtATime() throws Exception {
        byte[] chunk = random(64 * 1024);
        try (WireBackend backend = new WireBackend(peer -> peer.answer(OK, "" + peer.body().length))) {
            for (GivenBody body : List.of(GivenBody.known(chunk, 160), GivenBody.unknown(chunk, 160))) {
                assertEquals(
                        "" + 10 * 1024 * 1024,
                        text(answer(request("POST", backend.url("/"), new Headers(), body))));
                assertTrue(body.mostDemanded.get() <= 64, "demanded at once: " + body.mostDemanded);
            }
        }
    }

    @Test
    void tenMebibytesDownComeAsTheyAreDemanded() throws Exception {
        byte[] all = random(10 * 1024 * 1024);
        Script script = peer -> {
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + all.length + "\r\n\r\n");
            peer.send(all);
        };
        try (WireBackend backend = new WireBackend(script)) {
            HttpResponse response = get(backend.url("/"));
            assertEquals(all.length, response.body().length());
            assertArrayEquals(all, SteppedBody.of(response.body(), LONG));
        }
    }

    @Test
    void aChunkedResponseIsPutTogether() throws Exception {
        try (WireBackend backend = new WireBackend(peer -> peer.send(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"))) {
            HttpResponse response = get(backend.url("/"));
            assertEquals(-1, response.body().length());
            assertEquals("abcde", text(response));
        }
    }

    @Test
    void aResponseWithoutLengthEndsWithTheConnection() throws Exception {
        try (WireBackend backend = new WireBackend(peer -> {
            peer.send("HTTP/1.1 200 OK\r\n\r\nabc");
            peer.close();
        })) {
            assertEquals("abc", text(get(backend.url("/"))));
        }
    }

    @Test
    void statusesComeAsTheyAre() throws Exception {
        try (WireBackend backend = new WireBackend(peer -> {
            String status = peer.head().substring(5, 8);
            peer.answer(status + " Any\r\nLocation: /200\r\nWWW-Authenticate: Basic realm=\"x\"\r\n", "body");
        })) {
            for (int status : List.of(200, 201, 206, 301, 302, 307, 400, 401, 404, 407, 409, 500, 503, 599)) {
                HttpResponse response = get(backend.url("/" + status));
                assertEquals(status, response.status());
                assertEquals("body", text(response));
            }
        }
    }

    @Test
    void whatHasNoBodyHasNone() throws Exception {
        try (WireBackend backend = new WireBackend(peer -> peer.send("HTTP/1.1 " + peer.head().substring(peer.head().indexOf('/') + 1, peer.head().indexOf('/') + 4)
                + " Any\r\n" + (peer.head().contains("/204") ? "" : "Content-Length: 4\r\n") + "ETag: \"1\"\r\n\r\n"))) {
            assertNothing(204, get(backend.url("/204")));
            assertNothing(304, get(backend.url("/304")));
            HttpResponse head = answer(request("HEAD", backend.url("/200"), new Headers(), Body.empty()));
            assertNothing(200, head);
            assertEquals("4", head.headers().get("Content-Length"));
        }
    }

    private static void assertNothing(int status, HttpResponse response) {
        assertEquals(status, response.status());
        assertEquals("\"1\"", response.headers().get("ETag"));
        assertEquals(0, response.body().length());
    }

    @Test
    void nothingIsDecodedFollowedOrRemembered() throws Exception {
        try (WireBackend backend = new WireBackend(peer -> peer.answer(
                "302 Found\r\nLocation: /other\r\nContent-Encoding: gzip\r\nSet-Cookie: a=b\r\n",
                "not gzip" + peer.field("Cookie") + peer.field("Accept-Encoding")))) {
            get(backend.url("/"));
            HttpResponse response = get(backend.url("/"));
            assertEquals(302, response.status());
            assertEquals("gzip", response.headers().get("Content-Encoding"));
            assertEquals("not gzip[][]", text(response));
        }
    }

    @Test
    void whatCannotBeWrittenIsNotSent() throws Exception {
        try (WireBackend backend = echo()) {
            for (String value : List.of("secret\r\nX-B: c", "secret\nb", "secret\0", "secret\u010a")) {
                Throwable cause = failure(client.send(request("GET", backend.url("/"), Headers.of("X-A", value), Body.empty())));
                assertInstanceOf(IllegalArgumentException.class, cause);
                assertTrue(String.valueOf(cause.getMessage()).contains("X-A"), cause.getMessage());
                assertFalse(String.valueOf(cause.getMessage()).contains("secret"), cause.getMessage());
            }
            assertEquals("", String.join("", backend.failures.stream().map(Object::toString).toList()));
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
        for (String start : List.of("Content-Length: 10\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")) {
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
            failure(client.send(request("POST", backend.url("/"), new Headers(), body)));
            assertEquals("broken", next(seen));
        }
    }

    @Test
    void aBodyWaitsForTheContinueItExpects() throws Exception {
        assumeTrue(client.capabilities().contains(BackendCapability.EXPECT_CONTINUE), "does not wait for 100 Continue");
        BlockingQueue<Boolean> early = new LinkedBlockingQueue<>();
        GivenBody body = GivenBody.known(new byte[] {'a', 'b'}, 3);
        try (WireBackend backend = new WireBackend(peer -> {
            early.add(peer.hasMore() || body.given.get() > 0);
            peer.send("HTTP/1.1 100 Continue\r\n\r\n");
            peer.answer(OK, new String(peer.body(), StandardCharsets.US_ASCII));
        })) {
            HttpResponse response =
                    answer(request("POST", backend.url("/"), Headers.of("Expect", "100-continue"), body));
            assertEquals("ababab", text(response));
            assertEquals(false, next(early));
        }
    }

    @Test
    void aBodyIsNotSentToABackendThatRefusesItAhead() throws Exception {
        assumeTrue(client.capabilities().contains(BackendCapability.EXPECT_CONTINUE), "does not wait for 100 Continue");
        GivenBody body = GivenBody.known(new byte[] {'a', 'b'}, 3);
        try (WireBackend backend = new WireBackend(peer -> peer.answer("417 Expectation Failed\r\n", "no"))) {
            HttpResponse response =
                    answer(request("POST", backend.url("/"), Headers.of("Expect", "100-continue"), body));
            assertEquals(417, response.status());
            assertEquals("no", text(response));
            assertEquals(0, body.given.get());
        }
    }

    @Test
    void trailersComeAfterTheBodyIfTheClientHandsThemOver() throws Exception {
        try (WireBackend backend = new WireBackend(peer -> peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3\r\nabc\r\n0\r\nX-Sum: 7\r\n\r\n"))) {
            HttpResponse response = get(backend.url("/"));
            assertEquals("abc", text(response));
            if (client.capabilities().contains(BackendCapability.TRAILERS)) {
                assertEquals("7", response.body().trailers().get("X-Sum"));
            } else {
                assertNull(response.body().trailers().get("X-Sum"));
            }
        }
    }

    @Test
    void aHostOfItsOwnIsSentOrRefused() throws Exception {
        try (WireBackend backend = echo()) {
            BackendRequest request = request("GET", backend.url("/"), Headers.of("Host", "other.example"), Body.empty());
            if (client.capabilities().contains(BackendCapability.HOST_OVERRIDE)) {
                String seen = text(answer(request));
                assertTrue(seen.contains("Host: other.example\r\n"), seen);
            } else {
                assertEquals(Kind.CONNECTION, kind(client.send(request)));
                assertEquals(0, backend.connections.size());
            }
            String same = "127.0.0.1:" + backend.port();
            assertTrue(text(answer(request("GET", backend.url("/"), Headers.of("Host", same), Body.empty())))
                    .contains("Host: " + same + "\r\n"));
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
                    Kind.CONNECTION,
                    kind(client.send(request("GET", backend.url("/"), new Headers(), Body.empty()))));
        }
    }
}
