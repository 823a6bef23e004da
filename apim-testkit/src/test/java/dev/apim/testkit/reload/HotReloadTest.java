package dev.apim.testkit.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.ConfigurationException;
import dev.apim.core.GatewaySettings;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.GatewayInvariants;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HotReloadTest {
    @RegisterExtension
    final GatewayInvariants gateways = new GatewayInvariants();

    private final CompileCounter counter = new CompileCounter();

    @Test
    @DisplayName("row 72: a request sees one revision from its start to its end, whatever changes meanwhile")
    void aRequestSeesOneRevisionFromStartToEnd() {
        TestGateway gateway = gateways.watch(TestGateway.create()
                .policyType(counter)
                .api("a", "a", "GET /x")
                .policy("/apis/a", policy("old"))
                .start());
        CompletableFuture<HttpResponse> slow = new CompletableFuture<>();
        gateway.backends().whenLater("backend.test", request -> slow);
        TestCall under = gateway.get("/a/x");

        gateway.policy("/apis/a", policy("new")).update();
        gateway.backends().answer("backend.test", 200, "text/plain", "");
        TestCall after = gateway.get("/a/x");
        slow.complete(HttpResponse.of(200));

        assertThat(under.header("X-Policy")).isEqualTo("old");
        assertThat(after.header("X-Policy")).isEqualTo("new");
        assertThat(gateway.backends().received().get(0).header("X-Revision")).isEqualTo("1");
        assertThat(under.header("X-Revision")).isEqualTo("1");
        assertThat(gateway.backends().received().get(1).header("X-Revision")).isEqualTo("2");
        assertThat(after.header("X-Revision")).isEqualTo("2");
    }

    @Test
    @DisplayName("row 72: a request whose API is taken away meanwhile is answered all the same")
    void anApiThatIsTakenAwayAnswersWhoIsInIt() {
        TestGateway gateway =
                gateways.watch(TestGateway.create().api("a", "a", "GET /x").start());
        CompletableFuture<HttpResponse> slow = new CompletableFuture<>();
        gateway.backends().whenLater("backend.test", request -> slow);
        TestCall under = gateway.get("/a/x");

        gateway.remove("/apis/a/operations/op1").remove("/apis/a").update();
        slow.complete(HttpResponse.of(204));

        assertThat(under.status()).isEqualTo(204);
        assertThat(gateway.get("/a/x").status()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "row 73: an invalid change of any kind leaves the last good configuration in force, every time it is tried")
    void anInvalidChangeLeavesTheLastGoodOne() {
        TestGateway gateway = gateways.watch(TestGateway.create()
                .namedValue("name", "good", false)
                .api("a", "a", "GET /x")
                .policy("/apis/a", policy("{{name}}"))
                .start());
        String[][] broken = {
            {"/apis/a/policies/policy", "{\"format\":\"rawxml\",\"value\":\"<policies><inbound>\"}"},
            {
                "/apis/a/policies/policy",
                "{\"format\":\"rawxml\",\"value\":\"<policies><inbound><no-such/></inbound></policies>\"}"
            },
            {"/apis/a", "{\"displayName\":\"a\",\"path\":\"a?b\",\"protocols\":[\"http\"]}"},
            {"/apis/a/operations/op1", "{\"displayName\":\"op1\",\"method\":\"GET\",\"urlTemplate\":\"/{x\"}"},
            {"/products/p", "{\"state\":\"published\",\"displayName\":7}"},
            {"/subscriptions/s", "{\"displayName\":\"s\",\"scope\":\"/products/none\"}"},
        };
        for (String[] change : broken) {
            TestGateway bad = gateway;
            String before = gateway.properties(change[0]);
            bad.put(change[0], change[1]);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(bad::update).as(change[1]).isInstanceOf(ConfigurationException.class);
                assertThat(gateway.get("/a/x").header("X-Policy")).isEqualTo("good");
            }
            if (before.isEmpty()) {
                gateway.remove(change[0]);
            } else {
                gateway.put(change[0], before);
            }
        }
        gateway.namedValue("name", "better", false).update();
        assertThat(gateway.get("/a/x").header("X-Policy")).isEqualTo("better");
        assertThat(gateway.gateway().snapshot()).extracting(s -> s.revision()).isEqualTo("2");
    }

    @Test
    void aFragmentThatDoesNotFitIsRefusedAlsoWhenItIsTriedAgain() {
        TestGateway gateway = gateways.watch(TestGateway.create()
                .settings(GatewaySettings.builder().strict(true).build())
                .api("a", "a", "GET /x")
                .fragment(
                        "f",
                        "<fragment><cache-lookup vary-by-developer=\"false\" vary-by-developer-groups=\"false\"/></fragment>")
                .start());
        gateway.policy("/apis/a", "<policies><outbound><include-fragment fragment-id=\"f\"/></outbound></policies>");

        assertThatThrownBy(gateway::update).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(gateway::update).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void aFragmentThatIncludesAnotherHoweverDeepIsRefused() {
        TestGateway gateway = TestGateway.create()
                .api("a", "a", "GET /x")
                .fragment(
                        "f",
                        "<fragment><choose><when condition=\"true\"><include-fragment fragment-id=\"f\"/></when></choose></fragment>");

        assertThatThrownBy(gateway::start)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("a fragment may not contain <include-fragment>");
    }

    @Test
    void aChangeCompilesWhatDependsOnItAndNothingElse() {
        TestGateway gateway = gateways.watch(dependents());
        assertThat(counter.since())
                .containsExactlyInAnyOrder("global", "product", "plain", "value", "f", "part", "two", "where", "op");

        gateway.namedValue("n", "2", false).update();
        assertThat(counter.since()).containsExactlyInAnyOrder("value");

        gateway.fragment("f", "<fragment><compiled in=\"f\"/><set-variable name=\"v\" value=\"2\"/></fragment>")
                .update();
        assertThat(counter.since()).containsExactlyInAnyOrder("f", "part", "two");

        gateway.put("/backends/b", "{\"url\":\"http://b2.test\",\"protocol\":\"http\"}")
                .update();
        assertThat(counter.since()).containsExactlyInAnyOrder("where");
        gateway.get("/where");
        assertThat(gateway.backends().only().url()).startsWith("http://b2.test");

        gateway.policy("/apis/plain/operations/op1", marked("op", "<set-variable name=\"v\" value=\"2\"/>"))
                .update();
        assertThat(counter.since()).containsExactlyInAnyOrder("op");

        gateway.policy("/products/p", marked("product", "<set-variable name=\"v\" value=\"2\"/>"))
                .update();
        assertThat(counter.since()).containsExactlyInAnyOrder("product");

        gateway.put("/subscriptions/s", "{\"displayName\":\"s\",\"scope\":\"/apis\",\"primaryKey\":\"another\"}")
                .update();
        assertThat(counter.since()).isEmpty();
    }

    @Test
    void aFragmentFollowsItsBackendsForEveryDocumentThatIncludesIt() {
        TestGateway gateway = gateways.watch(TestGateway.create()
                .put("/backends/b", "{\"url\":\"http://b1.test\",\"protocol\":\"http\"}")
                .api("one", "one", "GET /")
                .api("two", "two", "GET /")
                .fragment("f", "<fragment><set-backend-service backend-id=\"b\"/></fragment>")
                .policy("/apis/one", including())
                .policy("/apis/two", including())
                .start());

        gateway.put("/backends/b", "{\"url\":\"http://b2.test\",\"protocol\":\"http\"}")
                .update();
        gateway.get("/one");
        gateway.get("/two");

        assertThat(gateway.backends().received()).allMatch(r -> r.url().startsWith("http://b2.test"));
    }

    private TestGateway dependents() {
        return TestGateway.create()
                .policyType(counter)
                .namedValue("n", "1", false)
                .put("/backends/b", "{\"url\":\"http://b1.test\",\"protocol\":\"http\"}")
                .fragment("f", "<fragment><compiled in=\"f\"/></fragment>")
                .api("plain", "plain", "GET /")
                .api("value", "value", "GET /")
                .api("part", "part", "GET /")
                .api("two", "two", "GET /")
                .api("where", "where", "GET /")
                .put("/products/p", "{\"displayName\":\"p\"}")
                .policy("", "<policies><inbound><compiled in=\"global\"/></inbound></policies>")
                .policy("/products/p", marked("product", ""))
                .policy("/apis/plain", marked("plain", ""))
                .policy("/apis/plain/operations/op1", marked("op", ""))
                .policy("/apis/value", marked("value", "<set-variable name=\"v\" value=\"{{n}}\"/>"))
                .policy("/apis/part", marked("part", "<include-fragment fragment-id=\"f\"/>"))
                .policy("/apis/two", marked("two", "<include-fragment fragment-id=\"f\"/>"))
                .policy("/apis/where", marked("where", "<set-backend-service backend-id=\"b\"/>"))
                .start();
    }

    private static String marked(String name, String more) {
        return "<policies><inbound><base/><compiled in=\"" + name + "\"/>" + more + "</inbound></policies>";
    }

    private static String including() {
        return "<policies><inbound><base/><include-fragment fragment-id=\"f\"/></inbound></policies>";
    }

    private String policy(String name) {
        String marker = name.startsWith("{") ? "" : "<compiled in=\"x\"/>";
        return "<policies><inbound><base/>" + marker
                + "</inbound><outbound><base/><set-header name=\"X-Policy\"><value>" + name
                + "</value></set-header></outbound></policies>";
    }
}
