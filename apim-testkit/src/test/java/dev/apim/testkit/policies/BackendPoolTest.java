package dev.apim.testkit.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.ConfigurationException;
import dev.apim.backend.BackendException;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.StubBackend.Received;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pools of backends, and backends that get no requests while they are ill. */
class BackendPoolTest {
    private static final String ON_429 = "\"failureCondition\":{\"count\":1,\"interval\":\"PT1M\",\"statusCodeRanges\":"
            + "[{\"min\":429,\"max\":429}]},\"tripDuration\":\"PT30S\"";
    private static final String DOCUMENT =
            "<policies><inbound><base/><set-backend-service backend-id=\"pool\"/></inbound>"
                    + "<backend>%s</backend><outbound><base/></outbound><on-error><base/>%s</on-error></policies>";

    private final TestGateway gateway = TestGateway.create().api("a", "a", "GET /x", "POST /x");

    private BackendPoolTest backend(String id, String rules) {
        gateway.put(
                "/backends/" + id,
                "{\"url\":\"https://" + id
                        + ".test/base\",\"protocol\":\"http\",\"credentials\":{\"header\":{\"X-Key\":[\"of-" + id
                        + "\"]}}"
                        + (rules.isEmpty() ? "" : ",\"circuitBreaker\":{\"rules\":[{\"name\":\"r\"," + rules + "}]}")
                        + "}");
        return this;
    }

    private BackendPoolTest pool(String... members) {
        String services = List.of(members).stream()
                .map(member -> {
                    String[] parts = member.split(":");
                    return "{\"id\":\"/backends/" + parts[0] + "\""
                            + (parts[1].equals("-") ? "" : ",\"priority\":" + parts[1])
                            + (parts[2].equals("-") ? "" : ",\"weight\":" + parts[2]) + "}";
                })
                .collect(Collectors.joining(","));
        gateway.put("/backends/pool", "{\"type\":\"Pool\",\"pool\":{\"services\":[" + services + "]}}");
        return this;
    }

    private TestGateway started(String backend, String onError) {
        return gateway.policy("/apis/a", DOCUMENT.formatted(backend, onError)).start();
    }

    private TestGateway started() {
        return started("<base/>", "");
    }

    private String asked() {
        return gateway.backends().received().stream()
                .map(received -> received.request().url().host().replace(".test", ""))
                .collect(Collectors.joining());
    }

    private void call(int times) {
        for (int i = 0; i < times; i++) {
            gateway.get("/a/x");
        }
    }

    private static HttpResponse tooMany(Received request, String retryAfter) {
        Headers headers = retryAfter.isEmpty() ? new Headers() : Headers.of("Retry-After", retryAfter);
        return new HttpResponse(429, "", headers, Body.empty());
    }

    @Test
    void membersTakeTurns() {
        backend("a", "")
                .backend("b", "")
                .backend("c", "")
                .pool("a:-:-", "b:-:-", "c:-:-")
                .started();
        call(6);
        assertThat(asked()).isEqualTo("abcabc");
        Received last = gateway.backends().received().get(5);
        assertThat(last.url()).isEqualTo("https://c.test/base/x");
        assertThat(last.header("X-Key")).isEqualTo("of-c");
    }

    @Test
    void aMembersShareIsItsWeightAndItsTurnsAreSpread() {
        backend("a", "").backend("b", "").pool("a:-:70", "b:-:30").started();
        call(100);
        Map<Character, Long> shares =
                asked().chars().mapToObj(c -> (char) c).collect(Collectors.groupingBy(c -> c, Collectors.counting()));
        assertThat(shares).isEqualTo(Map.of('a', 70L, 'b', 30L));
        assertThat(asked()).doesNotContain("bbb").doesNotContain("aaaaaa");
    }

    @Test
    void aMemberOfWeightZeroIsAskedOnlyWhereAllAre() {
        backend("a", "").backend("b", "").pool("a:-:0", "b:-:5").started();
        call(3);
        assertThat(asked()).isEqualTo("bbb");
        pool("a:-:0", "b:-:0").gateway.update();
        call(4);
        assertThat(asked().substring(3)).matches("abab|baba");
    }

