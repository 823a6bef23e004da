package dev.apim.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.testkit.GatewayInvariants;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who gets whose cached response, from the key on. */
class DeveloperCachingTest {
    @RegisterExtension
    final GatewayInvariants gateways = new GatewayInvariants();

    private TestGateway gateway(boolean byDeveloper, boolean byGroups) {
        TestGateway gateway = TestGateway.create()
                .put(
                        "/apis/orders",
                        "{\"path\":\"orders\",\"displayName\":\"orders\",\"serviceUrl\":\"http://backend.test\","
                                + "\"subscriptionRequired\":true}")
                .put(
                        "/apis/orders/operations/get",
                        "{\"displayName\":\"get\",\"method\":\"GET\",\"urlTemplate\":\"/\"}")
                .put("/groups/beta", "{\"displayName\":\"beta\"}")
                .policy(
                        "/apis/orders",
                        "<policies><inbound><base/><cache-lookup vary-by-developer=\"" + byDeveloper
                                + "\" vary-by-developer-groups=\"" + byGroups + "\"/></inbound>"
                                + "<outbound><base/><cache-store duration=\"60\"/></outbound></policies>");
        for (String name : new String[] {"ann", "bob"}) {
            gateway.put(
                    "/users/" + name,
                    "{\"email\":\"" + name + "@example.test\",\"firstName\":\"" + name + "\",\"lastName\":\"x\"}");
            subscription(gateway, name + "-1", name);
        }
        gateway.put("/groups/beta/users/bob", "{}");
        subscription(gateway, "ann-2", "ann");
        gateways.watch(gateway.start());
        return gateway;
    }

    private static void subscription(TestGateway gateway, String id, String owner) {
        gateway.put(
                "/subscriptions/" + id,
                "{\"displayName\":\"" + id + "\",\"scope\":\"/apis/orders\",\"state\":\"active\",\"ownerId\":\"/users/"
                        + owner + "\",\"primaryKey\":\"" + id + "-key\",\"secondaryKey\":\"" + id + "-other\"}");
    }

    /** What the backend said when this key's response was made. */
    private static String answer(TestGateway gateway, String says, String key) {
        gateway.backends().answer("/", 200, "text/plain", says);
        TestCall call = gateway.get("/orders/", "Ocp-Apim-Subscription-Key", key + "-key");
        assertThat(call.status()).isEqualTo(200);
        return call.text();
    }

    @Test
    void withVaryByDeveloperEachDeveloperHasResponsesOfTheirOwnUnderAnyOfTheirKeys() {
        TestGateway gateway = gateway(true, false);

        assertThat(answer(gateway, "for ann", "ann-1")).isEqualTo("for ann");
        assertThat(answer(gateway, "for bob", "bob-1")).isEqualTo("for bob");
        assertThat(answer(gateway, "later", "ann-2")).isEqualTo("for ann");
        assertThat(answer(gateway, "later", "bob-1")).isEqualTo("for bob");
    }

    @Test
    void withoutItDevelopersShareOneResponse() {
        TestGateway gateway = gateway(false, false);

        assertThat(answer(gateway, "for all", "ann-1")).isEqualTo("for all");
        assertThat(answer(gateway, "later", "bob-1")).isEqualTo("for all");
    }

    @Test
    void withVaryByDeveloperGroupsThoseOfOtherGroupsHaveAnother() {
        TestGateway gateway = gateway(false, true);

        assertThat(answer(gateway, "for ann", "ann-1")).isEqualTo("for ann");
        assertThat(answer(gateway, "for beta", "bob-1")).isEqualTo("for beta");
        assertThat(answer(gateway, "later", "ann-2")).isEqualTo("for ann");
    }

    @Test
    void aDevelopersResponseIsForgottenWhenItsTimeIsOver() {
        TestGateway gateway = gateway(true, false);
        answer(gateway, "for ann", "ann-1");

        gateway.time().advance(java.time.Duration.ofSeconds(60));

        assertThat(answer(gateway, "later", "ann-1")).isEqualTo("later");
    }
}
