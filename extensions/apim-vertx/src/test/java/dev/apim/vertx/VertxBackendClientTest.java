package dev.apim.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendCapability;
import dev.apim.backend.BackendClientProvider;
import dev.apim.backend.BackendException;
import dev.apim.backend.BackendException.Kind;
import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.backend.ConnectionOptions.ClientCertificate;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.http.Url;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client alone, called from a thread that is none of Vert.x's. */
class VertxBackendClientTest {
    @TempDir
    static Path directory;

    static Path localhost = Path.of("");
    static Path elsewhere = Path.of("");
    static Path caller = Path.of("");

    private final Vertx vertx = Vertx.vertx();
    private final VertxBackendClient client = VertxBackendClient.create(vertx);

    @BeforeAll
    static void keys() throws Exception {
        localhost = Keys.make(directory, "localhost", "dns:localhost,ip:127.0.0.1");
        elsewhere = Keys.make(directory, "elsewhere", "dns:elsewhere");
        caller = Keys.make(directory, "caller", "dns:caller");
    }

    @AfterEach
    void close() {
        client.close();
        vertx.close();
    }

    private static BackendRequest get(String url, Headers headers, ConnectionOptions options) {
        return new BackendRequest(
                "GET", Url.parse(url), headers, Body.empty(), Duration.ofSeconds(20), Duration.ZERO, options);
    }

    private static BackendRequest post(String url, Headers headers, Body body, Duration patience) {
        return new BackendRequest(
                "POST", Url.parse(url), headers, body, Duration.ofSeconds(20), patience, ConnectionOptions.DEFAULT);
    }

