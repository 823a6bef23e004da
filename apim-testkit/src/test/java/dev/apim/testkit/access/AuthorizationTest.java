package dev.apim.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.http.Body;
import dev.apim.testkit.GatewayInvariants;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The key decision table, as callers, policies and backends see it. */
class AuthorizationTest {
    private static final String MISSING =
            "{ \"statusCode\": 401, \"message\": \"Access denied due to missing subscription key."
                    + " Make sure to include subscription key when making requests to this API.\" }";
    private static final String INVALID =
            "{ \"statusCode\": 401, \"message\": \"Access denied due to invalid subscription key."
                    + " Make sure to provide a valid key for an active subscription.\" }";
    private static final String NOT_FOUND = "{ \"statusCode\": 404, \"message\": \"Resource not found\" }";

    @RegisterExtension
    final GatewayInvariants gateways = new GatewayInvariants();

    private final TestGateway gateway = TestGateway.create();

    @BeforeEach
    void configure() {
        String errors =
                "<set-header name=\"X-Error\"><value>${context.LastError.Source += ' ' += context.LastError.Reason}</value></set-header>";
        api("orders", true, "");
        api("shop", true, "");
        api("plain", false, "");
        api("custom", true, ",\"subscriptionKeyParameterNames\":{\"header\":\"X-Key\",\"query\":\"k\"}");
        gateway.policy(
                "", "<policies expressions=\"el\"><on-error>" + errors + said("global") + "</on-error></policies>");
        for (String api : new String[] {"orders", "shop", "plain", "custom"}) {
            gateway.policy("/apis/" + api, "<policies><on-error><base/>" + said("api") + "</on-error></policies>");
        }
        product("gold", true);
        product("free", false);
        gateway.put("/products/gold/apis/orders", "{}").put("/products/free/apis/shop", "{}");
        subscription("gold", "/products/gold", "active");
        subscription("orders", "/apis/orders", "active");
        subscription("custom", "/apis/custom", "active");
        subscription("all", "/apis", "active");
        for (String state : new String[] {"suspended", "submitted", "rejected", "cancelled", "expired"}) {
            subscription(state, "/products/gold", state);
        }
        gateways.watch(gateway.start());
    }

