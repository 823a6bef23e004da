package dev.apim.core.policies.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.policies.FakeBackend;
import dev.apim.core.policies.PolicyBench;
import dev.apim.core.policies.StreamBody;
import dev.apim.http.Body;
import dev.apim.http.HttpResponse;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Scope;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetOthersTest {
    private final PolicyBench bench = new PolicyBench();
    private final FakeBackend backend = bench.backend;

    @Test
    void aLiteralBodyIsSentAsWritten() {
        bench.inbound("<set-body>{ \"a\": 1 }</set-body>");

        assertThat(FakeBackend.text(backend.request())).isEqualTo("{ \"a\": 1 }");
    }

    @Test
    void elementsInABodyAreSentAsWritten() {
        bench.inbound("<set-body><s:Envelope xmlns:s=\"urn:s\"><a>1 &amp; 2</a></s:Envelope></set-body>");

        assertThat(FakeBackend.text(backend.request()))
                .isEqualTo("<s:Envelope xmlns:s=\"urn:s\"><a>1 &amp; 2</a></s:Envelope>");
    }

    @Test
    void entitiesInATextAreDecoded() {
        bench.inbound("<set-body>1 &lt; 2</set-body>");

        assertThat(FakeBackend.text(backend.request())).isEqualTo("1 < 2");
    }

    @Test
    void aValueElementMayStandAroundIt() {
        bench.inbound("<set-body><value>text</value></set-body>");

        assertThat(FakeBackend.text(backend.request())).isEqualTo("text");
    }

    @ParameterizedTest
    @CsvSource({"text, text", "42, 42", "true, True"})
    void anExpressionGivesText(String made, String sent) {
        Object value = made.equals("true") ? Boolean.TRUE : made.equals("42") ? (Object) 42 : made;
        bench.let("@(b)", e -> value);

        bench.inbound("<set-body>@(b)</set-body>");

        assertThat(FakeBackend.text(backend.request())).isEqualTo(sent);
    }

    @Test
    void anExpressionMayGiveBytesOrNothing() {
        bench.let("@(bytes)", e -> "raw".getBytes(StandardCharsets.UTF_8)).let("@(null)", e -> null);
        backend.answers(200, Body.of("old"));

        HttpResponse response = bench.run("<policies><inbound><set-body>@(bytes)</set-body></inbound><backend>"
                + "<forward-request/></backend><outbound><set-body>@(null)</set-body></outbound></policies>");

        assertThat(FakeBackend.text(backend.request())).isEqualTo("raw");
        assertThat(response.body().length()).isZero();
    }

    @Test
    void aReplacedBodyLosesItsFramingAndKeepsItsType() {
        StreamBody old = StreamBody.of("zip");
        backend.answers(200, old, "Content-Type", "text/plain", "Content-Length", "3", "Content-Encoding", "gzip");

        HttpResponse response = bench.outbound("<set-body>longer text</set-body>");

        assertThat(response.headers().get("Content-Type")).isEqualTo("text/plain");
        assertThat(response.headers().contains("Content-Length")).isFalse();
        assertThat(response.headers().contains("Content-Encoding")).isFalse();
        assertThat(old.isCancelled()).isTrue();
        assertThat(PolicyBench.text(response.body())).isEqualTo("longer text");
    }

    @Test
    void liquidLoadsWithAWarningAndFailsWhenReached() {
        HttpResponse response =
                bench.inbound("<set-body template='liquid' xsi-nil='null' parse-date='false'>x</set-body>");

        assertThat(response.status()).isEqualTo(500);
        assertThat(bench.messages()).singleElement().asString().contains("apim-liquid");
        assertThat(bench.lastError().message()).contains("apim-liquid");
    }

    @Test
    void theMethodChanges() {
        bench.let("@(m)", e -> "PATCH");

        bench.inbound("<set-method>POST</set-method>");
        assertThat(backend.request().method()).isEqualTo("POST");

        PolicyBench other = new PolicyBench().let("@(m)", e -> "PATCH");
        other.inbound("<set-method>@(m)</set-method>");
        assertThat(other.backend.request().method()).isEqualTo("PATCH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /x HTTP/1.1", "G\r\nET", "G T"})
    void aMethodThatIsNoTokenFailsTheRequest(String made) {
        bench.let("@(m)", e -> made);

        assertThat(bench.inbound("<set-method>@(m)</set-method>").status()).isEqualTo(500);
        assertThat(backend.requests()).isEmpty();
    }

    @Test
    void theStatusChanges() {
        bench.let("@(c)", e -> 418).let("@(r)", e -> "Short and stout");

        HttpResponse literal = bench.outbound("<set-status code='201' reason='Made'/>");
        PolicyBench other = new PolicyBench().let("@(c)", e -> 418).let("@(r)", e -> "Short and stout");
        HttpResponse computed = other.outbound("<set-status code='@(c)' reason='@(r)'/>");

        assertThat(literal.status() + literal.reason()).isEqualTo("201Made");
        assertThat(computed.status() + computed.reason()).isEqualTo("418Short and stout");
    }

    @Test
    void theReasonDefaultsToTheStandardOne() {
        assertThat(bench.outbound("<set-status code='404'/>").reason()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"99, ok", "199, ok", "600, ok", "200, 'a\r\nb'"})
    void aStatusLineThatIsNoneFailsTheRequest(int code, String reason) {
        bench.let("@(c)", e -> code).let("@(r)", e -> reason);

        assertThat(bench.outbound("<set-status code='@(c)' reason='@(r)'/>").status())
                .isEqualTo(500);
        assertThat(bench.lastError().source()).isEqualTo("set-status");
    }

    @Test
    void aConditionThatCannotBeEvaluatedFailsAtItsBranch() {
        bench.let("@(no)", e -> false).let("@(bad)", e -> {
            throw new ExpressionException("bad");
        });

        bench.inbound("<choose id='c'><when condition='@(no)'/><when condition='@(bad)'/></choose>");

        assertThat(bench.lastError().source()).isEqualTo("choose");
        assertThat(bench.lastError().path()).isEqualTo("choose[1]/when[2]");
        assertThat(bench.lastError().policyId()).isEqualTo("c");
    }

    @Test
    void aLiteralVariableIsAString() {
        bench.let("@(n)", e -> 7L);

        bench.inbound("<set-variable name='a' value='12'/><set-variable name='b' value='@(n)'/>"
                + "<set-variable name='a' value='13'/>");

        assertThat(bench.exchange().variables()).containsEntry("a", "13").containsEntry("b", 7L);
    }

    @Test
    void namesOfVariablesAreCaseSensitive() {
        bench.inbound("<set-variable name='a' value='1'/><set-variable name='A' value='2'/>");

        assertThat(bench.exchange().variables()).containsEntry("a", "1").containsEntry("A", "2");
    }

    @Test
    void mistakesAreReportedWhereTheyStand() {
        bench.compile(
                "<policies><inbound><set-method>G T</set-method><set-status code='99'/><set-variable name='x'/>"
                        + "</inbound></policies>",
                Scope.API);

        assertThat(bench.messages())
                .anyMatch(m -> m.contains("'G T' is no HTTP method"))
                .anyMatch(m -> m.contains("code"))
                .anyMatch(m -> m.contains("value"));
    }

    @Test
    void aCharsetThatTheTypeNamesBecomesThatOfTheNewText() {
        backend.answers(200, Body.of("old"), "Content-Type", "text/plain; Charset=\"iso-8859-1\"");

        HttpResponse response = bench.outbound("<set-body>gr\u00FCn</set-body>");

        assertThat(response.headers().get("Content-Type")).isEqualTo("text/plain; Charset=utf-8");
        assertThat(PolicyBench.text(response.body())).isEqualTo("gr\u00FCn");
    }
}
