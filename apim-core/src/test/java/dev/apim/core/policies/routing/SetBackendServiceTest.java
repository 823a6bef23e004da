package dev.apim.core.policies.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.core.policies.FakeBackend;
import dev.apim.core.policies.PolicyBench;
import dev.apim.core.policies.message.AddressPolicy;
import dev.apim.http.Body;
import dev.apim.http.HttpResponse;
import dev.apim.model.Backend;
import dev.apim.model.Certificate;
import dev.apim.policy.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetBackendServiceTest {
    private static final String FORWARD = "<backend><forward-request/></backend>";

    private final PolicyBench bench = new PolicyBench();
    private final FakeBackend backend = bench.backend;

    private static Backend backend(String id, String url, String type) {
        return new Backend(
                id,
                url,
                "http",
                type,
                "",
                "",
                Map.of("X-Key", List.of("k1"), "Authorization-Extra", List.of("a", "b")),
                Map.of("code", List.of("c d")),
                "Basic eA==",
                List.of("cert"),
                false,
                true,
                null,
                null,
                List.of(),
                List.of());
    }

    private static String service(String attributes) {
        return "<set-backend-service " + attributes + "/>";
    }

    @ParameterizedTest
    @CsvSource({
        "http://other.test, http://other.test/orders/1?x=1",
        "http://other.test/, http://other.test/orders/1?x=1",
        "https://other.test:8443/v2/, https://other.test:8443/v2/orders/1?x=1",
    })
    void onlyTheBaseIsReplaced(String base, String sent) {
        bench.target = "/shop/orders/1?x=1";

        bench.inbound(service("base-url='" + base + "'"));

        assertThat(backend.request().url().toString()).isEqualTo(sent);
        assertThat(backend.request().options().addresses()).isEqualTo(AddressRule.ANY);
    }

    @Test
    void theLastOneCounts() {
        bench.inbound(service("base-url='http://a.test/1'") + service("base-url='http://b.test/2'"));

        assertThat(backend.request().url().toString()).isEqualTo("http://b.test/2/orders/1");
    }

    @Test
    void aBaseUrlThatIsComputedLeadsToPublicAddressesOnly() {
        bench.let("@(u)", e -> "http://made.test/x");

        bench.inbound(service("base-url='@(u)'"));

        assertThat(backend.request().url().toString()).isEqualTo("http://made.test/x/orders/1");
        assertThat(backend.request().options().addresses()).isEqualTo(AddressRule.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "other.test", "ftp://other.test", "http://user:pw@other.test", "/path", "http://a\r\nb"})
    void aComputedBaseUrlThatIsNoneFailsTheRequest(String made) {
        bench.let("@(u)", e -> made);

        HttpResponse response = bench.inbound(service("base-url='@(u)'"));

        assertThat(response.status()).isEqualTo(500);
        assertThat(backend.requests()).isEmpty();
    }

    @Test
    void aBackendBringsItsCredentialsAndTlsRules() {
        bench.backends.put("b", backend("b", "https://entity.test/api", "Single"));
        bench.gateway.certificates.put(
                "cert", new Certificate("cert", new byte[] {1}, "pw", "CN=x", "ABCD", Instant.EPOCH));
        bench.headers.add("Authorization", "theirs").add("X-Key", "theirs");
        bench.target = "/shop/orders/1?code=theirs&y=2";

        bench.inbound(service("backend-id='b'"));

        BackendRequest sent = backend.request();
        assertThat(sent.url().toString()).isEqualTo("https://entity.test/api/orders/1?y=2&code=c%20d");
        assertThat(sent.headers().all("Authorization")).containsExactly("Basic eA==");
        assertThat(sent.headers().all("X-Key")).containsExactly("k1");
        assertThat(sent.headers().all("Authorization-Extra")).containsExactly("a", "b");
        assertThat(sent.options().validateChain()).isFalse();
        assertThat(sent.options().validateName()).isTrue();
        assertThat(sent.options().addresses()).isEqualTo(AddressRule.ANY);
        assertThat(sent.options().clientCertificate()).hasToString("ClientCertificate[ABCD]");
    }

    @Test
    void credentialsOfABackendDoNotFollowARedirectElsewhere() {
        bench.backends.put("b", backend("b", "https://entity.test/api", "Single"));
        backend.answers(302, Body.empty(), "Location", "https://other.test/x");

        bench.run("<policies><inbound>" + service("backend-id='b'")
                + "</inbound><backend><forward-request follow-redirects='true'/></backend></policies>");

        BackendRequest second = backend.requests().get(1);
        assertThat(second.headers().names()).doesNotContain("X-Key", "Authorization", "Authorization-Extra");
        assertThat(second.url().query()).isEmpty();
        assertThat(second.options().clientCertificate()).isNull();
        assertThat(second.options().validateChain()).isTrue();
    }

    @Test
    void aBackendNamedByABroaderScopeStaysAgainstABaseUrl() {
        bench.backends.put("b", backend("b", "https://entity.test", "Single"));

        bench.start(
                "<policies><inbound><base/>" + service("base-url='http://other.test'") + "</inbound>" + FORWARD
                        + "</policies>",
                "<policies><inbound>" + service("backend-id='b'") + "</inbound></policies>");

        assertThat(backend.request().url().host()).isEqualTo("entity.test");
    }

    @Test
    void aBackendNamedByABroaderScopeGivesWayToAnotherBackend() {
        bench.backends.put("b", backend("b", "https://entity.test", "Single"));
        bench.backends.put("c", backend("c", "https://second.test", "Single"));
        bench.let("@(id)", e -> "c");

        bench.start(
                "<policies><inbound><base/>" + service("backend-id='@(id)'") + "</inbound>" + FORWARD + "</policies>",
                "<policies><inbound>" + service("backend-id='b'") + "</inbound></policies>");

        assertThat(backend.request().url().host()).isEqualTo("second.test");
    }

    @Test
    void withinOneDocumentABaseUrlReplacesABackend() {
        bench.backends.put("b", backend("b", "https://entity.test", "Single"));

        bench.inbound(service("backend-id='b'") + service("base-url='http://other.test'"));

        assertThat(backend.request().url().host()).isEqualTo("other.test");
        assertThat(backend.request().headers().contains("X-Key")).isFalse();
    }

    @Test
    void aPoolWithoutAMemberThatHasAUrlFailsWhenReached() {
        bench.backends.put("p", backend("p", "", "Pool"));

        assertThat(bench.inbound(service("backend-id='p'")).status()).isEqualTo(500);
        assertThat(bench.lastError().message()).contains("pool 'p' has no member with an http or https URL");
    }

    @Test
    void aComputedBackendThatDoesNotExistFailsTheRequest() {
        bench.let("@(id)", e -> "ghost");

        assertThat(bench.inbound(service("backend-id='@(id)'")).status()).isEqualTo(500);
        assertThat(bench.lastError().message()).contains("'ghost' does not exist");
    }

    @Test
    void serviceFabricAttributesAreWarnedOfAndHaveNoEffect() {
        bench.inbound(service("base-url='http://other.test' sf-resolve-condition='true' sf-replica-type='primary'"));

        assertThat(bench.messages()).hasSize(2).allMatch(m -> m.contains("Service Fabric"));
        assertThat(backend.request().url().host()).isEqualTo("other.test");
    }

    @Test
    void aMethodOfADaprApplicationIsReachedThroughTheSidecar() {
        bench.inbound(service("backend-id='dapr' dapr-app-id='app' dapr-method='m'"));

        assertThat(backend.request().url().path()).isEqualTo("/v1.0/invoke/app/method/m");
    }

    @ParameterizedTest
    @CsvSource({
        "'', neither",
        "base-url='http://a.test' backend-id='b', both",
        "base-url='a.test', absolute",
        "backend-id='ghost', does not exist",
        "base-url='http://a.test/?k=v', left out",
        "base-url='fabric:/app', Service Fabric",
    })
    void mistakesAreReported(String attributes, String said) {
        bench.backends.put("b", backend("b", "https://entity.test", "Single"));
        bench.compile("<policies><inbound>" + service(attributes) + "</inbound></policies>", Scope.API);

        assertThat(bench.messages()).anyMatch(m -> m.contains(said));
    }

    @Test
    void theRuleForComputedAddressesCanBeRelaxed() {
        bench.addresses = AddressPolicy.RELAXED;
        bench.let("@(u)", e -> "http://10.0.0.1/");
        backend.answers(302, Body.empty(), "Location", "http://10.0.0.2/");

        bench.run("<policies><inbound>" + service("base-url='@(u)'")
                + "<send-request mode='copy' response-variable-name='r'/></inbound><backend>"
                + "<forward-request follow-redirects='true'/></backend></policies>");

        assertThat(backend.requests())
                .extracting(sent -> sent.options().addresses())
                .containsOnly(AddressRule.ANY);
    }
}
