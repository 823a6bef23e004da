package dev.apim.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendException;
import dev.apim.backend.BackendException.Kind;
import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.backend.ConnectionOptions.ClientCertificate;
import dev.apim.core.backend.BackendClients;
import dev.apim.core.backend.JdkBackendClient;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.Url;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class JdkBackendClientTest extends BackendClientContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Override
    protected BackendClient create() {
        return JdkBackendClient.create();
    }

    private static BackendRequest get(String url, Headers headers, ConnectionOptions options) {
        return new BackendRequest("GET", Url.parse(url), headers, Body.empty(), MINUTE, Duration.ZERO, options);
    }

    private static BackendException refusal(BackendRequest request) throws Exception {
        try (JdkBackendClient client = JdkBackendClient.create(new VirtualTime())) {
            return failure(client.send(request));
        }
    }

    private static BackendException failure(BackendCall call) throws Exception {
        return (BackendException) call.response()
                .handle((response, cause) -> cause == null ? new AssertionError("answered") : cause)
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    @Test
    void whatItCannotDoFailsAndNamesTheJarThatCan() throws Exception {
        String url = "http://127.0.0.1:1/";
        ClientCertificate certificate = new ClientCertificate("thumb", new byte[0], "secret");
        Headers none = new Headers();
        for (BackendRequest request : List.of(
                get(url, none, new ConnectionOptions(true, true, null, AddressRule.PUBLIC)),
                get(url, none, new ConnectionOptions(true, true, certificate, AddressRule.ANY)),
                get(url, none, new ConnectionOptions(false, true, null, AddressRule.ANY)),
                get(url, none, new ConnectionOptions(true, false, null, AddressRule.ANY)),
                get(url, Headers.of("Host", "other"), ConnectionOptions.DEFAULT),
                get(url, Headers.of("Upgrade", "websocket"), ConnectionOptions.DEFAULT),
                get(url, Headers.of("Expect", "tea"), ConnectionOptions.DEFAULT),
                get(url, Headers.of("X-City", "K\u00f6ln"), ConnectionOptions.DEFAULT))) {
            assertThat(refusal(request))
                    .hasMessageStartingWith("The JDK's HTTP client cannot ")
                    .hasMessageContaining("dev.apim:apim-vertx")
                    .hasMessageNotContainingAny("secret", "K\u00f6ln");
        }
    }

    @Test
    void aTargetTheJdkDoesNotSendAsItIsFailsAndNamesTheJarThatDoes() throws Exception {
        BackendRequest request = new BackendRequest(
                "GET",
                new Url("http", "127.0.0.1", 1, "/", "a=1|2"),
                new Headers(),
                Body.empty(),
                MINUTE,
                Duration.ZERO,
                ConnectionOptions.DEFAULT);
        assertThat(refusal(request)).hasMessageContaining("dev.apim:apim-vertx");
    }

    @Test
    void itsTimeoutsFollowTheClockItWasGiven() throws Exception {
        VirtualTime time = new VirtualTime();
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        try (WireBackend backend = new WireBackend(peer -> {
                    seen.add("asked");
                    peer.awaitEnd();
                });
                JdkBackendClient client = JdkBackendClient.create(time)) {
            BackendCall call = client.send(get(backend.url("/"), new Headers(), ConnectionOptions.DEFAULT));
            assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo("asked");
            time.advance(Duration.ofSeconds(59));
            assertThat(call.response().toCompletableFuture()).isNotDone();
            time.advance(Duration.ofSeconds(1));
            assertThat(failure(call).kind()).isEqualTo(Kind.TIMEOUT);
        }
    }

    @Test
    void itIsTheOneThatIsTakenWhereThereIsNoOther() {
        try (BackendClient best = BackendClients.best()) {
            assertThat(best).isInstanceOf(JdkBackendClient.class);
        }
    }

    @Test
    void closingItTwiceDoesNoHarm() {
        JdkBackendClient client = JdkBackendClient.create();
        client.close();
        client.close();
    }
}
