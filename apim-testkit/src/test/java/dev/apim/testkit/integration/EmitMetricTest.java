package dev.apim.testkit.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.core.telemetry.MemoryMetrics.Series;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmitMetricTest {
    private static TestGateway gateway(String policy) {
        return TestGateway.create()
                .api("orders", "orders", "GET /")
                .policy("/apis/orders", "<policies><inbound>" + policy + "</inbound></policies>");
    }

    @Test
    void valuesOfTheSameDimensionsAddUp() {
        TestGateway gateway = gateway(
                        "<emit-metric name=\"size\" namespace=\"shop\" value=\"@(Convert.ToDouble(context.Request.Headers.GetValueOrDefault(&quot;X-Size&quot;,&quot;0&quot;)))\">"
                                + "<dimension name=\"API ID\"/><dimension name=\"Operation ID\"/><dimension name=\"User ID\"/>"
                                + "<dimension name=\"Gateway ID\"/><dimension name=\"kind\" value=\"plain\"/></emit-metric>")
                .start();

        gateway.get("/orders/", "X-Size", "2.5");
        gateway.get("/orders/", "X-Size", "4");

        assertThat(gateway.metrics().series())
                .containsExactly(new Series(
                        "shop",
                        "size",
                        Map.of(
                                "API ID",
                                "orders",
                                "Operation ID",
                                "op1",
                                "User ID",
                                "",
                                "Gateway ID",
                                "local",
                                "kind",
                                "plain"),
                        2,
                        6.5,
                        2.5,
                        4));
    }

    @Test
    void theNameOfADimensionMayBeComputed() {
        TestGateway gateway = gateway("<emit-metric name=\"m\">"
                        + "<dimension name=\"@(context.Request.Method + &quot; of&quot;)\" value=\"@(context.Api.Id)\"/>"
                        + "<dimension name=\"@(&quot;API &quot; + &quot;ID&quot;)\"/></emit-metric>")
                .start();

        gateway.get("/orders/");

        assertThat(gateway.metrics().series().get(0).dimensions())
                .isEqualTo(Map.of("GET of", "orders", "API ID", "orders"));
    }

    @Test
    void aValueThatIsNoNumberFailsTheRequest() {
        TestGateway gateway = gateway(
                        "<emit-metric name=\"size\" value=\"@(double.NaN)\"><dimension name=\"API ID\"/></emit-metric>")
                .start();

        TestCall call = gateway.get("/orders/");

        assertThat(call.status()).isEqualTo(500);
        assertThat(gateway.metrics().series()).isEmpty();
    }

    @Test
    void elevenDimensionsAreTooMany() {
        String eleven = "<dimension name=\"d\" value=\"v\"/>".repeat(11);

        assertThatThrownBy(() -> gateway("<emit-metric name=\"m\">" + eleven + "</emit-metric>")
                        .start())
                .hasMessageContaining("11 dimensions, expected at most 10");
    }
}