    private static String textOf(BackendCall call) throws Exception {
        HttpResponse response = call.response().toCompletableFuture().get(20, TimeUnit.SECONDS);
        CompletableFuture<String> text = new CompletableFuture<>();
        response.body().subscribe(new Flow.Subscriber<>() {
            private final ByteArrayOutputStream all = new ByteArrayOutputStream();

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ByteBuffer bytes) {
                all.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
            }

            @Override
            public void onError(Throwable cause) {
                text.completeExceptionally(cause);
            }

            @Override
            public void onComplete() {
                text.complete(all.toString(StandardCharsets.ISO_8859_1));
            }
        });
        return text.get(20, TimeUnit.SECONDS);
    }

    private static Throwable failureOf(BackendCall call) throws Exception {
        return call.response()
                .handle((response, failure) -> failure == null ? new AssertionError("answered") : failure)
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    private static Kind kindOf(BackendCall call) throws Exception {
        return ((BackendException) failureOf(call)).kind();
    }

    @Test
    void itIsFoundAsAProviderThatWinsOverTheJdks() {
        assertThat(ServiceLoader.load(BackendClientProvider.class))
                .anySatisfy(provider -> assertThat(provider.priority()).isPositive());
        assertThat(client.capabilities())
                .contains(BackendCapability.ADDRESS_PINNING, BackendCapability.EXPECT_CONTINUE);
    }

    @Test
    void aHostFieldOverridesTheOneOfTheUrl() throws Exception {
        try (Backend backend = new Backend()) {
            String url = "http://127.0.0.1:" + backend.port() + "/a%2Fb?c=%20";
            assertThat(textOf(
                            client.send(get(url, Headers.of("X-A", "1", "Host", "other"), ConnectionOptions.DEFAULT))))
                    .isEqualTo("GET /a%2Fb?c=%20 HTTP/1.1\r\nX-A: 1\r\nHost: other\r\n\r\n");
            assertThat(textOf(client.send(get(url, new Headers(), ConnectionOptions.DEFAULT))))
                    .isEqualTo("GET /a%2Fb?c=%20 HTTP/1.1\r\nHost: 127.0.0.1:" + backend.port() + "\r\n\r\n");
        }
    }

    @Test
    void aPublishersChunksAreSentAsTheyAreDemanded() throws Exception {
        try (Backend backend = new Backend();
                SubmissionPublisher<ByteBuffer> publisher = new SubmissionPublisher<>()) {
            Body body = new Body() {
                @Override
                public long length() {
                    return 6;
                }

                @Override
                public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
                    publisher.subscribe(subscriber);
                }
            };
            BackendCall call =
                    client.send(post("http://127.0.0.1:" + backend.port() + "/", new Headers(), body, Duration.ZERO));
            org.awaitility.Awaitility.await().until(publisher::hasSubscribers);
            publisher.submit(ByteBuffer.wrap(new byte[] {'a', 'b', 'c'}));
            publisher.submit(ByteBuffer.wrap(new byte[] {'d', 'e', 'f'}));
            assertThat(textOf(call)).endsWith("Content-Length: 6\r\n\r\nabcdef");
        }
    }

    @Test
    void aBodyIsSentAfterTheContinueTimeoutAllTheSame() throws Exception {
        try (Backend backend = new Backend()) {
            BackendCall call = client.send(post(
                    "http://127.0.0.1:" + backend.port() + "/",
                    Headers.of("Expect", "100-continue"),
                    Body.of("hello"),
                    Duration.ofMillis(100)));
            assertThat(textOf(call)).contains("Expect: 100-continue").endsWith("\r\n\r\nhello");
        }
    }

    /** Threat row 18. */
    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-B: c", "a\nb", "a\0b", "\u010a"})
    void aFieldWithAControlCharacterIsNeverSent(String value) throws Exception {
        try (Backend backend = new Backend()) {
            String url = "http://127.0.0.1:" + backend.port() + "/";
            assertThat(failureOf(client.send(get(url, Headers.of("X-A", value), ConnectionOptions.DEFAULT))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("X-A")
                    .hasMessageNotContaining(value);
            assertThat(backend.seen).isEmpty();
        }
    }

    /** Threat row 18. */
    @ParameterizedTest
    @ValueSource(strings = {"/a b", "/a\r\nX: y", "/a#b", "/\u00e9", "/\0"})
    void aTargetWithAControlCharacterIsNeverSent(String path) throws Exception {
        try (Backend backend = new Backend()) {
            BackendRequest request = new BackendRequest(
                    "GET",
                    new Url("http", "127.0.0.1", backend.port(), path, ""),
                    new Headers(),
                    Body.empty(),
                    Duration.ofSeconds(20),
                    Duration.ZERO,
                    ConnectionOptions.DEFAULT);
            assertThat(failureOf(client.send(request))).isInstanceOf(IllegalArgumentException.class);
            assertThat(backend.seen).isEmpty();
        }
    }

    @Test
    void aCallThatWasCancelledFails() throws Exception {
        try (Backend backend = new Backend()) {
            BackendCall call = client.send(post(
                    "http://127.0.0.1:" + backend.port() + "/",
                    new Headers(),
                    Body.of(new byte[1 << 20]),
                    Duration.ZERO));
            call.cancel();
            call.cancel();
            assertThat(kindOf(call)).isEqualTo(Kind.CONNECTION);
        }
    }

    @Test
    void aClosedClientSendsNothing() throws Exception {
        try (Backend backend = new Backend()) {
            String url = "http://127.0.0.1:" + backend.port() + "/";
            textOf(client.send(get(url, new Headers(), ConnectionOptions.DEFAULT)));
            client.close();
            assertThat(kindOf(client.send(get(url, new Headers(), ConnectionOptions.DEFAULT))))
                    .isEqualTo(Kind.CONNECTION);
        }
    }

    /** Threat row 36. */
    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "10.1.2.3", "169.254.169.254"
            })
    void anAddressThatIsNotPublicIsNeverConnectedTo(String host) throws Exception {
        try (Backend backend = new Backend()) {
            ConnectionOptions publicOnly = new ConnectionOptions(true, true, null, AddressRule.PUBLIC);
            assertThat(kindOf(
                            client.send(get("http://" + host + ":" + backend.port() + "/", new Headers(), publicOnly))))
                    .isEqualTo(Kind.FORBIDDEN_ADDRESS);
            assertThat(backend.connections).isEmpty();
        }
    }

    @Nested
    class Tls {
        private String send(Path serverKey, String host, ConnectionOptions options, boolean wantsClient)
                throws Exception {
            try (Backend backend = new Backend(Keys.context(serverKey, caller), wantsClient)) {
                BackendCall call =
                        client.send(get("https://" + host + ":" + backend.port() + "/", new Headers(), options));
                HttpResponse response = call.response()
                        .exceptionally(failure -> new HttpResponse(
                                599, ((BackendException) failure).kind().name(), new Headers(), Body.empty()))
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS);
                return response.status() == 200 ? "answered" : response.reason();
            }
        }

        private static ConnectionOptions options(boolean chain, boolean name) {
            return new ConnectionOptions(chain, name, null, AddressRule.ANY);
        }

        @Test
        void aCertificateNobodyVouchesForIsRefused() throws Exception {
            assertThat(send(localhost, "localhost", ConnectionOptions.DEFAULT, false))
                    .isEqualTo("TLS");
        }

        @Test
        void withoutTheCheckOfTheChainTheNameIsStillChecked() throws Exception {
            assertThat(send(localhost, "localhost", options(false, true), false))
                    .isEqualTo("answered");
            assertThat(send(localhost, "127.0.0.1", options(false, true), false))
                    .isEqualTo("answered");
            assertThat(send(elsewhere, "localhost", options(false, true), false))
                    .isEqualTo("TLS");
        }

        @Test
        void withoutTheCheckOfTheNameTheChainIsStillChecked() throws Exception {
            assertThat(send(elsewhere, "localhost", options(true, false), false))
                    .isEqualTo("TLS");
            assertThat(send(elsewhere, "localhost", options(false, false), false))
                    .isEqualTo("answered");
        }

        @Test
        void aClientCertificateIsPresentedWhereItIsAskedFor() throws Exception {
            ClientCertificate certificate = new ClientCertificate("caller", Files.readAllBytes(caller), Keys.PASSWORD);
            ConnectionOptions presenting = new ConnectionOptions(false, true, certificate, AddressRule.ANY);
            assertThat(send(localhost, "localhost", presenting, true)).isEqualTo("answered");
            assertThat(send(localhost, "localhost", options(false, true), true)).isNotEqualTo("answered");
        }
    }
}
