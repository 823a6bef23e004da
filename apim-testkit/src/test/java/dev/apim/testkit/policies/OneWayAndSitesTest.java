package dev.apim.testkit.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.backend.BackendException;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.StubBackend;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Requests nobody waits for, and the file the gateway serves itself. */
final class OneWayAndSitesTest {
    private static final String SEND =
            "<send-one-way-request mode='new' timeout='20'><set-url>http://hook.test/x</set-url>"
                    + "<set-method>POST</set-method><set-body>news</set-body></send-one-way-request>";

    @Test
    void theRequestGoesOnWithoutAnAnswerAndTheCallOutlivesIt() {
        TestGateway gateway = gateway(SEND);
        CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
        gateway.backends().whenLater("hook.test", request -> answer);
        TestCall call = gateway.get("/orders");
        assertThat(call.text()).isEqualTo("ok");
        assertThat(call.isEnded()).isTrue();
        StubBackend.Received sent = gateway.backends().received().stream()
                .filter(r -> r.url().contains("hook.test"))
                .findFirst()
                .orElseThrow();
        assertThat(sent.request().method()).isEqualTo("POST");
        assertThat(sent.body().text()).isEqualTo("news");
        answer.complete(new HttpResponse(500, "", new dev.apim.http.Headers(), dev.apim.http.Body.of("late")));
        gateway.verifyNothingIsLeft();
    }

    @Test
    void aCallIsGivenUpAfterItsTime() {
        TestGateway gateway = gateway(SEND);
        gateway.backends().whenLater("hook.test", request -> new CompletableFuture<>());
        assertThat(gateway.get("/orders").status()).isEqualTo(200);
        assertThat(gateway.backends().open()).isEqualTo(1);
        gateway.time().advance(Duration.ofSeconds(20));
        gateway.verifyNothingIsLeft();
    }

    @Test
    void aServiceThatCannotBeReachedIsNobodysConcern() {
        TestGateway gateway = gateway(SEND);
        gateway.backends().fail("hook.test", BackendException.Kind.CONNECTION);
        assertThat(gateway.get("/orders").status()).isEqualTo(200);
        gateway.verifyNothingIsLeft();
    }

    @Test
    void withoutATokenForItThereIsNoCallAndTheRequestGoesOn() {
        TestGateway gateway = gateway(SEND.replace(
                "<set-body>news</set-body>",
                "<set-body>news</set-body><authentication-managed-identity resource='https://hook.test'/>"));
        gateway.backends().fail("169.254.169.254", BackendException.Kind.CONNECTION);
        assertThat(gateway.get("/orders").text()).isEqualTo("ok");
        assertThat(gateway.backends().received()).noneMatch(r -> r.url().startsWith("http://hook"));
        gateway.verifyNothingIsLeft();
    }

    @Test
    void beyondAThousandUnderWayNoMoreAreSentAndTheRequestGoesOn() {
        TestGateway gateway = gateway(SEND);
        gateway.backends().whenLater("hook.test", request -> new CompletableFuture<>());
        for (int i = 0; i < 1_003; i++) {
            assertThat(gateway.get("/orders").status()).isEqualTo(200);
        }
        assertThat(gateway.backends().open()).isEqualTo(1_000);
        gateway.time().advance(Duration.ofSeconds(20));
        gateway.verifyNothingIsLeft();
    }

    @Test
    void theGatewayServesTheCrossDomainFileWhereNoOperationDoes() {
        TestGateway gateway = gateway("<cross-domain><cross-domain-policy><allow-access-from domain='*'/>"
                + "</cross-domain-policy></cross-domain>");
        TestCall call = gateway.get("/crossdomain.xml");
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.header("Content-Type")).isEqualTo("text/x-cross-domain-policy");
        assertThat(call.text()).isEqualTo("<cross-domain-policy><allow-access-from domain='*'/></cross-domain-policy>");
        assertThat(gateway.get("/crossdomain.xmlx").status()).isEqualTo(404);
        assertThat(gateway.get("/orders").text()).isEqualTo("ok");
    }

    private static TestGateway gateway(String inbound) {
        TestGateway gateway = TestGateway.create()
                .api("orders", "orders", "GET /")
                .policy(
                        "",
                        "<policies><inbound>" + inbound + "</inbound><backend><forward-request/></backend></policies>");
        gateway.backends().answer("backend.test", 200, "text/plain", "ok");
        return gateway.start();
    }
}
