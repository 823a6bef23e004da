package dev.apim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Threads of the container that wait for something else than the host. */
class WaitingTest {
    private static JettyHost host(ServletOptions options) {
        return new JettyHost(
                        a -> a.api(
                                        "orders",
                                        api -> api.path("orders")
                                                .open()
                                                .allOperations()
                                                .inline()
                                                .policy(
                                                        "<policies><inbound><base/><retry condition='@(true)' count='1' interval='5'>"
                                                                + "<set-variable name='a' value='b'/></retry></inbound></policies>"))
                                .api(
                                        "quick",
                                        api -> api.path("quick")
                                                .open()
                                                .allOperations()
                                                .inline()),
                        options)
                .servlet("/*", new HttpServlet() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected void service(HttpServletRequest request, HttpServletResponse response)
                            throws IOException {
                        response.getWriter().write("answered");
                    }
                })
                .start();
    }

    @Test
    void whoeverWaitsTooLongIsTurnedAway() throws Exception {
        try (JettyHost host = host(ServletOptions.DEFAULT.waiting(8, Duration.ofMillis(50)))) {
            HttpResponse<String> answer = host.get("/orders/1");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        }
    }

    @Test
    void whenAllPlacesAreTakenTheNextIsTurnedAwayAtOnce() throws Exception {
        try (JettyHost host = host(ServletOptions.DEFAULT.waiting(1, Duration.ofSeconds(20)))) {
            CompletableFuture<HttpResponse<String>> first = later(host);
            CompletableFuture<HttpResponse<String>> second = later(host);

            HttpResponse<?> turnedAway =
                    (HttpResponse<?>) CompletableFuture.anyOf(first, second).get();

            assertThat(turnedAway.statusCode()).isEqualTo(503);
            assertThat(host.get("/quick").body()).isEqualTo("answered");
        }
    }

    private static CompletableFuture<HttpResponse<String>> later(JettyHost host) {
        return host.client.sendAsync(
                HttpRequest.newBuilder(host.uri("/orders/1")).build(), HttpResponse.BodyHandlers.ofString());
    }
}
