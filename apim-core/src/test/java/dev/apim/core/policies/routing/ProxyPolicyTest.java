package dev.apim.core.policies.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.backend.ConnectionOptions.Proxy;
import dev.apim.core.policies.PolicyBench;
import dev.apim.policy.Scope;
import org.junit.jupiter.api.Test;

class ProxyPolicyTest {
    private final PolicyBench bench = new PolicyBench();

    @Test
    void theRequestToTheBackendGoesThroughTheProxy() {
        bench.let("@(p)", e -> "secret");
        bench.inbound("<proxy url='http://proxy.test:3128' username='me' password='@(p)'/>");
        assertThat(bench.backend.request().options().proxy()).isEqualTo(new Proxy("proxy.test", 3128, "me", "secret"));
    }

    @Test
    void aComputedBackendStaysHeldToPublicAddresses() {
        bench.let("@(base)", e -> "https://other.test");
        bench.inbound("<set-backend-service base-url='@(base)'/><proxy url='http://proxy.test:3128'/>");
        assertThat(bench.backend.request().options().addresses()).isEqualTo(AddressRule.PUBLIC);
        assertThat(bench.backend.request().options().proxy()).isNotNull();
    }

    @Test
    void aRequestOfAPolicyHasAProxyOfItsOwn() {
        bench.inbound("<send-request mode='new' response-variable-name='r'><set-url>http://side.test/</set-url>"
                + "<set-method>GET</set-method><proxy url='http://proxy.test:1'/></send-request>");
        assertThat(bench.backend.requests().get(0).options().proxy()).isEqualTo(new Proxy("proxy.test", 1, null, null));
        assertThat(bench.backend.requests().get(1).options().proxy()).isNull();
    }

    @Test
    void aUrlThatIsNoHttpAddressIsReportedOrFailsTheRequest() {
        bench.compile("<policies><inbound><proxy url='https://p:1'/></inbound></policies>", Scope.API);
        assertThat(bench.messages()).singleElement().asString().contains("expected an address such as");
        PolicyBench other = new PolicyBench().let("@(u)", e -> "nowhere");
        assertThat(other.inbound("<proxy url='@(u)'/>").status()).isEqualTo(500);
    }

    @Test
    void noCredentialIsShown() {
        assertThat(bench.described("<proxy url='http://p:1' username='me' password='secret'/>")
                        .toString())
                .doesNotContain("secret");
        assertThat(new Proxy("p", 1, "me", "secret").toString()).isEqualTo("Proxy[p:1]");
    }
}
