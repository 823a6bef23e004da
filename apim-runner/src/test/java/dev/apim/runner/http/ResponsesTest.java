package dev.apim.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.http.HttpService;
import dev.apim.runner.http.RawClient.Reply;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.SubmissionPublisher;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server makes of a service's answers, and of requests the service did not read. */
class ResponsesTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";

    private final List<RunningServer> open = new ArrayList<>();
    private final List<String> endings = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        open.forEach(RunningServer::close);
    }

    private RunningServer serve(HttpService service) {
        return serve(ServerSettings.DEFAULT, service);
    }

    private RunningServer serve(ServerSettings settings, HttpService service) {
        RunningServer server = RunningServer.of(settings, service);
        open.add(server);
        return server;
    }

    private HttpService.Ending noting() {
        return cause -> endings.add(cause == null ? "whole" : "broken");
    }

    private HttpService answering(HttpResponse response) {
        return (request, call) -> {
            call.respond(response);
            return noting();
        };
    }

    @Test
    void aTextIsSentWithItsLengthAndTheDate() throws Exception {
        try (RawClient client =
                serve(answering(HttpResponse.of(200, "text/plain", "hello"))).connect()) {
            Reply reply = client.send(GET).read();
            assertThat(reply.head())
                    .startsWith("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n")
                    .contains("Content-Length: 5");
            assertThat(reply.header("Date")).endsWith(" GMT");
            assertThat(reply.body()).isEqualTo("hello");
        }
        Awaitility.await().until(() -> endings.equals(List.of("whole")));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void aStatusWithoutABodyIsSentWithoutOne(int status) throws Exception {
        try (RawClient client =
                serve(answering(HttpResponse.of(status, "text/plain", "hello"))).connect()) {
            client.send(GET + GET);
            assertThat(client.read().status()).isEqualTo(status);
            assertThat(client.read().status()).isEqualTo(status);
        }
    }

    @Test
    void headHasTheFieldsOfGetAndNoBody() throws Exception {
        try (RawClient client =
                serve(answering(HttpResponse.of(200, "text/plain", "hello"))).connect()) {
            client.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n" + GET);
            assertThat(client.read(true).header("Content-Length")).isEqualTo("5");
            assertThat(client.read().body()).isEqualTo("hello");
        }
    }

    /** Threat row 16. */
    @Test
    void framingAndHopByHopFieldsOfTheServiceAreNotSent() throws Exception {
        Headers headers = Headers.of(
                "Content-Length",
                "99",
                "Transfer-Encoding",
                "gzip",
                "Connection",
                "X-A",
                "X-A",
                "1",
                "Upgrade",
                "h2c",
                "TE",
                "x",
                "X-B",
                "2");
        try (RawClient client = serve(answering(new HttpResponse(200, "", headers, Body.of("ok"))))
                .connect()) {
            Reply reply = client.send(GET).read();
            assertThat(reply.head()).contains("X-B: 2").doesNotContain("99", "gzip", "Upgrade", "X-A", "TE:");
            assertThat(reply.body()).isEqualTo("ok");
        }
    }

    /** Threat row 18. */
    @ParameterizedTest
    @ValueSource(strings = {"a\r\nSet-Cookie: b", "a\nb", "a\rb", "a\0b", "a\u007fb", "a\u010ab", "\u20ac"})
    void aValueWithAControlCharacterNeverLeaves(String value) throws Exception {
        try (RawClient client = serve(answering(new HttpResponse(200, "", Headers.of("X-A", value), Body.empty())))
                .connect()) {
            Reply reply = client.send(GET).read();
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.head()).doesNotContain("X-A", "Set-Cookie");
        }
    }

    @Test
    void aReasonWithALineEndIsReplaced() throws Exception {
        try (RawClient client = serve(answering(new HttpResponse(404, "a\r\nX: y", new Headers(), Body.empty())))
                .connect()) {
            assertThat(client.send(GET).read().head())
                    .startsWith("HTTP/1.1 404 Not Found\r\n")
                    .doesNotContain("X: y");
        }
    }

    @Test
    void aServiceThatThrowsIsA500() throws Exception {
        HttpService broken = (request, call) -> {
            throw new IllegalStateException("secret detail");
        };
        try (RawClient client = serve(broken).connect()) {
            Reply reply = client.send(GET).read();
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.body()).isEqualTo("{ \"statusCode\": 500, \"message\": \"Internal server error\" }");
        }
    }

    @Test
    void aPublisherOfAnotherThreadIsSentInChunks() throws Exception {
        SubmissionPublisher<ByteBuffer> publisher = new SubmissionPublisher<>();
        Body body = new Body() {
            @Override
            public long length() {
                return -1;
            }

            @Override
            public void subscribe(java.util.concurrent.Flow.Subscriber<? super ByteBuffer> subscriber) {
                publisher.subscribe(subscriber);
            }

            @Override
            public Headers trailers() {
                return Headers.of("X-Sum", "1", "Content-Length", "1");
            }
        };
        try (RawClient client =
                serve(answering(new HttpResponse(200, "", new Headers(), body))).connect()) {
            client.send("GET / HTTP/1.1\r\nHost: h\r\nTE: trailers\r\n\r\n");
            Awaitility.await().until(publisher::hasSubscribers);
            publisher.submit(ByteBuffer.wrap("one".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
            publisher.submit(ByteBuffer.wrap("two".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
            publisher.close();
            assertThat(client.read().body()).isEqualTo("onetwo\nX-Sum: 1");
        }
    }

    @Test
    void anAnswerFromAnotherThreadComesThroughTheLane() throws Exception {
        HttpService later = (request, call) -> {
            CompletableFuture.runAsync(
                    () -> call.execute(() -> call.respond(HttpResponse.of(200, "text/plain", "later"))));
            return noting();
        };
        try (RawClient client = serve(later).connect()) {
            assertThat(client.send(GET).read().body()).isEqualTo("later");
        }
    }

    @Test
    void abortBreaksTheConnection() throws Exception {
        HttpService aborting = (request, call) -> {
            call.abort(new IllegalStateException());
            return noting();
        };
        try (RawClient client = serve(aborting).connect()) {
            assertThat(client.send(GET).readAll()).isEmpty();
        }
        Awaitility.await().until(() -> endings.equals(List.of("broken")));
    }

    private final HttpService refusing = answering(HttpResponse.of(401, "text/plain", "no"));

    @Test
    void aSmallOneIsSkippedAndTheConnectionGoesOn() throws Exception {
        try (RawClient client = serve(refusing).connect()) {
            client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhel");
            assertThat(client.read().status()).isEqualTo(401);
            client.send("lo" + GET);
            assertThat(client.read().status()).isEqualTo(401);
        }
    }

    @Test
    void aGreatOneEndsTheConnectionAfterTheResponse() throws Exception {
        try (RawClient client = serve(refusing).connect()) {
            client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\nhello");
            Reply reply = client.read();
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.header("Connection")).isEqualTo("close");
            assertThat(client.readAll()).isEmpty();
        }
    }

    @Test
    void nobodyIsToldToSendWhatNobodyWants() throws Exception {
        try (RawClient client = serve(refusing).connect()) {
            client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
            Reply reply = client.read();
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.header("Connection")).isEqualTo("close");
        }
    }

    @Test
    void readingTheBodyTellsTheClientToSend() throws Exception {
        try (RawClient client = serve(new Recorder()).connect()) {
            client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
            assertThat(client.read().status()).isEqualTo(100);
            assertThat(client.send("hello").read().body()).isEqualTo("POST / hello");
        }
    }
}
