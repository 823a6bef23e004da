package dev.apim.testkit.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.GatewaySettings;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.GatewayInvariants;
import dev.apim.testkit.StubBackend.Received;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
    private static final List<String> HOP_BY_HOP = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "Proxy-Authenticate",
            "Proxy-Authorization");
    private static final List<String> FORWARDING = List.of(
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Server",
            "Forwarded",
            "X-Real-IP",
            "X-Original-URL",
            "X-Rewrite-URL",
            "x-forwarded-whatever");

    @RegisterExtension
    final GatewayInvariants gateways = new GatewayInvariants();

    @Test
    @DisplayName("row 16: hop-by-hop fields end at the gateway, both ways")
    void hopByHopFieldsCrossInNeitherDirection() {
        TestGateway gateway = start(GatewaySettings.defaults(), "");
        gateway.backends().when("backend", request -> {
            Headers headers = Headers.of("Connection", "close, X-Inner", "X-Inner", "1", "X-Kept", "1");
            HOP_BY_HOP.stream().skip(1).forEach(name -> headers.add(name, "h2c"));
            return new HttpResponse(200, "", headers, Body.empty());
        });
        Headers sent = Headers.of("Host", "gateway.test", "X-Kept", "1");
        HOP_BY_HOP.forEach(name -> sent.add(name, "x"));

        TestCall call = gateway.send(request(sent, "203.0.113.7"));

        assertThat(call.headers().names()).containsExactly("X-Kept");
        assertThat(gateway.backends().only().request().headers().names())
                .contains("X-Kept")
                .doesNotContainAnyElementsOf(HOP_BY_HOP);
    }

    @Test
    @DisplayName("row 17: what a client lists in Connection cannot take away what gateway and policies add")
    void connectionStripsNothingThatIsAddedLater() {
        TestGateway gateway = start(
                GatewaySettings.defaults(),
                "<set-header name=\"X-User\"><value>ours</value></set-header>"
                        + "<set-header name=\"Authorization\"><value>ours</value></set-header>");

        gateway.get("/a/x", "Connection", "X-User, Authorization, X-Forwarded-For, Host, close", "X-User", "theirs");

        Received received = gateway.backends().only();
        assertThat(received.header("X-User")).isEqualTo("ours");
        assertThat(received.header("Authorization")).isEqualTo("ours");
        assertThat(received.header("X-Forwarded-For")).isEqualTo("203.0.113.7");
    }

    @Test
    @DisplayName("row 17: a policy never sees what Connection lists")
    void policiesDoNotSeeFieldsOfTheConnection() {
        TestGateway gateway = start(
                GatewaySettings.defaults(),
                "<set-header name=\"X-Seen\"><value>${context.Request.Headers.GetValueOrDefault('X-Hop','none')}</value></set-header>");

        gateway.get("/a/x", "Connection", "x-hop", "X-Hop", "1");

        assertThat(gateway.backends().only().header("X-Seen")).isEqualTo("none");
    }

    @ParameterizedTest
    @DisplayName("row 18: line ends and control characters that a policy makes of a request are never sent")
    @ValueSource(strings = {"a%0d%0aX-Evil:1", "a%0ab", "a%0db", "a%00b", "a%01b", "a%7fb"})
    void noPolicyEmitsControlCharacters(String value) {
        for (String policy : List.of(
                "<set-header name=\"X-Copy\"><value>${context.Request.Url.Query.GetValueOrDefault('v','')}</value></set-header>",
                "<set-header name=\"${context.Request.Url.Query.GetValueOrDefault('v','')}\"><value>1</value></set-header>")) {
            TestGateway gateway = start(
                    GatewaySettings.builder()
                            .paths(dev.apim.core.routing.PathRules.DEFAULT.withAnyQueryEscapes())
                            .build(),
                    policy);

            TestCall call = gateway.get("/a/x?v=" + value);

            assertThat(call.status()).as(policy).isEqualTo(500);
            assertThat(call.text()).doesNotContain("Evil");
            assertThat(gateway.backends().received()).isEmpty();
        }
    }

    @ParameterizedTest
    @DisplayName("row 18: nor do they reach the request target that rewrite-uri builds")
    @ValueSource(strings = {"a%0d%0aX-Evil:1", "a%0ab", "a%20HTTP/1.1%0d%0a"})
    void noControlCharacterReachesTheTarget(String value) {
        TestGateway gateway = start(
                GatewaySettings.builder()
                        .paths(dev.apim.core.routing.PathRules.DEFAULT.withAnyQueryEscapes())
                        .build(),
                "<rewrite-uri template=\"${'/r/' += context.Request.Url.Query.GetValueOrDefault('v','')}\"/>");

        gateway.get("/a/x?v=" + value);

        assertThat(gateway.backends().received())
                .allMatch(received -> received.url().chars().noneMatch(c -> c <= ' ' || c == 0x7f));
    }

    @Test
    @DisplayName("row 19: forwarding fields of an untrusted peer are dropped, all of them, and made anew")
    void forwardingFieldsOfStrangersAreDropped() {
        TestGateway gateway = start(GatewaySettings.defaults(), "");
        Headers sent = Headers.of("Host", "gateway.test");
        FORWARDING.forEach(name -> sent.add(name, "6.6.6.6"));

        gateway.send(request(sent, "203.0.113.7"));

        Headers received = gateway.backends().only().request().headers();
        for (int i = 0; i < received.size(); i++) {
            assertThat(received.valueAt(i)).as(received.nameAt(i)).doesNotContain("6.6.6.6");
        }
        assertThat(received.get("X-Forwarded-For")).isEqualTo("203.0.113.7");
        assertThat(received.get("X-Forwarded-Host")).isEqualTo("gateway.test");
        assertThat(received.get("X-Forwarded-Proto")).isEqualTo("http");
    }

    @Test
    @DisplayName("row 19: of a trusted proxy they are appended to, and the caller is the right-most entry that is none")
    void aTrustedProxyIsBelieved() {
        TestGateway gateway = start(
                GatewaySettings.builder().trustedProxies(List.of("10.0.0.0/8")).build(),
                "<set-header name=\"X-Caller\"><value>${context.Request.IpAddress}</value></set-header>");

        gateway.send(request(
                Headers.of("Host", "gateway.test", "X-Forwarded-For", "6.6.6.6, 198.51.100.9, 10.0.0.2"), "10.0.0.1"));

        assertThat(gateway.backends().only().header("X-Caller")).isEqualTo("198.51.100.9");
        assertThat(gateway.backends().only().header("X-Forwarded-For"))
                .isEqualTo("6.6.6.6, 198.51.100.9, 10.0.0.2, 10.0.0.1");
    }

    @Test
    @DisplayName("row 20: identity fields named in the setting are removed in every spelling; others pass")
    void identityFieldsComeFromNobody() {
        TestGateway gateway = start(
                GatewaySettings.builder().identityFields(List.of("X-User-Id")).build(),
                "<set-header name=\"X-Other\" exists-action=\"skip\"><value>ours</value></set-header>");

        gateway.get("/a/x", "X-USER-ID", "admin", "X_User_Id", "admin", "x-user_id", "admin", "X-Other", "theirs");

        Headers received = gateway.backends().only().request().headers();
        assertThat(received.names())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("user"));
        assertThat(received.get("X-Other")).isEqualTo("theirs");
    }

    private TestGateway start(GatewaySettings settings, String inbound) {
        return gateways.watch(TestGateway.create()
                .settings(settings)
                .api("a", "a", "GET /x")
                .policy("/apis/a", "<policies expressions=\"el\"><inbound><base/>" + inbound + "</inbound></policies>")
                .start());
    }

    private static HttpRequest request(Headers headers, String peer) {
        return new HttpRequest("GET", "http", "gateway.test", "/a/x", "HTTP/1.1", peer, headers, Body.empty());
    }
}
