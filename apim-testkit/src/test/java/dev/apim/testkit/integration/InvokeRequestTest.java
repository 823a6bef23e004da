package dev.apim.testkit.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.backend.BackendException;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.testkit.StubBackend.Received;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import org.junit.jupiter.api.Test;

class InvokeRequestTest {
    private static TestGateway gateway(String policy) {
        TestGateway gateway = TestGateway.create()
                .api("orders", "orders", "GET /list")
                .put(
                        "/backends/side",
                        "{\"url\":\"http://side.test/base/\",\"protocol\":\"http\",\"credentials\":{\"header\":{\"X-Key\":[\"k\"]},"
                                + "\"query\":{\"code\":[\"c\"]}}}")
                .policy("/apis/orders", "<policies><inbound>" + policy + "</inbound></policies>");
        gateway.backends().answer("side.test", 207, "text/plain", "aside");
        return gateway.start();
    }

    @Test
    void withoutAVariableWhatItAnswersIsTheResponse() {
        TestGateway gateway =
                gateway("<invoke-request method=\"POST\" url=\"http://side.test/x\"><header name=\"A\" value=\"1\"/>"
                        + "<body>hello</body></invoke-request>");

        TestCall call = gateway.get("/orders/list");

        assertThat(call.status()).isEqualTo(207);
        assertThat(call.text()).isEqualTo("aside");
        Received sent = gateway.backends().only();
        assertThat(sent.request().method()).isEqualTo("POST");
        assertThat(sent.header("A")).isEqualTo("1");
        assertThat(sent.body().text()).isEqualTo("hello");
    }

    @Test
    void aBackendBringsItsCredentials() {
        TestGateway gateway =
                gateway("<invoke-request url=\"y?z=1\" backend-id=\"side\" response-variable-name=\"r\"/>");

        assertThat(gateway.get("/orders/list").status()).isEqualTo(200);

        Received sent = gateway.backends().received().get(0);
        assertThat(sent.url()).isEqualTo("http://side.test/base/y?z=1&code=c");
        assertThat(sent.header("X-Key")).isEqualTo("k");
        assertThat(sent.request().options().addresses()).isEqualTo(AddressRule.ANY);
    }

    @Test
    void aComputedUrlLeadsToPublicAddressesOnly() {
        TestGateway gateway = gateway("<invoke-request url=\"@(&quot;http://side.test/&quot;)\"/>");

        gateway.get("/orders/list");

        assertThat(gateway.backends().only().request().options().addresses()).isEqualTo(AddressRule.PUBLIC);
    }

    @Test
    void aCallThatFailsIsAnError() {
        TestGateway gateway = gateway("<invoke-request url=\"http://side.test/x\"/>");
        gateway.backends().fail("side.test", BackendException.Kind.CONNECTION);

        assertThat(gateway.get("/orders/list").status()).isEqualTo(500);
        gateway.verifyNothingIsLeft();
    }

    @Test
    void aHeaderCannotEndALine() {
        TestGateway gateway = gateway(
                "<invoke-request url=\"http://side.test/x\"><header name=\"A\" value=\"@(&quot;a\\r\\nB: 1&quot;)\"/></invoke-request>");

        assertThat(gateway.get("/orders/list").status()).isEqualTo(500);
        assertThat(gateway.backends().received()).isEmpty();
    }
}
