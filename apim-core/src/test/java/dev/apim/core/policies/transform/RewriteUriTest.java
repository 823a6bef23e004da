package dev.apim.core.policies.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.policies.PolicyBench;
import dev.apim.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RewriteUriTest {
    private final PolicyBench bench = new PolicyBench();

    private String rewrite(String attributes) {
        HttpResponse response = bench.inbound("<rewrite-uri " + attributes + "/>");
        assertThat(response.status()).isEqualTo(200);
        return bench.backend.request().url().toString();
    }

    @ParameterizedTest
    @CsvSource({
        // template, operation's template, request, parameters' values, what is sent
        "/put, /get?a={b}, /get?a=1&c=d, /put?c=d",
        "/put/{b}, /get?a={b}, /get?a=1&c=d, /put/1?c=d",
        "/put?x={b}, /get?a={b}, /get?a=1&c=d, /put?x=1&c=d",
        "/put?x={b}, /get?a={b}, /get?a=1, /put?x=1",
        "/put?n=1, /get, /get?c=d&e=%2F, /put?n=1&c=d&e=%2F",
        "/put, /get, /get, /put",
        "put, /get, /get, /put",
        "/put?c=1, /get, /get?c=2, /put?c=1&c=2",
        "/put, /get?a={b}, /get?A=1&c=d, /put?c=d",
    })
    void queryParametersThatTheOperationDoesNotNameAreKept(
            String template, String operation, String request, String sent) {
        bench.urlTemplate = operation;
        bench.target = "/shop" + request;
        bench.parameters = Map.of("b", "1");

        assertThat(rewrite("template='" + template + "'")).isEqualTo("https://backend.test/base" + sent);
    }

    @Test
    void unmatchedParametersCanBeDropped() {
        bench.target = "/shop/orders/1?c=d";

        assertThat(rewrite("template='/put?x=1' copy-unmatched-params='false'"))
                .isEqualTo("https://backend.test/base/put?x=1");
    }

    @ParameterizedTest
    @CsvSource({"a b, a%20b", "a/b, a%2Fb", "a?b#c, a%3Fb%23c", "é, %C3%A9", "'a%2Fb', a%252Fb", "100%, 100%25"})
    void aValueStaysOneSegment(String value, String sent) {
        bench.parameters = Map.of("id", value);

        assertThat(rewrite("template='/v2/{id}/x'")).isEqualTo("https://backend.test/base/v2/" + sent + "/x");
    }

    @Test
    void aCatchAllKeepsItsSlashes() {
        bench.urlTemplate = "/files/{*path}";
        bench.parameters = Map.of("path", "a/b c/d");

        assertThat(rewrite("template='/store/{*path}'")).isEqualTo("https://backend.test/base/store/a/b%20c/d");
    }

    @Test
    void aValueInTheQueryIsEncodedAsOne() {
        bench.parameters = Map.of("id", "a&b=c");

        assertThat(rewrite("template='/x?q={id}'")).isEqualTo("https://backend.test/base/x?q=a%26b%3Dc");
    }

    @Test
    void anExpressionIsTheWholeTemplate() {
        bench.let("@(t)", e -> "/made here?q=1");

        assertThat(rewrite("template='@(t)'")).isEqualTo("https://backend.test/base/made%20here?q=1");
    }

    @Test
    void bracesAroundWhatIsNoParametersNameAreText() {
        bench.let("@(t)", e -> "/find/{id}?filter={\"a\":1}&e={}");

        assertThat(rewrite("template='@(t)'"))
                .isEqualTo("https://backend.test/base/find/1?filter=%7B%22a%22:1%7D&e=%7B%7D");
    }

    @Test
    void escapesThatAreThereStay() {
        bench.let("@(t)", e -> "/a%20b%zz");

        assertThat(rewrite("template='@(t)'")).isEqualTo("https://backend.test/base/a%20b%25zz");
    }

    @Test
    void itIsRelativeToABackendThatIsSetBeforeOrAfter() {
        bench.inbound("<rewrite-uri template='/x'/><set-backend-service base-url='http://other.test/api/'/>"
                + "<rewrite-uri template='/y'/>");

        assertThat(bench.backend.request().url().toString()).isEqualTo("http://other.test/api/y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a\r\nX: 1", "/a\nb", "/a\0b", "/../admin", "/a/%2e%2E/b", "/a/./b", "/a/..;x/b", ""})
    void whatCouldLeaveThePathOrEndTheLineFailsTheRequest(String made) {
        bench.let("@(t)", e -> made);

        HttpResponse response = bench.inbound("<rewrite-uri template='@(t)'/>");

        assertThat(response.status()).isEqualTo(made.isEmpty() ? 200 : 500);
        assertThat(bench.backend.requests()).hasSize(made.isEmpty() ? 1 : 0);
    }

    @Test
    void aValueCannotClimbOutOfItsPlace() {
        bench.urlTemplate = "/get?a={b}";
        bench.parameters = Map.of("b", "..");

        HttpResponse response = bench.inbound("<rewrite-uri template='/public/{b}/admin'/>");

        assertThat(response.status()).isEqualTo(500);
        assertThat(bench.backend.requests()).isEmpty();
    }

    @Test
    void aParameterTheOperationDoesNotHaveFailsTheRequest() {
        HttpResponse response = bench.inbound("<rewrite-uri template='/{unknown}'/>");

        assertThat(response.status()).isEqualTo(500);
        assertThat(bench.lastError().message()).contains("{unknown}");
    }

    @Test
    void aLiteralThatClimbsIsAMistake() {
        bench.compile(
                "<policies><inbound><rewrite-uri template='/a/../b'/></inbound></policies>", dev.apim.policy.Scope.API);

        assertThat(bench.messages()).singleElement().asString().contains(".. segment");
    }
}
