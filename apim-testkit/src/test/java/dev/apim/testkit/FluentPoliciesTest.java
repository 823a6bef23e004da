package dev.apim.testkit;

import static dev.apim.core.fluent.Policies.*;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.fluent.PolicySource;
import dev.apim.policy.Scope;
import org.junit.jupiter.api.Test;

/** Policies written in Java at work. */
class FluentPoliciesTest {
    private static TestGateway gateway(PolicySource service, PolicySource api) {
        return TestGateway.create()
                .api("orders", "orders", "GET /{id}")
                .policy("", service.xml(Scope.GLOBAL))
                .policy("/apis/orders", api.xml(Scope.API))
                .start();
    }

    @Test
    void theBroaderScopeRunsFirst() {
        TestGateway gateway = gateway(
                inbound(setHeader("X-Who").value("service")),
                inbound(setHeader("X-Who").existsAction("append").value("api")));

        assertThat(gateway.get("/orders/1").status()).isEqualTo(200);
        assertThat(gateway.backends().only().request().headers().all("X-Who")).containsExactly("service,api");
    }

    @Test
    void theBackendIsReachedOnceByTheWayTheNarrowScopeChose() {
        TestGateway gateway = gateway(
                policies(backend(forwardRequest())),
                policies(backend(forwardRequest().failOnErrorStatusCode(true))));
        gateway.backends().answer("backend.test", 503, "text/plain", "down");

        assertThat(gateway.get("/orders/1").status()).isEqualTo(503);
        assertThat(gateway.backends().received()).hasSize(1);
    }

    @Test
    void branchesAndLimitsDoWhatTheySay() {
        TestGateway gateway = gateway(
                inbound(rateLimitByKey().calls(2).renewalPeriod(ofMinutes(1)).counterKey("all")),
                inbound(choose(
                        when(
                                "@(context.Request.MatchedParameters[\"id\"] == \"1\" && 1 < 2)",
                                returnResponse().setStatus(setStatus(418)).setBody(setBody("<tea> & \"biscuits\""))),
                        otherwise(setVariable("other", "yes")))));

        TestCall tea = gateway.get("/orders/1");
        assertThat(tea.status()).isEqualTo(418);
        assertThat(tea.text()).isEqualTo("<tea> & \"biscuits\"");
        assertThat(gateway.get("/orders/2").status()).isEqualTo(200);
        assertThat(gateway.get("/orders/2").status()).isEqualTo(429);
    }
}
