package dev.apim.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.backend.BackendCapability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A configuration beyond the client at hand loads with a warning that says where, and what jar to add. */
class BackendNeedsTest {
    private final TestGateway gateway = TestGateway.create().api("orders", "orders", "GET /");

    private TestGateway simple() {
        gateway.backends().lacking(BackendCapability.values());
        return gateway;
    }

    private static String document(String inbound) {
        return "<policies>\n<inbound><base/>" + inbound + "</inbound>\n"
                + "<backend><base/></backend><outbound><base/></outbound></policies>";
    }

    private static String send(String url) {
        return "<send-request response-variable-name=\"r\"><set-url>" + url
                + "</set-url><set-method>GET</set-method></send-request>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<set-header name=\"Host\"><value>other</value></set-header>",
                "<set-backend-service base-url=\"@(context.Request.Headers.GetValueOrDefault(&quot;X&quot;,&quot;&quot;))\"/>",
                "<send-request response-variable-name=\"r\"><set-url>@(\"http://\" + context.Request.IpAddress)</set-url>"
                        + "<set-method>GET</set-method></send-request>",
                "<send-request response-variable-name=\"r\"><set-url>http://a.test/</set-url><set-method>GET</set-method>"
                        + "<set-header name=\"host\"><value>b.test</value></set-header></send-request>"
            })
    void aPolicyBeyondTheClientIsWarnedOfWhereItStands(String policy) {
        simple().policy("/apis/orders", document(policy)).start();
        assertThat(gateway.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.message()).contains("backend client at hand cannot").contains("dev.apim:apim-vertx");
            assertThat(warning.position().source()).contains("orders");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<set-header name=\"Host\" exists-action=\"delete\"/>",
                "<set-header name=\"X-Host\"><value>other</value></set-header>",
                "<set-backend-service base-url=\"http://10.0.0.1\"/>"
            })
    void whatEveryClientCanDoIsNotWarnedOf(String policy) {
        simple().policy("/apis/orders", document(policy)).start();
        assertThat(gateway.warnings()).extracting(Issue::message).noneMatch(message -> message.contains("apim-vertx"));
    }

    @Test
    void followingRedirectsNeedsAClientThatHoldsThemToPublicAddresses() {
        simple().policy(
                        "/apis/orders",
                        "<policies><inbound><base/></inbound><backend><forward-request follow-redirects=\"true\"/></backend>"
                                + "<outbound><base/></outbound></policies>")
                .start();
        assertThat(gateway.warnings()).extracting(Issue::message).singleElement().asString().contains("apim-vertx");
    }

    @Test
    void aBackendBeyondTheClientIsWarnedOfAtTheBackend() {
        simple().put(
                        "/backends/billing",
                        "{\"url\":\"https://billing.test\",\"protocol\":\"http\",\"tls\":{\"validateCertificateName\":false},"
                                + "\"credentials\":{\"header\":{\"Host\":[\"x\"]}}}")
                .start();
        assertThat(gateway.warnings())
                .hasSize(2)
                .allSatisfy(warning -> {
                    assertThat(warning.message()).startsWith("backend 'billing': ").contains("dev.apim:apim-vertx");
                    assertThat(warning.position().source()).contains("/backends/billing");
                })
                .extracting(Issue::message)
                .anyMatch(message -> message.contains("checks of a backend's certificate"))
                .anyMatch(message -> message.contains("a Host of its own"));
    }

    @Test
    void aClientThatCanDoAllIsNotWarnedOf() {
        gateway.put(
                        "/backends/billing",
                        "{\"url\":\"https://billing.test\",\"protocol\":\"http\",\"tls\":{\"validateCertificateChain\":false}}")
                .policy(
                        "/apis/orders",
                        document("<set-header name=\"Host\"><value>x</value></set-header>" + send("@(\"http://a.test\")")))
                .start();
        assertThat(gateway.warnings()).isEmpty();
    }
}
