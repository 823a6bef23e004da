package dev.apim.testkit.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.testkit.StubBackend.Received;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceBusTest {
    private static final String BUS = "contoso.servicebus.windows.net";

    private static TestGateway gateway(String attributes, String children) {
        TestGateway gateway = TestGateway.create()
                .api("orders", "orders", "POST /new")
                .put(
                        "/backends/" + BUS,
                        "{\"url\":\"https://" + BUS + "\",\"protocol\":\"http\",\"credentials\":{\"authorization\":"
                                + "{\"scheme\":\"SharedAccessSignature\",\"parameter\":\"sr=contoso&sig=s\"}}}")
                .policy(
                        "/apis/orders",
                        "<policies><inbound><send-service-bus-message " + attributes + ">" + children
                                + "</send-service-bus-message></inbound></policies>");
        gateway.backends().answer("servicebus", 201, "text/plain", "");
        return gateway.start();
    }

    @Test
    void aMessageIsPostedToItsQueueWithItsPropertiesAsJson() {
        TestGateway gateway = gateway(
                "queue-name=\"orders/eu\" namespace=\"" + BUS + "\"",
                "<message-properties><message-property name=\"Kind\">@(\"a \\\"b\\\"\")</message-property>"
                        + "<message-property name=\"Size\">@(7)</message-property></message-properties>"
                        + "<payload>@(context.Request.Body.As&lt;string&gt;())</payload>");

        assertThat(gateway.post("/orders/new", "the order").status()).isEqualTo(500);

        Received sent = gateway.backends().received().get(0);
        assertThat(sent.url()).isEqualTo("https://" + BUS + "/orders/eu/messages");
        assertThat(sent.request().method()).isEqualTo("POST");
        assertThat(sent.header("Authorization")).isEqualTo("SharedAccessSignature sr=contoso&sig=s");
        assertThat(sent.header("Kind")).isEqualTo("\"a \\\"b\\\"\"");
        assertThat(sent.header("Size")).isEqualTo("7");
        assertThat(sent.body().text()).isEqualTo("the order");
    }

    @Test
    void aRefusedMessageFailsTheRequest() {
        TestGateway gateway = gateway("topic-name=\"t\" namespace=\"" + BUS + "\"", "<payload>x</payload>");
        gateway.backends().answer("servicebus", 401, "text/plain", "");

        assertThat(gateway.post("/orders/new", "").status()).isEqualTo(500);
    }

    @Test
    void withoutCredentialsAndIdentityNothingIsSent() {
        TestGateway gateway =
                gateway("topic-name=\"t\" namespace=\"other.servicebus.windows.net\"", "<payload>x</payload>");

        TestCall call = gateway.post("/orders/new", "");

        assertThat(call.status()).isEqualTo(500);
        assertThat(gateway.backends().received())
                .extracting(sent -> sent.request().url().host())
                .as("the identity is asked for, the bus is not")
                .containsExactly("169.254.169.254");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "evil.test/path", "user@evil.test", "evil.test:80", "a b"})
    void aNamespaceIsAHostAndNothingElse(String namespace) {
        TestGateway gateway = gateway(
                "topic-name=\"t\" namespace=\"@(context.Request.Headers.GetValueOrDefault(&quot;X-Ns&quot;,&quot;&quot;))\"",
                "<payload>x</payload>");

        assertThat(gateway.post("/orders/new", "", "X-Ns", namespace).status()).isEqualTo(500);
        assertThat(gateway.backends().received()).isEmpty();
    }

    @Test
    void aComputedNamespaceLeadsToPublicAddressesOnly() {
        TestGateway gateway =
                gateway("topic-name=\"t\" namespace=\"@(&quot;" + BUS + "&quot;)\"", "<payload>x</payload>");

        gateway.post("/orders/new", "");

        assertThat(gateway.backends().received().get(0).request().options().addresses())
                .isEqualTo(AddressRule.PUBLIC);
    }
}
