package dev.apim.testkit.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.backend.BackendException;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** {@code wait for="any"}: the first that ends calls off the rest. */
final class WaitForAnyTest {
    private final CompletableFuture<HttpResponse> one = new CompletableFuture<>();
    private final CompletableFuture<HttpResponse> two = new CompletableFuture<>();

    @Test
    void theFirstAnswerGoesOnAndTheOtherCallIsCancelled() {
        TestGateway gateway = gateway("any", "false");
        TestCall call = gateway.get("/orders");
        assertThat(call.isAnswered()).isFalse();
        assertThat(gateway.backends().open()).isEqualTo(2);
        two.complete(answer("two"));
        assertThat(call.text()).isEqualTo("none,two");
        gateway.verifyNothingIsLeft();
    }

    @Test
    void anAnswerThatComesAfterwardsIsNotSeen() {
        TestGateway gateway = gateway("any", "false");
        TestCall call = gateway.get("/orders");
        one.complete(answer("one"));
        two.complete(answer("two"));
        assertThat(call.text()).isEqualTo("one,none");
        gateway.verifyNothingIsLeft();
    }

    @Test
    void aFailureThatIsNotIgnoredFailsTheRequestAndCallsOffTheRest() {
        TestGateway gateway = gateway("any", "false");
        TestCall call = gateway.get("/orders");
        one.completeExceptionally(new BackendException(BackendException.Kind.CONNECTION, "gone", null));
        assertThat(call.status()).isEqualTo(500);
        gateway.verifyNothingIsLeft();
    }

    @Test
    void aFailureThatIsIgnoredIsAnEndLikeAnyOther() {
        TestGateway gateway = gateway("any", "true");
        TestCall call = gateway.get("/orders");
        one.completeExceptionally(new BackendException(BackendException.Kind.CONNECTION, "gone", null));
        assertThat(call.text()).isEqualTo("none,none");
        gateway.verifyNothingIsLeft();
    }

    @Test
    void forAllTheLastIsWaitedFor() {
        TestGateway gateway = gateway("all", "false");
        TestCall call = gateway.get("/orders");
        two.complete(answer("two"));
        assertThat(call.isAnswered()).isFalse();
        one.complete(answer("one"));
        assertThat(call.text()).isEqualTo("one,two");
        gateway.verifyNothingIsLeft();
    }

    @Test
    void aClientThatHangsUpCallsOffAll() {
        TestGateway gateway = gateway("any", "false");
        gateway.get("/orders").hangUp();
        gateway.verifyNothingIsLeft();
    }

    private TestGateway gateway(String which, String ignore) {
        TestGateway gateway = TestGateway.create()
                .api("orders", "orders", "GET /")
                .policy(
                        "/apis/orders",
                        "<policies><inbound><wait for='" + which + "'>" + send("one", ignore) + send("two", ignore)
                                + "</wait><return-response><set-body>@(" + seen("one") + " + \",\" + " + seen("two")
                                + ")</set-body></return-response></inbound></policies>")
                .start();
        gateway.backends().whenLater("one.test", request -> one);
        gateway.backends().whenLater("two.test", request -> two);
        return gateway;
    }

    private static String send(String name, String ignore) {
        return "<send-request mode='new' response-variable-name='" + name + "' ignore-error='" + ignore
                + "'><set-url>http://" + name + ".test/</set-url><set-method>GET</set-method></send-request>";
    }

    private static String seen(String name) {
        return "(context.Variables.GetValueOrDefault<IResponse>(\"" + name
                + "\") == null ? \"none\" : ((IResponse)context.Variables[\"" + name + "\"]).Body.As<string>())";
    }

    private static HttpResponse answer(String text) {
        return new HttpResponse(200, "", new Headers(), Body.of(text));
    }
}
