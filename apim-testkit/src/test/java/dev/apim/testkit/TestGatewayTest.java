package dev.apim.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.ConfigurationException;
import org.junit.jupiter.api.Test;

class TestGatewayTest {
    @Test
    void aRequestIsForwardedToTheServiceUrlWithWhatPoliciesMadeOfIt() {
        TestGateway gateway = TestGateway.create()
                .api("orders", "orders", "GET /{id}")
                .policy(
                        "/apis/orders",
                        "<policies><inbound><base/><set-header name=\"X-A\"><value>1</value></set-header></inbound>"
                                + "<outbound><base/><set-status code=\"201\" reason=\"Made\"/></outbound></policies>")
                .start();
        gateway.backends().answer("/base/7", 200, "text/plain", "seven");

        TestCall call = gateway.get("/orders/7?x=1");

        assertThat(call.status()).isEqualTo(201);
        assertThat(call.text()).isEqualTo("seven");
        assertThat(gateway.backends().only().url()).isEqualTo("http://backend.test/base/7?x=1");
        assertThat(gateway.backends().only().header("X-A")).isEqualTo("1");
    }

    @Test
    void whatNoOperationTakesIs404() {
        TestGateway gateway =
                TestGateway.create().api("orders", "orders", "GET /{id}").start();

        TestCall call = gateway.send("DELETE", "/orders/7", dev.apim.http.Body.empty());

        assertThat(call.status()).isEqualTo(404);
        assertThat(call.text()).isEqualTo("{ \"statusCode\": 404, \"message\": \"Resource not found\" }");
    }

    @Test
    void aBrokenChangeIsRefusedWithItsPlaceAndTheLastConfigurationServesOn() {
        TestGateway gateway = TestGateway.create()
                .api("orders", "orders", "GET /{id}")
                .policy("/apis/orders", "<policies><inbound><return-response/></inbound></policies>")
                .start();

        gateway.policy("/apis/orders", "<policies><inbound><no-such/></inbound></policies>");

        assertThatThrownBy(gateway::start)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("there is no policy <no-such>");
        assertThat(gateway.get("/orders/7").status()).isEqualTo(200);
    }

    @Test
    void expressionsInJakartaElAreEvaluated() {
        TestGateway gateway = TestGateway.create()
                .api("orders", "orders", "GET /{id}")
                .policy(
                        "/apis/orders",
                        "<policies expressions=\"el\"><inbound><choose>"
                                + "<when condition=\"${context.Request.Headers.GetValueOrDefault('X-Kind','') == 'a'}\">"
                                + "<return-response><set-status code=\"299\"/></return-response></when>"
                                + "</choose></inbound></policies>")
                .start();

        assertThat(gateway.get("/orders/7", "X-Kind", "a").status()).isEqualTo(299);
        assertThat(gateway.get("/orders/7", "X-Kind", "b").status()).isEqualTo(200);
    }

    @Test
    void expressionsInCSharpAreEvaluated() {
        TestGateway gateway = TestGateway.create()
                .api("orders", "orders", "GET /{id}")
                .policy(
                        "/apis/orders",
                        "<policies><inbound><return-response><set-status code=\"@(200 + 99)\" />"
                                + "<set-body>@($\"{context.Request.Method} {context.Request.MatchedParameters[\"id\"]}\")</set-body>"
                                + "</return-response></inbound></policies>")
                .start();

        assertThat(gateway.warnings()).isEmpty();
        TestCall call = gateway.get("/orders/7");
        assertThat(call.status()).isEqualTo(299);
        assertThat(call.text()).isEqualTo("GET 7");
    }

    @Test
    void aCSharpExpressionThatThrowsFailsTheRequestWithDotNetsMessage() {
        TestGateway gateway = TestGateway.create()
                .api("orders", "orders", "GET /{id}")
                .policy(
                        "/apis/orders",
                        "<policies><inbound><set-variable name=\"a\" value=\"@(context.Variables[\"none\"])\"/></inbound></policies>")
                .start();

        TestCall call = gateway.get("/orders/7");
        assertThat(call.status()).isEqualTo(500);
        assertThat(call.trace().steps().get(0).outcome())
                .contains("ExpressionValueEvaluationFailure")
                .contains("The given key 'none' was not present in the dictionary.");
    }
}
