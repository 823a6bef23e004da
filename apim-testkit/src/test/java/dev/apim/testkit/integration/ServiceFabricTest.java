package dev.apim.testkit.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.backend.BackendException;
import dev.apim.testkit.StubBackend.Received;
import dev.apim.testkit.TestGateway;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceFabricTest {
    private static final String ENDPOINTS =
            "{\"Version\":\"%s\",\"Endpoints\":[{\"Kind\":\"StatefulPrimary\",\"Address\":\"{\\\"Endpoints\\\":{\\\"http\\\":\\\"http://%s:8080/base\\\"}}\"}]}";

    private static TestGateway gateway(String attributes, String inBackend) {
        TestGateway gateway = TestGateway.create()
                .api("orders", "orders", "GET /list")
                .put(
                        "/backends/shop",
                        "{\"url\":\"fabric:/app/shop\",\"protocol\":\"http\",\"properties\":{\"serviceFabricCluster\":"
                                + "{\"managementEndpoints\":[\"https://sf-1.test:19080\",\"https://sf-2.test:19080/\"],"
                                + "\"maxPartitionResolutionRetries\":1}}}")
                .policy(
                        "/apis/orders",
                        "<policies><inbound><set-backend-service backend-id=\"shop\" " + attributes
                                + "/></inbound><backend>" + inBackend + "</backend></policies>");
        gateway.backends().answer("sf-", 200, "application/json", ENDPOINTS.formatted("1", "replica-1.test"));
        return gateway.start();
    }

    private static List<String> urls(TestGateway gateway) {
        return gateway.backends().received().stream().map(Received::url).toList();
    }

    @Test
    void aServiceIsResolvedOnceAndRemembered() {
        TestGateway gateway = gateway("sf-partition-key=\"@(7)\"", "<base/>");

        gateway.get("/orders/list?x=1");
        gateway.get("/orders/list");

        assertThat(urls(gateway))
                .containsExactly(
                        "https://sf-1.test:19080/Services/app~shop/$/ResolvePartition?api-version=6.0"
                                + "&PartitionKeyType=2&PartitionKeyValue=7&timeout=15",
                        "http://replica-1.test:8080/base/list?x=1",
                        "http://replica-1.test:8080/base/list");
    }

    @Test
    void aNameIsAPartitionKeyOfItsOwnKind() {
        TestGateway gateway = gateway("sf-partition-key=\"north west\"", "<base/>");

        gateway.get("/orders/list");

        assertThat(urls(gateway).get(0)).contains("&PartitionKeyType=3&PartitionKeyValue=north+west&");
    }

    @Test
    void aStaleAddressIsResolvedAnewInARetry() {
        TestGateway gateway = gateway(
                "",
                "<retry condition=\"@(context.Response.StatusCode == 410)\" count=\"2\" interval=\"0\">"
                        + "<set-backend-service backend-id=\"shop\" sf-resolve-condition=\"@(context.Response.StatusCode == 410)\"/>"
                        + "<forward-request/></retry>");
        gateway.backends().answer("replica-1.test", 410, "text/plain", "");
        gateway.backends()
                .answer("PreviousRspVersion=1", 200, "application/json", ENDPOINTS.formatted("2", "replica-2.test"));

        assertThat(gateway.get("/orders/list").status()).isEqualTo(200);
        assertThat(urls(gateway).get(urls(gateway).size() - 1)).startsWith("http://replica-2.test:8080/base");
    }

    @Test
    void theNextEndpointIsAskedWhereOneDoesNotAnswer() {
        TestGateway gateway = gateway("", "<base/>");
        gateway.backends().fail("sf-1.test", BackendException.Kind.CONNECTION);

        assertThat(gateway.get("/orders/list").status()).isEqualTo(200);
        assertThat(urls(gateway)).anyMatch(url -> url.startsWith("https://sf-2.test:19080/Services/app~shop/"));
    }

    @Test
    void aServiceNobodyKnowsIsAnErrorAfterTheRetries() {
        TestGateway gateway = gateway("", "<base/>");
        gateway.backends().answer("sf-", 404, "application/json", "{}");

        assertThat(gateway.get("/orders/list").status()).isEqualTo(500);
        assertThat(gateway.backends().received()).hasSize(4);
        gateway.verifyNothingIsLeft();
    }

    @Test
    void aReplicaThatDoesNotListenAsWantedIsAnError() {
        TestGateway gateway = gateway("sf-listener-name=\"admin\"", "<base/>");

        assertThat(gateway.get("/orders/list").status()).isEqualTo(500);
    }
}