    @Test
    void aHigherPriorityNumberWaitsUntilNobodyElseCanBeAsked() {
        backend("a", ON_429)
                .backend("b", ON_429)
                .backend("c", "")
                .pool("c:2:-", "a:1:-", "b:1:-")
                .started();
        gateway.backends().when("a.test", request -> tooMany(request, ""));
        call(1);
        assertThat(gateway.get("/a/x").status()).isEqualTo(200);
        assertThat(asked()).isEqualTo("ab");
        gateway.backends().when("b.test", request -> tooMany(request, ""));
        call(3);
        assertThat(asked()).isEqualTo("abbcc");
        gateway.time().advance(Duration.ofSeconds(31));
        gateway.backends().answer("a.test", 200, "text/plain", "").answer("b.test", 200, "text/plain", "");
        call(2);
        assertThat(asked().substring(5)).matches("ab|ba");
    }

    @Test
    void aRetryGoesToTheNextMember() {
        backend("a", ON_429).backend("b", ON_429).pool("a:-:-", "b:-:-");
        started(
                "<retry condition=\"@(context.Response.StatusCode == 429)\" count=\"2\" interval=\"0\" first-fast-retry=\"true\">"
                        + "<forward-request buffer-request-body=\"true\"/></retry>",
                "");
        gateway.backends().when("a.test", request -> tooMany(request, ""));
        TestCall call = gateway.post("/a/x", "order");
        assertThat(call.status()).isEqualTo(200);
        assertThat(asked()).isEqualTo("ab");
        assertThat(gateway.backends().received().get(1).body().text()).isEqualTo("order");
    }

    @Test
    void aPoolOfWhichNobodyCanBeAskedIs503WithAReasonThatDocumentsLookFor() {
        backend("a", ON_429).backend("b", ON_429).pool("a:-:-", "b:-:-");
        started(
                "<base/>",
                "<set-header name=\"X-Saw\"><value>@(context.Response.StatusCode + \" \" + context.Response.StatusReason + \" \""
                        + " + context.LastError.Source)</value></set-header>");
        gateway.backends().when("test", request -> tooMany(request, ""));
        call(2);
        gateway.time().advance(Duration.ofSeconds(10));
        TestCall call = gateway.get("/a/x");
        assertThat(call.status()).isEqualTo(503);
        assertThat(call.text()).contains("Backend pool 'pool' is temporarily unavailable");
        assertThat(call.header("Retry-After")).isEqualTo("20");
        assertThat(call.header("X-Saw"))
                .isEqualTo("503 Backend pool 'pool' is temporarily unavailable forward-request");
        assertThat(asked()).isEqualTo("ab");
    }

