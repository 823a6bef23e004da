package dev.apim.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.ConfigurationException;
import dev.apim.core.GatewaySettings;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** check-header, ip-filter and authentication-basic. */
class SimpleAccessTest {
    private static final String SEEN = "<set-header name='X-Error'><value>@(context.LastError.Source + \" \" + "
            + "context.LastError.Reason + \": \" + context.LastError.Message)</value></set-header>";
    private static final String CHECK =
            "<check-header name='X-A' failed-check-httpcode='400' failed-check-error-message='Nope' ignore-case='";

    private final TestGateway gateway = TestGateway.create().api("orders", "orders", "GET /{id}");

    private TestGateway with(String inbound) {
        return gateway.policy(
                        "/apis/orders",
                        "<policies><inbound><base/>" + inbound + "</inbound><on-error>" + SEEN
                                + "</on-error></policies>")
                .start();
    }

    @Test
    void aHeaderMustBeThere() {
        with(CHECK + "true'/>");

        assertThat(gateway.get("/orders/7", "x-a", "").status()).isEqualTo(200);
        assertThat(gateway.get("/orders/7", "X-A", "1", "X-A", "2").status()).isEqualTo(200);
        TestCall call = gateway.get("/orders/7");
        assertThat(call.status()).isEqualTo(400);
        assertThat(call.text()).isEqualTo("{ \"statusCode\": 400, \"message\": \"Nope\" }");
        assertThat(call.header("X-Error"))
                .isEqualTo("check-header HeaderNotFound: Header X-A was not found in the request. Access denied.");
    }

    @ParameterizedTest
    @CsvSource({"one, true, 200", "ONE, true, 200", "ONE, false, 400", "two, false, 200", "three, true, 400"})
    void itsValueMustBeOneOfThose(String sent, boolean ignoreCase, int status) {
        with(CHECK + ignoreCase + "'><value>one</value><value>@(\"two\")</value></check-header>");

        TestCall call = gateway.get("/orders/7", "X-A", sent);

        assertThat(call.status()).isEqualTo(status);
        if (status == 400) {
            assertThat(call.header("X-Error"))
                    .isEqualTo("check-header HeaderValueNotAllowed: Header X-A value of " + sent
                            + " is not allowed. Access denied.");
        }
    }

    @Test
    void twoValuesWhereOneIsAllowedAreNotAllowed() {
        with(CHECK + "true'><value>one</value></check-header>");

        assertThat(gateway.get("/orders/7", "X-A", "one", "X-A", "two").status())
                .isEqualTo(400);
    }

    private int from(String peer) {
        return gateway.send(new HttpRequest(
                        "GET",
                        "http",
                        "gateway.test",
                        "/orders/7",
                        "HTTP/1.1",
                        peer,
                        Headers.of("Host", "gateway.test"),
                        Body.empty()))
                .status();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.4, 403",
        "203.0.113.5, 200",
        "203.0.113.9, 200",
        "203.0.113.10, 403",
        "198.51.100.1, 200",
        "2001:db8::7, 200",
        "2001:db8:0:0:0:0:0:8, 403",
        "::ffff:203.0.113.7, 200",
        "nonsense, 403"
    })
    void onlyAllowedAddressesPass(String peer, int status) {
        with("<ip-filter action='allow'><address>198.51.100.1</address><address>@(\"2001:DB8::7\")</address>"
                + "<address-range from='203.0.113.5' to='@(\"203.0.113.9\")'/></ip-filter>");

        assertThat(from(peer)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.5, 403", "203.0.113.6, 200", "2001:db8::1, 200", "nonsense, 403"})
    void forbiddenAddressesDoNot(String peer, int status) {
        with("<ip-filter action='@(\"forbid\")'><address>203.0.113.5</address></ip-filter>");

        assertThat(from(peer)).isEqualTo(status);
    }

    @Test
    void theCallerIsToldNoMoreThanThatItIsForbidden() {
        with("<ip-filter action='allow'><address>10.0.0.1</address></ip-filter>");

        TestCall call = gateway.get("/orders/7");

        assertThat(call.text()).isEqualTo("{ \"statusCode\": 403, \"message\": \"Forbidden\" }");
        assertThat(call.header("X-Error"))
                .isEqualTo(
                        "ip-filter CallerIpNotAllowed: Caller IP address 203.0.113.7 is not allowed. Access denied.");
    }

    @Test
    void aForwardedAddressCountsOnlyFromATrustedProxy() {
        String filter = "<ip-filter action='allow'><address>10.0.0.1</address></ip-filter>";
        with(filter);
        assertThat(gateway.get("/orders/7", "X-Forwarded-For", "10.0.0.1").status())
                .isEqualTo(403);

        TestGateway behind = TestGateway.create()
                .settings(GatewaySettings.builder()
                        .trustedProxies(List.of("203.0.113.0/24"))
                        .build())
                .api("orders", "orders", "GET /{id}")
                .policy("/apis/orders", "<policies><inbound>" + filter + "</inbound></policies>")
                .start();
        assertThat(behind.get("/orders/7", "X-Forwarded-For", "10.0.0.1").status())
                .isEqualTo(200);
        assertThat(behind.get("/orders/7", "X-Forwarded-For", "10.0.0.1, 10.0.0.2")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<address>example.org</address>",
                "<address>10.0.0</address>",
                "<address>1</address>",
                "<address-range from='10.0.0.9' to='10.0.0.1'/>",
                "<address-range from='10.0.0.1' to='::1'/>"
            })
    void whatIsNoAddressIsAnErrorAtItsPlace(String child) {
        assertThatThrownBy(() -> with("<ip-filter action='allow'>" + child + "</ip-filter>"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("numeric addresses");
    }

    @Test
    void theBackendGetsTheCredentialsInPlaceOfTheCallers() {
        with("<authentication-basic username='ann' password='@(\"s:3\")'/>");

        gateway.get("/orders/7", "Authorization", "Bearer x");

        assertThat(gateway.backends().only().header("Authorization")).isEqualTo("Basic YW5uOnM6Mw==");
    }
}
