package dev.apim.testkit.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.GatewaySettings;
import dev.apim.core.routing.PathRules;
import dev.apim.http.Body;
import dev.apim.testkit.GatewayInvariants;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {
    @RegisterExtension
    final GatewayInvariants gateways = new GatewayInvariants();

    @Test
    @DisplayName("row 28: policies, counters, cache and backend see the one canonical path, however it is spelt")
    void oneCanonicalPathServesAll() {
        TestGateway gateway = start(
                GatewaySettings.defaults(),
                "<rate-limit-by-key calls=\"3\" renewal-period=\"60\" counter-key=\"${context.Request.OriginalUrl.Path}\"/>"
                        + "<cache-lookup vary-by-developer=\"false\" vary-by-developer-groups=\"false\"/>",
                "<cache-store duration=\"60\"/>");

        assertThat(gateway.get("/open/items/abc").status()).isEqualTo(200);
        assertThat(gateway.get("/open/./items/%61bc").status()).isEqualTo(200);
        assertThat(gateway.get("/open/x/..//items/a%62c").status()).isEqualTo(200);
        assertThat(gateway.get("/open/items/ab%63").status()).isEqualTo(429);

        assertThat(gateway.backends().only().url()).isEqualTo("http://backend.test/base/items/abc");
    }

    @ParameterizedTest
    @DisplayName("rows 29, 30, 32, 33: targets that two programs could read differently are refused and not forwarded")
    @ValueSource(
            strings = {
                "/open/items/a%2fb",
                "/open/items/a%5cb",
                "/open/items/a\\b",
                "/open/../../x",
                "/%2e%2e/x",
                "/..;/x",
                "/open/items/%00",
                "/open/items/\u0001",
                "/open/items/%c0%af",
                "/open/items/%ff",
                "/open/items/%zz",
                "/open/items/%",
                "/open/items/a#b",
                "/open;x/items/1",
                "/open/items;v=1/1",
                "/open/items/1?%zz"
            })
    void ambiguousTargetsAreRefused(String target) {
        TestGateway gateway = start(GatewaySettings.defaults(), "", "");

        assertThat(gateway.get(target).status()).isEqualTo(400);
        assertThat(gateway.backends().received()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("rows 29, 30, 31: what is allowed is forwarded as the same canonical bytes")
    @CsvSource({
        "/open/items/a%252fb, http://backend.test/base/items/a%252fb",
        "/open/items/%252e%252e, http://backend.test/base/items/%252e%252e",
        "/open//items///1, http://backend.test/base/items/1",
        "/open/items/x/../1, http://backend.test/base/items/1",
        "/open/items/.%2e/items/1, http://backend.test/base/items/1",
        "/open/items/1?q=%2f..%2f, http://backend.test/base/items/1?q=%2f..%2f",
    })
    void theCanonicalTargetIsForwarded(String target, String forwarded) {
        TestGateway gateway = start(GatewaySettings.defaults(), "", "");

        assertThat(gateway.get(target).status()).isEqualTo(200);
        assertThat(gateway.backends().only().url()).isEqualTo(forwarded);
    }

    @Test
    @DisplayName("row 29: by setting an encoded slash stays one segment and is forwarded unchanged")
    void encodedSlashesCanBeKept() {
        TestGateway gateway = start(
                GatewaySettings.builder()
                        .paths(PathRules.DEFAULT.keepingEncodedSlashes())
                        .build(),
                "",
                "");

        assertThat(gateway.get("/open/items/a%2fb").status()).isEqualTo(200);
        assertThat(gateway.backends().only().url()).isEqualTo("http://backend.test/base/items/a%2fb");
    }

    @ParameterizedTest
    @DisplayName("rows 33, 34: no spelling of a path misses the rule of the API that guards it")
    @ValueSource(
            strings = {
                "/admin/items/1",
                "/ADMIN/items/1",
                "/%61dmin/items/1",
                "/admin/items/1/",
                "//admin/items/1",
                "/open/../admin/items/1",
                "/admin;rev=1/items/1",
                "/./admin/items/1"
            })
    void noSpellingMissesTheRule(String target) {
        TestGateway gateway = guarded(GatewaySettings.defaults());

        assertThat(gateway.get(target).status()).isEqualTo(403);
        assertThat(gateway.backends().received()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("row 33: by setting matrix parameters are left out of matching in every segment")
    @ValueSource(strings = {"/admin;x/items/1", "/admin/items;a=b/1", "/admin/items/1;c", "/admin;x/items;y/1;z"})
    void ignoredMatrixParametersMissNoRule(String target) {
        TestGateway gateway = guarded(GatewaySettings.builder()
                .paths(PathRules.DEFAULT.ignoringMatrixParameters())
                .build());

        assertThat(gateway.get(target).status()).isEqualTo(403);
        assertThat(gateway.backends().received()).isEmpty();
    }

    @Test
    @DisplayName(
            "row 34: the method is the one on the request line: no override, no GET for HEAD, nothing unknown, no asterisk")
    void theMethodIsWhatItIs() {
        TestGateway gateway = start(GatewaySettings.defaults(), "", "");

        TestCall override = gateway.send(
                "POST",
                "/open/items/1",
                Body.empty(),
                "X-HTTP-Method-Override",
                "GET",
                "X-HTTP-Method",
                "GET",
                "X-Method-Override",
                "GET");

        assertThat(override.status()).isEqualTo(404);
        for (String method : new String[] {"HEAD", "TRACE", "CONNECT", "PROPFIND", "NONSENSE"}) {
            assertThat(gateway.send(method, "/open/items/1", Body.empty()).status())
                    .as(method)
                    .isEqualTo(404);
        }
        assertThat(gateway.send("OPTIONS", "*", Body.empty()).status()).isIn(400, 404);
        assertThat(gateway.backends().received()).isEmpty();
    }

    @Test
    @DisplayName("row 34: policies of the operation apply to HEAD as to any other method")
    void policiesApplyToHead() {
        TestGateway gateway = gateways.watch(TestGateway.create()
                .api("a", "a", "HEAD /x")
                .policy(
                        "/apis/a/operations/op1",
                        "<policies><inbound><return-response><set-status code=\"403\"/></return-response></inbound></policies>")
                .start());

        assertThat(gateway.send("HEAD", "/a/x", Body.empty()).status()).isEqualTo(403);
    }

    private TestGateway guarded(GatewaySettings settings) {
        return gateways.watch(TestGateway.create()
                .settings(settings)
                .api("open", "open", "GET /items/{id}")
                .api("admin", "admin", "GET /items/{id}")
                .policy(
                        "/apis/admin",
                        "<policies><inbound><return-response><set-status code=\"403\"/></return-response></inbound></policies>")
                .start());
    }

    private TestGateway start(GatewaySettings settings, String inbound, String outbound) {
        return gateways.watch(TestGateway.create()
                .settings(settings)
                .api("open", "open", "GET /items/{id}")
                .policy(
                        "/apis/open",
                        "<policies expressions=\"el\"><inbound><base/>" + inbound + "</inbound><outbound><base/>"
                                + outbound + "</outbound></policies>")
                .start());
    }
}