    @Test
    void aSingleBackendThatTrippedIs503UntilItsTimeIsOver() {
        backend("pool", "\"failureCondition\":{\"count\":3,\"interval\":\"PT1M\"},\"tripDuration\":\"PT30S\"")
                .started();
        gateway.backends().answer("pool.test", 500, "text/plain", "ill");
        call(2);
        gateway.time().advance(Duration.ofSeconds(61));
        call(2);
        assertThat(gateway.backends().received()).hasSize(4);
        assertThat(gateway.get("/a/x").text()).isEqualTo("ill");
        assertThat(gateway.get("/a/x").text()).contains("Backend 'pool' is temporarily unavailable");
        assertThat(gateway.backends().received()).hasSize(5);
        gateway.time().advance(Duration.ofSeconds(30));
        call(2);
        assertThat(gateway.backends().received())
                .as("all counts are at zero again")
                .hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "'Thu, 01 Jan 2026 00:00:12 GMT', 12", "soon, 30", "0, 30", "'', 30"})
    void theBackendMaySayForHowLong(String retryAfter, int seconds) {
        backend("pool", ON_429 + ",\"acceptRetryAfter\":true").started();
        java.time.Instant start = java.time.Instant.parse("2026-01-01T00:00:00Z");
        gateway.time().jumpWallClock(Duration.between(gateway.time().now(), start));
        gateway.backends().when("pool.test", request -> tooMany(request, retryAfter));
        call(1);
        assertThat(gateway.get("/a/x").header("Retry-After")).isEqualTo(Integer.toString(seconds));
    }

    @Test
    void withoutAcceptRetryAfterTheRuleSaysForHowLong() {
        backend("pool", ON_429).started();
        gateway.backends().when("pool.test", request -> tooMany(request, "7"));
        call(1);
        assertThat(gateway.get("/a/x").header("Retry-After")).isEqualTo("30");
    }

    @Test
    void aPercentageCountsOnceThereAreTenRequests() {
        backend("pool", "\"failureCondition\":{\"percentage\":50,\"interval\":\"PT10S\"},\"tripDuration\":\"PT30S\"")
                .started();
        gateway.backends().answer("pool.test", 500, "text/plain", "ill");
        call(9);
        gateway.time().advance(Duration.ofSeconds(20));
        call(9);
        assertThat(gateway.backends().received())
                .as("those before are forgotten")
                .hasSize(18);
        call(2);
        assertThat(gateway.backends().received()).hasSize(19);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"errorReasons\":[\"timeout\"]', TIMEOUT, true",
        "'\"errorReasons\":[\"Timeout\"]', CONNECTION, false",
        "'\"errorReasons\":[\"Server errors\"]', CONNECTION, true",
        "'\"statusCodeRanges\":[{\"min\":500,\"max\":599}]', CONNECTION, true",
        "'\"statusCodeRanges\":[{\"min\":429,\"max\":429}]', CONNECTION, false",
        "'\"errorReasons\":[]', TLS, true",
    })
    void aBackendThatDoesNotAnswerFailsToo(String condition, BackendException.Kind kind, boolean trips) {
        backend(
                        "pool",
                        "\"failureCondition\":{\"count\":1,\"interval\":\"PT1M\"," + condition
                                + "},\"tripDuration\":\"PT30S\"")
                .started();
        gateway.backends().fail("pool.test", kind);
        call(1);
        assertThat(gateway.get("/a/x").status()).isEqualTo(trips ? 503 : 500);
    }

    @Test
    void aBreakerOutlivesAChangeOfTheConfigurationUnlessItsRulesChange() {
        backend("pool", ON_429).started();
        gateway.backends().when("pool.test", request -> tooMany(request, ""));
        call(1);
        gateway.api("b", "b", "GET /").update();
        assertThat(gateway.get("/a/x").status()).isEqualTo(503);
        backend("pool", ON_429.replace("PT30S", "PT20S")).gateway.update();
        assertThat(gateway.get("/a/x").status()).isEqualTo(429);
    }

    @Test
    void aPoolIsBoundToItsWorkspacesBackends() {
        gateway.put("/workspaces/w", "{\"displayName\":\"w\"}")
                .put("/workspaces/w/backends/a", "{\"url\":\"https://inside.test\",\"protocol\":\"http\"}")
                .put("/workspaces/w/backends/pool", "{\"type\":\"Pool\",\"pool\":{\"services\":[{\"id\":\"a\"}]}}")
                .put(
                        "/workspaces/w/apis/i",
                        "{\"displayName\":\"i\",\"path\":\"i\",\"subscriptionRequired\":false,\"protocols\":[\"https\",\"http\"]}")
                .put(
                        "/workspaces/w/apis/i/operations/get",
                        "{\"displayName\":\"get\",\"method\":\"GET\",\"urlTemplate\":\"/x\",\"templateParameters\":[]}")
                .policy("/workspaces/w/apis/i", DOCUMENT.formatted("<base/>", ""))
                .start();
        assertThat(gateway.get("/i/x").status()).isEqualTo(200);
        assertThat(gateway.backends().only().url()).isEqualTo("https://inside.test/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"failureCondition\":{\"interval\":\"PT1M\"},\"tripDuration\":\"PT1M\"",
                "\"failureCondition\":{\"count\":1,\"percentage\":5,\"interval\":\"PT1M\"},\"tripDuration\":\"PT1M\"",
                "\"failureCondition\":{\"count\":1,\"interval\":\"a minute\"},\"tripDuration\":\"PT1M\"",
                "\"failureCondition\":{\"count\":1,\"interval\":\"PT1M\"},\"tripDuration\":\"-PT1M\"",
                "\"failureCondition\":{\"count\":1,\"interval\":\"PT1M\"}"
            })
    void aRuleThatSaysTooLittleIsRefused(String rule) {
        backend("pool", rule);
        assertThatThrownBy(this::started)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("/backends/pool");
    }

    @Test
    void aProxyOfTheBackendIsTaken() {
        gateway.put(
                "/backends/pool",
                "{\"url\":\"https://far.test\",\"protocol\":\"http\","
                        + "\"proxy\":{\"url\":\"http://proxy.test:3128\",\"username\":\"u\",\"password\":\"{{secret}}\"}}");
        gateway.namedValue("secret", "hidden", true);
        started();
        call(1);
        var proxy = gateway.backends().only().request().options().proxy();
        assertThat(proxy).isEqualTo(new dev.apim.backend.ConnectionOptions.Proxy("proxy.test", 3128, "u", "hidden"));
    }

    @Test
    void aProxyThatIsNoAddressIsRefused() {
        gateway.put(
                "/backends/pool",
                "{\"url\":\"https://far.test\",\"protocol\":\"http\",\"proxy\":{\"url\":\"proxy:3128\"}}");
        assertThatThrownBy(this::started)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("http://proxy:3128");
    }
}