    @ParameterizedTest
    @CsvSource({
        // path, field or parameter, key, status, the product whose policy ran, what on-error saw
        "orders, Ocp-Apim-Subscription-Key, gold-1,     200, gold, ",
        "orders, Ocp-Apim-Subscription-Key, gold-2,     200, gold, ",
        "orders, ocp-apim-subscription-key, gold-1,     200, gold, ",
        "orders, ?subscription-key,         gold-1,     200, gold, ",
        "orders, Ocp-Apim-Subscription-Key, orders-1,   200, ,     ",
        "orders, ?subscription-key,         all-2,      200, ,     ",
        "orders, Ocp-Apim-Subscription-Key, ,           401, ,     authorization SubscriptionKeyNotFound",
        "orders, X-Key,                     gold-1,     401, ,     authorization SubscriptionKeyNotFound",
        "orders, Ocp-Apim-Subscription-Key, GOLD-1,     401, ,     authorization SubscriptionKeyInvalid",
        "orders, Ocp-Apim-Subscription-Key, custom-1,   401, ,     authorization SubscriptionKeyInvalid",
        "orders, Ocp-Apim-Subscription-Key, suspended-1,401, ,     authorization SubscriptionKeyInvalid",
        "orders, Ocp-Apim-Subscription-Key, submitted-1,401, ,     authorization SubscriptionKeyInvalid",
        "orders, Ocp-Apim-Subscription-Key, rejected-2, 401, ,     authorization SubscriptionKeyInvalid",
        "orders, Ocp-Apim-Subscription-Key, cancelled-1,401, ,     authorization SubscriptionKeyInvalid",
        "orders, ?subscription-key,         expired-1,  401, ,     authorization SubscriptionKeyInvalid",
        "shop,   Ocp-Apim-Subscription-Key, ,           200, free, ",
        "shop,   Ocp-Apim-Subscription-Key, all-1,      200, ,     ",
        "shop,   Ocp-Apim-Subscription-Key, gold-1,     401, ,     authorization SubscriptionKeyInvalid",
        "plain,  Ocp-Apim-Subscription-Key, ,           200, ,     ",
        "plain,  Ocp-Apim-Subscription-Key, all-1,      200, ,     ",
        "plain,  Ocp-Apim-Subscription-Key, nonsense,   401, ,     authorization SubscriptionKeyInvalid",
        "custom, X-Key,                     custom-1,   200, ,     ",
        "custom, ?k,                        custom-2,   200, ,     ",
        "custom, Ocp-Apim-Subscription-Key, custom-1,   401, ,     authorization SubscriptionKeyNotFound",
        "custom, ?subscription-key,         custom-1,   401, ,     authorization SubscriptionKeyNotFound",
    })
    void theDecisionIsWhatCallerPoliciesAndBackendSee(
            String api, String where, String key, int status, String product, String seen) {
        TestCall call = call(api, where, key);

        assertThat(call.status()).isEqualTo(status);
        assertThat(call.header("X-Product")).isEqualTo(product);
        assertThat(call.header("X-Error")).isEqualTo(seen);
        assertThat(gateway.backends().received()).hasSize(status == 200 ? 1 : 0);
        if (status == 401) {
            String name = api.equals("custom") ? "X-Key" : "Ocp-Apim-Subscription-Key";
            assertThat(call.text()).isEqualTo(seen.endsWith("NotFound") ? MISSING : INVALID);
            assertThat(call.header("WWW-Authenticate"))
                    .isEqualTo("AzureApiManagementKey realm=\"https://gateway.test/" + api + "\",name=\"" + name
                            + "\",type=\"header\"");
            assertThat(call.header("Content-Type")).isEqualTo("application/json");
            assertThat(call.header("X-Said")).isEqualTo("global,api");
        }
    }

    @Test
    void aKeyInTheFieldCountsAndTheOneInTheQueryIsNotLookedAt() {
        TestCall call = gateway.get("/orders/1?subscription-key=gold-1", "Ocp-Apim-Subscription-Key", "nonsense");

        assertThat(call.status()).isEqualTo(401);
    }

    @Test
    void aChangeOfTheSubscriptionCountsFromTheNextRequestOn() {
        assertThat(call("orders", "Ocp-Apim-Subscription-Key", "gold-1").status())
                .isEqualTo(200);

        subscription("gold", "/products/gold", "suspended");
        gateway.update();
        assertThat(call("orders", "Ocp-Apim-Subscription-Key", "gold-1").status())
                .isEqualTo(401);

        subscription("gold", "/products/gold", "active");
        gateway.put(
                "/subscriptions/gold", gateway.properties("/subscriptions/gold").replace("gold-1", "another"));
        gateway.update();
        assertThat(call("orders", "Ocp-Apim-Subscription-Key", "gold-1").status())
                .isEqualTo(401);
        assertThat(call("orders", "Ocp-Apim-Subscription-Key", "another").status())
                .isEqualTo(200);

        gateway.remove("/subscriptions/gold").update();
        assertThat(call("orders", "Ocp-Apim-Subscription-Key", "another").status())
                .isEqualTo(401);
    }

    @Test
    void aProductThatLosesItsApiOpensItNoMore() {
        gateway.remove("/products/gold/apis/orders").update();

        assertThat(call("orders", "Ocp-Apim-Subscription-Key", "gold-1").status())
                .isEqualTo(401);
    }

    @Test
    void withoutAnOperationTheErrorIsOfTheApiAndWithoutAnApiOfTheServiceAlone() {
        TestCall operation = gateway.send("DELETE", "/orders/1", Body.empty(), "Ocp-Apim-Subscription-Key", "gold-1");
        TestCall nothing = gateway.get("/nowhere");

        assertThat(operation.text() + nothing.text()).isEqualTo(NOT_FOUND + NOT_FOUND);
        assertThat(operation.header("X-Error")).isEqualTo("configuration OperationNotFound");
        assertThat(operation.header("X-Said")).isEqualTo("global,api");
        assertThat(nothing.header("X-Error")).isEqualTo("configuration OperationNotFound");
        assertThat(nothing.header("X-Said")).isEqualTo("global");
        assertThat(gateway.backends().received()).isEmpty();
    }

