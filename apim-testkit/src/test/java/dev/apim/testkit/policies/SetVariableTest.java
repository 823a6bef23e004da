package dev.apim.testkit.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.core.StandaloneDocuments;
import dev.apim.testkit.TestGateway;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a variable may be set to. */
final class SetVariableTest {
    private static final String DOCUMENT =
            "<policies><inbound>%s<set-variable name=\"v\" value=\"%s\"/></inbound></policies>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain text",
                "@(true)",
                "@((sbyte)1)",
                "@(new sbyte[] { 1 })",
                "@((byte)1)",
                "@(new byte[] { 1 })",
                "@((ushort)1)",
                "@((uint)1)",
                "@((ulong)1)",
                "@((short)1)",
                "@(1)",
                "@(1L)",
                "@(1m)",
                "@(1f)",
                "@(1d)",
                "@(Guid.NewGuid())",
                "@('a'.ToString())",
                "@('a')",
                "@(DateTime.UtcNow)",
                "@(TimeSpan.Zero)",
                "@((int?)1)",
                "@((Guid?)null)",
                "@(new JObject())",
                "@(new JArray())",
                "@(JToken.Parse(&quot;1&quot;))",
                "@(new JProperty(&quot;a&quot;, 1))",
                "@(new JValue(1))",
                "@(new JRaw(&quot;1&quot;))",
                "@(&quot;x&quot;.AsJwt())",
                "@(context.Variables[&quot;a&quot;])",
                "@(null)"
            })
    void whatAzureKeepsIsKeptWithoutAWord(String value) {
        assertThat(issues(value, true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@(new string[] { &quot;a&quot; })",
                "@(new List&lt;string&gt;())",
                "@(new Dictionary&lt;string, string&gt;())",
                "@(context.Request)",
                "@(context.Request.Headers)",
                "@(new int[] { 1 })",
                "@(DayOfWeek.Monday)",
                "@(new { a = 1 })",
                "@((1, 2))",
                "@(new Uri(&quot;http://h/&quot;))",
                "@(XElement.Parse(&quot;&lt;a/&gt;&quot;))",
                "@(DateTimeOffset.UtcNow)"
            })
    void anythingElseIsAMistakeWhereAzureIsHeldToAndElseAWarningAtItsValue(String value) {
        assertThat(issues(value, true)).singleElement().satisfies(issue -> {
            assertThat(issue.isError()).isTrue();
            assertThat(issue.toString())
                    .contains("policy.xml:1:50: error: set-variable keeps no ", "expected bool, a number");
        });
        assertThat(issues(value, false))
                .singleElement()
                .satisfies(issue -> assertThat(issue.isError()).isFalse());
    }

    @Test
    void whatIsOnlyWarnedOfIsKeptAllTheSame() {
        TestGateway gateway = TestGateway.create()
                .api("a", "a", "GET /x")
                .policy(
                        "/apis/a",
                        DOCUMENT.formatted("<base/>", "@(new string[] { &quot;one&quot;, &quot;two&quot; })")
                                .replace(
                                        "</inbound>",
                                        "<set-header name=\"X-Second\"><value>@(((string[])context.Variables[\"v\"])[1])</value>"
                                                + "</set-header></inbound>"))
                .start();

        assertThat(gateway.warnings()).singleElement().asString().contains("keeps no string[] in Azure");
        gateway.get("/a/x");
        assertThat(gateway.backends().only().header("X-Second")).isEqualTo("two");
    }

    private static List<Issue> issues(String value, boolean strict) {
        List<Issue> issues = new ArrayList<>();
        StandaloneDocuments.create(strict).check("policy.xml", DOCUMENT.formatted("", value), issues::add);
        return issues;
    }
}
