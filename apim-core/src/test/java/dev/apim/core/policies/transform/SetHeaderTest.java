package dev.apim.core.policies.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.policies.FakeBackend;
import dev.apim.core.policies.PolicyBench;
import dev.apim.http.Body;
import dev.apim.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetHeaderTest {
    private final PolicyBench bench = new PolicyBench();
    private final FakeBackend backend = bench.backend;

    private static String set(String name, String action, String... values) {
        StringBuilder xml = new StringBuilder("<set-header name=\"" + name + "\"");
        xml.append(action.isEmpty() ? ">" : " exists-action=\"" + action + "\">");
        for (String value : values) {
            xml.append("<value>").append(value).append("</value>");
        }
        return xml.append("</set-header>").toString();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "'', none, new",
                "'', old, new",
                "override, none, new",
                "override, old, new",
                "skip, none, new",
                "skip, old, old",
                "append, none, new",
                "append, old, 'old,new'",
                "APPEND, old, 'old,new'",
                "delete, none, none"
            })
    void whatIsThereAlreadyIsTreatedAsTheActionSays(String action, String before, String after) {
        if (before != null) {
            bench.headers.add("x-thing", before);
        }

        bench.inbound(set("X-Thing", action, "new"));

        assertThat(backend.request().headers().joined("X-Thing")).isEqualTo(after);
    }

    @Test
    void deleteRemovesEveryFieldOfThatNameInAnyCase() {
        bench.headers.add("X-Thing", "1").add("x-thing", "2").add("Y", "3");

        bench.inbound("<set-header name='X-THING' exists-action='delete'/>");

        assertThat(backend.request().headers().contains("x-thing")).isFalse();
        assertThat(backend.request().headers().get("Y")).isEqualTo("3");
    }

    @Test
    void severalValuesAreJoinedToOneField() {
        bench.inbound(set("X-List", "", "a", "b", "c"));

        assertThat(backend.request().headers().all("X-List")).containsExactly("a,b,c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User-Agent",
                "WWW-Authenticate",
                "Proxy-Authenticate",
                "Cookie",
                "Set-Cookie",
                "Warning",
                "Date",
                "Expires",
                "If-Modified-Since",
                "If-Unmodified-Since",
                "Last-Modified",
                "Retry-After"
            })
    void someHeadersAreSentOnceForEachValue(String name) {
        HttpResponse response = bench.outbound(set(name, "", "a", "b") + set(name, "append", "c"));

        assertThat(response.headers().all(name)).containsExactly("a", "b", "c");
    }

    @Test
    void overrideReplacesAllValues() {
        bench.headers.add("X", "1").add("X", "2");

        bench.inbound(set("X", "override", "3"));

        assertThat(backend.request().headers().all("X")).containsExactly("3");
    }

    @ParameterizedTest
    @CsvSource({"override, ''", "skip, old", "append, old"})
    void aNullValueIsNotSet(String action, String after) {
        bench.headers.add("X", "old");
        bench.let("@(nothing)", exchange -> null);

        bench.inbound(set("X", action, "@(nothing)"));

        assertThat(backend.request().headers().getOrDefault("X", "")).isEqualTo(after);
    }

    @Test
    void nullAmongOthersIsLeftOut() {
        bench.let("@(nothing)", exchange -> null);

        bench.inbound(set("X", "", "a", "@(nothing)", "b"));

        assertThat(backend.request().headers().get("X")).isEqualTo("a,b");
    }

    @Test
    void nameActionAndValueMayBeExpressions() {
        bench.headers.add("X-Made", "old");
        bench.let("@(n)", e -> "X-Made").let("@(a)", e -> "append").let("@(v)", e -> 42);

        bench.inbound(set("@(n)", "@(a)", "@(v)"));

        assertThat(backend.request().headers().get("X-Made")).isEqualTo("old,42");
    }

    @Test
    void anUnknownComputedActionFailsTheRequest() {
        bench.let("@(a)", e -> "replace");

        HttpResponse response = bench.inbound(set("X", "@(a)", "v"));

        assertThat(response.status()).isEqualTo(500);
        assertThat(backend.requests()).isEmpty();
    }

    @Test
    void inOutboundItIsTheResponseThatChanges() {
        backend.answers(200, Body.empty(), "X", "backend");

        HttpResponse response = bench.outbound(set("X", "", "policy"));

        assertThat(response.headers().get("X")).isEqualTo("policy");
        assertThat(backend.request().headers().contains("X")).isFalse();
    }

    @Test
    void inOnErrorItIsTheResponseThatChanges() {
        HttpResponse response =
                bench.run("<policies><inbound><set-body template='liquid'>x</set-body></inbound><on-error>"
                        + set("X-Failed", "", "yes") + "</on-error></policies>");

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.headers().get("X-Failed")).isEqualTo("yes");
    }

    @Test
    void inBackendItIsTheRequestEvenAfterAResponse() {
        backend.answers(503, Body.empty());
        bench.let("@(again)", exchange -> exchange.response().status() == 503);

        HttpResponse response = bench.backend("<retry condition='@(again)' count='1' interval='0'>"
                + set("X-Try", "append", "1") + "<forward-request/></retry>");

        assertThat(response.headers().contains("X-Try")).isFalse();
        assertThat(backend.requests().get(1).headers().get("X-Try")).isEqualTo("1,1");
    }

    @Test
    void withoutABackendTheResponseStillTakesTheHeader() {
        HttpResponse response =
                bench.run("<policies><backend/><outbound>" + set("X", "", "v") + "</outbound></policies>");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().get("X")).isEqualTo("v");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection", "content-length", "Keep-Alive", "Transfer-Encoding"})
    void whatFramesAMessageCannotBeSet(String name) {
        bench.inbound(set(name, "", "5"));

        assertThat(backend.request().headers().contains(name)).isFalse();
        assertThat(bench.messages()).anyMatch(m -> m.contains("cannot be changed"));
    }

    @Test
    void whatFramesAMessageCannotBeSetUnderAComputedNameEither() {
        bench.let("@(n)", e -> "Transfer-Encoding");

        bench.inbound(set("@(n)", "", "chunked"));

        assertThat(backend.request().headers().contains("Transfer-Encoding")).isFalse();
    }

    @Test
    void serverCanBeChangedButNotRemoved() {
        backend.answers(200, Body.empty(), "Server", "theirs");
        HttpResponse kept = bench.outbound("<set-header name='Server' exists-action='delete'/>");
        HttpResponse changed = new PolicyBench().outbound(set("Server", "", "ours"));

        assertThat(kept.headers().get("Server")).isEqualTo("theirs");
        assertThat(changed.headers().get("Server")).isEqualTo("ours");
        assertThat(bench.messages()).anyMatch(m -> m.contains("cannot be removed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\r\nX-Evil: 1", "a\nb", "a\rb", "nul\0", "bell\u0007", "del\u007F", "cut\u010Dto", "\u560A"})
    void aValueThatCouldEndALineFailsTheRequest(String value) {
        bench.let("@(v)", e -> value);

        HttpResponse response = bench.inbound(set("X", "", "@(v)"));

        assertThat(response.status()).isEqualTo(500);
        assertThat(backend.requests()).isEmpty();
        assertThat(bench.lastError().source()).isEqualTo("set-header");
        assertThat(bench.lastError().reason()).isEqualTo("InvalidHeader");
        assertThat(bench.lastError().message()).doesNotContain("Evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:b", "a\r\nb", "é", "a(b)"})
    void aComputedNameThatIsNoTokenFailsTheRequest(String name) {
        bench.let("@(n)", e -> name);

        assertThat(bench.inbound(set("@(n)", "", "v")).status()).isEqualTo(500);
    }

    @Test
    void tabsAndLatin1MayStandInAValue() {
        bench.let("@(v)", e -> "a\tb\u00E9");

        bench.inbound(set("X", "", "@(v)"));

        assertThat(backend.request().headers().get("X")).isEqualTo("a\tb\u00E9");
    }

    @Test
    void aLiteralValueOnTwoLinesIsWarnedOfAndFails() {
        HttpResponse response = bench.inbound(set("X", "", "a\n b"));

        assertThat(response.status()).isEqualTo(500);
        assertThat(bench.messages()).anyMatch(m -> m.contains("one line"));
    }

    @Test
    void theMistakesOfADocumentAreReported() {
        bench.compile(
                "<policies><inbound>" + set("bad name", "", "v") + set("X", "override") + set("X", "", "v")
                        + set("Y", "delete", "v") + "</inbound></policies>",
                dev.apim.policy.Scope.API);

        assertThat(bench.messages())
                .hasSize(3)
                .anyMatch(m -> m.contains("'bad name' is no header name"))
                .anyMatch(m -> m.contains("has no <value>"))
                .anyMatch(m -> m.contains("sets nothing"));
    }

    @Test
    void aNamedValueThatIsNotAtHandIsNoMistake() {
        bench.alone = true;

        bench.compile(
                "<policies><inbound>" + set("{{name}}", "", "{{value}}") + "</inbound></policies>",
                dev.apim.policy.Scope.API);

        assertThat(bench.issues).isEmpty();
    }
}
