package dev.apim.samples.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.Apim;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

/** The sample, served. */
class ShopApplicationTest {
    @Test
    void ordersNeedAKeyAndHaveALimit() throws Exception {
        try (Apim apim = ShopApplication.gateway("k1")) {
            Server server = ShopApplication.server(0, apim);
            server.start();
            try {
                int port = ((NetworkConnector) server.getConnectors()[0]).getLocalPort();
                URI orders = URI.create("http://127.0.0.1:" + port + "/orders");

                assertThat(get(orders, "wrong").statusCode()).isEqualTo(401);
                HttpResponse<String> answer = get(orders, "k1");
                assertThat(answer.body()).contains("\"item\":\"tea\"", "\"caller\":\"acme\"");
                assertThat(answer.headers().firstValue("X-Gateway")).contains("apim");
                for (int i = 0; i < 4; i++) {
                    assertThat(get(orders, "k1").statusCode()).isEqualTo(200);
                }
                assertThat(get(orders, "k1").statusCode()).isEqualTo(429);
            } finally {
                server.stop();
            }
        }
    }

    private static HttpResponse<String> get(URI uri, String key) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header("Ocp-Apim-Subscription-Key", key)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
