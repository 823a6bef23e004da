package dev.apim.testkit.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.backend.BackendException;
import dev.apim.testkit.StubBackend.Received;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import org.junit.jupiter.api.Test;

class DaprTest {
    private static TestGateway gateway(String policy) {
        TestGateway gateway = TestGateway.create()
                .api("orders", "orders", "POST /new")
                .policy("/apis/orders", "<policies><inbound>" + policy + "</inbound></policies>");
        gateway.backends().answer("localhost:3500", 204, "text/plain", "");
        return gateway.start();
    }

    @Test
    void anEventIsPublishedToATopicOfAComponent() {
        TestGateway gateway = gateway(
                "<publish-to-dapr topic=\"@(&quot;new orders&quot;)\" pubsub-name=\"bus/1\" response-variable-name=\"r\">"
                        + "@(context.Request.Body.As&lt;string&gt;(preserveContent: true))</publish-to-dapr>"
                        + "<set-header name=\"X-Published\"><value>@(((IResponse)context.Variables[\"r\"]).StatusCode.ToString())</value></set-header>");

        gateway.post("/orders/new", "{\"id\":1}");

        Received sent = gateway.backends().received().get(0);
        assertThat(sent.url()).isEqualTo("http://localhost:3500/v1.0/publish/bus%2F1/new%20orders");
        assertThat(sent.request().method()).isEqualTo("POST");
        assertThat(sent.header("Content-Type")).isEqualTo("application/json");
        assertThat(sent.body().text()).isEqualTo("{\"id\":1}");
        assertThat(gateway.backends().received().get(1).header("X-Published")).isEqualTo("204");
    }

    @Test
    void aTopicWithoutAComponentIsNoTopic() {
        TestGateway gateway = gateway("<publish-to-dapr topic=\"lonely\">x</publish-to-dapr>");

        assertThat(gateway.post("/orders/new", "").status()).isEqualTo(500);
        assertThat(gateway.backends().received()).isEmpty();
    }

    @Test
    void anErrorOfTheSidecarIsOneUnlessItIsToBeIgnored() {
        String publish = "<publish-to-dapr topic=\"a/b\" ignore-error=\"%s\">x</publish-to-dapr>";
        TestGateway strict = gateway(publish.formatted("false"));
        TestGateway lenient = gateway(publish.formatted("true"));
        strict.backends().answer("localhost:3500", 403, "text/plain", "");
        lenient.backends().fail("localhost:3500", BackendException.Kind.CONNECTION);

        assertThat(strict.post("/orders/new", "").status()).isEqualTo(500);
        assertThat(lenient.post("/orders/new", "").status()).isEqualTo(200);
        strict.verifyNothingIsLeft();
        lenient.verifyNothingIsLeft();
    }

    @Test
    void aBindingIsInvokedWithDataMetadataAndOperation() {
        TestGateway gateway = gateway("<invoke-dapr-binding name=\"mail\" operation=\"create\"><metadata>"
                + "<item key=\"to\">@(context.Request.Method)</item></metadata><data>@(\"plain \\\"text\\\"\")</data>"
                + "</invoke-dapr-binding>");

        gateway.post("/orders/new", "");

        Received sent = gateway.backends().received().get(0);
        assertThat(sent.url()).isEqualTo("http://localhost:3500/v1.0/bindings/mail");
        assertThat(sent.body().text())
                .isEqualTo("{\"data\":\"plain \\\"text\\\"\",\"metadata\":{\"to\":\"POST\"},\"operation\":\"create\"}");
    }

    @Test
    void thePathOfTheRequestMayBeTheMethod() {
        TestGateway gateway = gateway("<set-backend-service backend-id=\"dapr\" dapr-app-id=\"cart\""
                + " dapr-method=\"@(context.Request.Url.Path)\"/>");

        gateway.post("/orders/new", "");

        assertThat(gateway.backends().only().url()).isEqualTo("http://localhost:3500/v1.0/invoke/cart/method/base/new");
    }

    @Test
    void aBackendThatIsChosenLaterGetsTheOperationsPath() {
        TestGateway gateway =
                gateway("<set-backend-service backend-id=\"dapr\" dapr-app-id=\"cart\" dapr-method=\"add\"/>"
                        + "<set-backend-service base-url=\"https://other.test/base\"/>");

        gateway.post("/orders/new?x=1", "");

        assertThat(gateway.backends().only().url()).isEqualTo("https://other.test/base/new?x=1");
    }

    @Test
    void aMethodOfAnApplicationIsABackend() {
        TestGateway gateway = gateway("<set-backend-service backend-id=\"dapr\" dapr-app-id=\"cart\""
                + " dapr-method=\"add/../item\" dapr-namespace=\"@(&quot;shop&quot;)\"/>");

        TestCall call = gateway.post("/orders/new?x=1", "body");

        assertThat(call.status()).isEqualTo(204);
        Received sent = gateway.backends().only();
        assertThat(sent.url()).isEqualTo("http://localhost:3500/v1.0/invoke/cart.shop/method/add/%2E%2E/item?x=1");
        assertThat(sent.body().text()).isEqualTo("body");
    }
}