    @Test
    void aPreflightIsAnsweredBeforeAnybodyAsksForAKey() {
        cors("/apis/orders", "");

        TestCall call = preflight("/orders/1");

        assertThat(call.status()).isEqualTo(200);
        assertThat(call.header("Access-Control-Allow-Origin")).isEqualTo("https://app.test");
        assertThat(call.header("WWW-Authenticate")).isNull();
        TestCall real = gateway.get("/orders/1", "Origin", "https://app.test");
        assertThat(real.status()).isEqualTo(401);
        assertThat(gateway.backends().received()).isEmpty();
    }

    @Test
    void aPreflightOfAnotherOriginIsAnsweredEmptyWhateverItIsLeftTo() {
        cors("/apis/orders", "");
        TestCall ended = preflight("/orders/1", "https://evil.test");
        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.header("Access-Control-Allow-Origin")).isNull();

        cors("/apis/orders", " terminate-unmatched-request=\"false\"");
        TestCall left = preflight("/orders/1", "https://evil.test");
        assertThat(left.status()).isEqualTo(200);
        assertThat(left.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void corsOfAProductAnswersOnlyWhereAKeyOrAnOpenProductTellsTheProduct() {
        cors("/products/gold", "");
        cors("/products/free", "");

        assertThat(preflight("/orders/1").status()).isEqualTo(404);
        assertThat(preflight("/orders/1?subscription-key=gold-1").header("Access-Control-Allow-Origin"))
                .isEqualTo("https://app.test");
        assertThat(preflight("/shop/1").header("Access-Control-Allow-Origin")).isEqualTo("https://app.test");
    }

    private TestCall call(String api, String where, String key) {
        if (where.startsWith("?")) {
            return gateway.get("/" + api + "/1" + where + "=" + key);
        }
        return key == null ? gateway.get("/" + api + "/1") : gateway.get("/" + api + "/1", where, key);
    }

    private TestCall preflight(String target) {
        return preflight(target, "https://app.test");
    }

    private TestCall preflight(String target, String origin) {
        return gateway.send("OPTIONS", target, Body.empty(), "Origin", origin, "Access-Control-Request-Method", "GET");
    }

    private void cors(String scope, String attribute) {
        gateway.policy(
                        scope,
                        "<policies><inbound><base/><cors" + attribute
                                + "><allowed-origins><origin>https://app.test</origin></allowed-origins></cors></inbound></policies>")
                .update();
    }

    private void api(String id, boolean required, String more) {
        gateway.api(id, id, "GET /{id}");
        gateway.put(
                "/apis/" + id,
                "{\"displayName\":\"" + id + "\",\"path\":\"" + id
                        + "\",\"protocols\":[\"https\"],\"serviceUrl\":\"http://backend.test\",\"subscriptionRequired\":"
                        + required + more + "}");
    }

    private void product(String id, boolean required) {
        gateway.put("/products/" + id, "{\"displayName\":\"" + id + "\",\"subscriptionRequired\":" + required + "}")
                .policy(
                        "/products/" + id,
                        "<policies><outbound><base/><set-header name=\"X-Product\"><value>" + id
                                + "</value></set-header></outbound></policies>");
    }

    private void subscription(String id, String scope, String state) {
        gateway.put(
                "/subscriptions/" + id,
                "{\"displayName\":\"" + id + "\",\"scope\":\"" + scope + "\",\"state\":\"" + state
                        + "\",\"primaryKey\":\"" + id + "-1\",\"secondaryKey\":\"" + id + "-2\"}");
    }

    private static String said(String who) {
        return "<set-header name=\"X-Said\" exists-action=\"append\"><value>" + who + "</value></set-header>";
    }
}
