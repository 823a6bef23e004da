package dev.apim.core.policies.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.policies.PolicyBench;
import dev.apim.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetQueryParameterTest {
    private final PolicyBench bench = new PolicyBench();

    private String sent() {
        return bench.backend.request().url().query();
    }

    @ParameterizedTest
    @CsvSource({
        "'', a=1&z=9, z=9&a=2",
        "override, a=1&A=3&z=9, z=9&a=2",
        "override, z=9, z=9&a=2",
        "skip, a=1, a=1",
        "skip, z=9, z=9&a=2",
        "append, a=1, a=1&a=2",
        "append, '', a=2",
    })
    void whatIsThereAlreadyIsTreatedAsTheActionSays(String action, String before, String after) {
        bench.target = "/shop/orders/1" + (before.isEmpty() ? "" : "?" + before);

        bench.inbound("<set-query-parameter name='a'" + (action.isEmpty() ? "" : " exists-action='" + action + "'")
                + "><value>2</value></set-query-parameter>");

        assertThat(sent()).isEqualTo(after);
    }

    @Test
    void deleteNeedsNoValue() {
        bench.target = "/shop/orders/1?a=1&b=%41&A=2";

        bench.inbound("<set-query-parameter name='a' exists-action='delete'/>");

        assertThat(sent()).isEqualTo("b=%41");
    }

    @Test
    void severalValuesMakeSeveralParametersAndAreEncoded() {
        bench.let("@(v)", e -> "x y&z=\r\n");

        bench.inbound("<set-query-parameter name='q'><value>1</value><value>@(v)</value></set-query-parameter>");

        assertThat(sent()).isEqualTo("q=1&q=x%20y%26z%3D%0D%0A");
    }

    @Test
    void aNullValueIsNotSet() {
        bench.target = "/shop/orders/1?q=1";
        bench.let("@(v)", e -> null);

        bench.inbound("<set-query-parameter name='q'><value>@(v)</value></set-query-parameter>");

        assertThat(sent()).isEmpty();
    }

    @Test
    void aComputedNameMustNotBeEmpty() {
        bench.let("@(n)", e -> "");

        HttpResponse response =
                bench.inbound("<set-query-parameter name='@(n)'><value>1</value></set-query-parameter>");

        assertThat(response.status()).isEqualTo(500);
        assertThat(bench.backend.requests()).isEmpty();
    }

    @Test
    void aMissingValueIsAMistake() {
        bench.compile(
                "<policies><inbound><set-query-parameter name='q'/></inbound></policies>", dev.apim.policy.Scope.API);

        assertThat(bench.messages()).singleElement().asString().contains("has no <value>");
    }
}
