package dev.apim.testkit.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.HttpResponse;
import dev.apim.http.RequestMessage;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec.Content;
import dev.apim.policy.Exchange;
import dev.apim.policy.Outcome;
import dev.apim.policy.Policy;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.PolicySpec;
import dev.apim.policy.PolicyType;
import dev.apim.policy.Section;
import dev.apim.policy.Statements;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Policies of an extension that hold policies, and exchanges within an exchange. */
class StatementsTest {
    private static final String CALL =
            "<send-request mode=\"new\" response-variable-name=\"r\"><set-url>http://service.test/</set-url><set-method>GET</set-method></send-request>";

    /** A policy {@code <holder>} that does something with its children. */
    private record Holder(BiFunction<Statements, Exchange, Outcome> how) implements PolicyType {
        @Override
        public PolicySpec spec() {
            return PolicySpec.of("holder", "Holds policies.").content(Content.POLICIES, Type.STRING);
        }

        @Override
        public Policy compile(PolicyElement element, CompileContext context) {
            Statements children = context.statements(element, Section.INBOUND);
            return exchange -> how.apply(children, exchange);
        }
    }

    private static TestGateway gateway(String children, BiFunction<Statements, Exchange, Outcome> how) {
        return TestGateway.create()
                .policyType(new Holder(how))
                .api("a", "a", "GET /")
                .policy(
                        "/apis/a",
                        "<policies><inbound><base/><holder>" + children
                                + "</holder></inbound><backend><base/></backend>"
                                + "<outbound><base/></outbound><on-error><base/><set-header name=\"X-Source\"><value>@(context.LastError.Source)</value></set-header></on-error></policies>");
    }

    @Test
    void theChildrenRunAsAPartOfThePolicy() {
        TestGateway gateway = gateway(
                "<set-header name=\"X\" exists-action=\"append\"><value>1</value></set-header>",
                (children, exchange) ->
                        children.run(exchange, (own, first, f) -> children.run(own, (same, second, g) -> second)));
        gateway.start().get("/a/");
        assertThat(gateway.backends().only().header("X")).isEqualTo("1,1");
    }

    @Test
    void aFailureAndAResponseOfAChildAreThePolicysOwn() {
        BiFunction<Statements, Exchange, Outcome> pass =
                (children, exchange) -> children.run(exchange, (own, outcome, f) -> outcome);
        TestCall failed = gateway("<set-header name=\"X\"><value>@(((string)null).Trim())</value></set-header>", pass)
                .start()
                .get("/a/");
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.header("X-Source")).isEqualTo("holder");
        TestCall answered = gateway("<return-response><set-status code=\"418\"/></return-response>", pass)
                .start()
                .get("/a/");
        assertThat(answered.status()).isEqualTo(418);
    }

    @Test
    void aClientThatGoesCallsOffWhatAChildWaitsFor() {
        TestGateway gateway =
                gateway(CALL, (children, exchange) -> children.run(exchange, (own, outcome, f) -> outcome));
        gateway.backends().whenLater("service.test", request -> new CompletableFuture<>());
        gateway.start().get("/a/").hangUp();
        assertThat(gateway.backends().cancelled()).isEqualTo(1);
    }

    @Test
    void anExchangeWithinHasItsOwnRequestAndVariablesAndSharesTheRest() {
        TestGateway gateway = gateway(
                "<set-header name=\"X\"><value>@(context.Api.Id)</value></set-header><set-variable name=\"v\" value=\"inner\"/>",
                (children, exchange) -> {
                    exchange.variables().put("v", "outer");
                    Exchange within = exchange.within(
                            new RequestMessage("POST", exchange.request().url(), new Headers(), Body.of("own")));
                    Statements.Running run = children.start(within);
                    return Outcome.suspend(
                            run.outcome(),
                            (own, outcome, f) -> {
                                assertThat(within.request().headers().get("X")).isEqualTo("a");
                                assertThat(within.variables()).containsEntry("v", "inner");
                                assertThat(own.variables()).containsEntry("v", "outer");
                                assertThat(within.requestId()).isEqualTo(own.requestId());
                                return outcome;
                            },
                            run);
                });
        assertThat(gateway.start().get("/a/").status()).isEqualTo(200);
        assertThat(gateway.backends().only().header("X")).isEmpty();
        assertThat(gateway.backends().only().request().method()).isEqualTo("GET");
    }

    @Test
    void workThatIsOffloadedComesBackToThePolicy() {
        TestGateway gateway = gateway(
                "",
                (children, exchange) -> Outcome.suspend(
                        exchange.offload(() -> "worked"),
                        (own, result, f) -> {
                            own.request().headers().set("X", String.valueOf(result));
                            return Outcome.next();
                        },
                        () -> {}));
        gateway.start().get("/a/");
        assertThat(gateway.backends().only().header("X")).isEqualTo("worked");
    }

    @Test
    void aChildThatWaitsLetsTheRequestGoOnWhenItIsAnswered() {
        CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
        TestGateway gateway =
                gateway(CALL, (children, exchange) -> children.run(exchange, (own, outcome, f) -> outcome));
        gateway.backends().whenLater("service.test", request -> answer);
        TestCall call = gateway.start().get("/a/");
        assertThat(call.isAnswered()).isFalse();
        answer.complete(HttpResponse.of(200));
        assertThat(call.status()).isEqualTo(200);
    }
}
