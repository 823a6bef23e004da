package dev.apim.testkit.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.GatewayInvariants;
import dev.apim.testkit.TestGateway;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What requests share: counters and stored responses. */
class SharedStateTest {
    private static final String LIMIT =
            "<rate-limit-by-key calls=\"2\" renewal-period=\"60\" counter-key=\"${context.Request.IpAddress}\"/>";

    @RegisterExtension
    final GatewayInvariants gateways = new GatewayInvariants();

    @Test
    @DisplayName("row 60: a jump of the wall clock by an hour gives no free window and locks nobody out")
    void theWallClockIsNobodysConcern() {
        TestGateway gateway = start(LIMIT, "");
        gateway.get("/a/x");
        gateway.get("/a/x");
        for (int hours : new int[] {1, -2}) {
            gateway.time().jumpWallClock(Duration.ofHours(hours));
            assertThat(gateway.get("/a/x").status()).isEqualTo(429);
        }
        gateway.time().advance(Duration.ofSeconds(61));
        assertThat(gateway.get("/a/x").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @DisplayName("row 61: no field of a stranger multiplies the budget of an address")
    @CsvSource({
        "X-Forwarded-For, 198.51.100.%d",
        "Forwarded, for=198.51.100.%d",
        "X-Real-IP, 198.51.100.%d",
        "Host, h%d.test"
    })
    void headersDoNotMultiplyABudget(String name, String value) {
        TestGateway gateway = start(LIMIT, "");
        int served = 0;
        for (int i = 0; i < 20; i++) {
            served += gateway.get("/a/x", name, String.format(value, i)).status() == 200 ? 1 : 0;
        }

        assertThat(served).isEqualTo(2);
    }

    @Test
    @DisplayName("row 61: all addresses of one IPv6 network of 64 bits are one caller of a rate limit by address")
    void oneNetworkIsOneCaller() {
        TestGateway gateway = start(LIMIT, "");
        int served = 0;
        for (int i = 1; i < 20; i++) {
            Headers headers = Headers.of("Host", "gateway.test");
            String peer = "2001:db8:1:2::" + Integer.toHexString(i * 977);
            served += gateway.send(new HttpRequest(
                                            "GET",
                                            "http",
                                            "gateway.test",
                                            "/a/x",
                                            "HTTP/1.1",
                                            peer,
                                            headers,
                                            Body.empty()))
                                    .status()
                            == 200
                    ? 1
                    : 0;
        }

        assertThat(served).isEqualTo(2);
    }

    @ParameterizedTest
    @DisplayName("row 64: what is not in the key of a stored response cannot change what others get")
    @CsvSource({
        "X-Forwarded-Host, evil.test", "X-Forwarded-Proto, https", "X-Forwarded-Prefix, /evil", "Host, evil.test",
        "X-Original-URL, /evil", "X-Rewrite-URL, /evil", "Forwarded, host=evil.test", "X-HTTP-Method-Override, DELETE",
        "X-Host, evil.test", "X-Forwarded-Server, evil.test"
    })
    void storedResponsesAreNotPoisoned(String name, String value) {
        TestGateway gateway = caching();
        gateway.backends().when("backend", request -> {
            StringBuilder echo = new StringBuilder();
            for (String field : new String[] {"X-Forwarded-Host", "X-Forwarded-Proto", "X-Host", "X-Original-URL"}) {
                echo.append(request.header(field)).append(';');
            }
            return HttpResponse.of(200, "text/plain", echo.toString());
        });

        gateway.get("/a/x", name, value);
        String others = gateway.get("/a/x").text();

        assertThat(others).doesNotContain("evil").doesNotContain("https");
    }

    @Test
    @DisplayName("row 64: only GET without a body is stored, and no error is")
    void unsafeRequestsAndErrorsAreNotStored() {
        TestGateway gateway = caching();
        gateway.backends().answer("backend", 500, "text/plain", "broken");
        gateway.get("/a/x");
        gateway.backends().answer("backend", 200, "text/plain", "fine");

        assertThat(gateway.get("/a/x").text()).isEqualTo("fine");

        gateway.send("POST", "/a/x", Body.of("evil"));
        gateway.send("GET", "/a/x?fat", Body.of("evil"));
        gateway.get("/a/x?fat");
        assertThat(gateway.backends().received()).hasSize(5);
    }

    @ParameterizedTest
    @DisplayName("row 63: what is for one caller is not stored")
    @CsvSource({"Cache-Control, private", "Cache-Control, no-store", "Set-Cookie, a=b", "Vary, *"})
    void privateResponsesAreNotStored(String name, String value) {
        TestGateway gateway = caching();
        gateway.backends()
                .when(
                        "backend",
                        request -> new HttpResponse(
                                200, "", Headers.of(name, value), Body.of("for " + request.header("X-User"))));

        gateway.get("/a/x", "X-User", "ada");

        assertThat(gateway.get("/a/x", "X-User", "bob").text()).isEqualTo("for bob");
    }

    private TestGateway caching() {
        return start(
                "<cache-lookup vary-by-developer=\"false\" vary-by-developer-groups=\"false\"/>",
                "<cache-store duration=\"60\"/>");
    }

    private TestGateway start(String inbound, String outbound) {
        return gateways.watch(TestGateway.create()
                .api("a", "a", "GET /x", "POST /x")
                .policy(
                        "/apis/a",
                        "<policies expressions=\"el\"><inbound><base/>" + inbound + "</inbound><outbound><base/>"
                                + outbound + "</outbound></policies>")
                .start());
    }
}
