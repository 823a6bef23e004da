package dev.apim.core.expression.csharp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.core.document.NamedValues;
import dev.apim.core.document.PolicyDocumentReader;
import dev.apim.core.document.ReaderOptions;
import dev.apim.core.time.SystemTime;
import dev.apim.model.NamedValue;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where in a document mistakes in expressions are reported: at what is wrong, marked § here. */
final class ExpressionIssuesTest {
    private static final CSharpExpressions EXPRESSIONS = CSharpExpressions.create(new SystemTime());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a v='@(§nope)'/>",
                "<a v='@(1 + §nope)'/>",
                "<a v='@(\"x\".§Lenght)'/>",
                "<a v='@(context.§Reqest.Method)'/>",
                "<a v=\"@(context.Request.Headers.§GetValueOrDefalt(\"a\", \"\"))\"/>",
                "<a v='@(1 §+ true)'/>",
                "<a v='@(new §Lst<int>())'/>",
                "<a\n  w='1'\n  v='@(1\n   + §nope)'/>",
                "<a>\n  @(§nope)\n</a>",
                "<a>@{\n  var x = 1;\n  return §y;\n}</a>",
                "<a>@{\n  int x = §\"a\";\n  return x;\n}</a>",
                "<a>@{\n  int x = 0; int §x = 1; return x;\n}</a>",
                "<a>@{ if (§1) { return 1; } return 2; }</a>",
                "<a>@{ §break; }</a>",
                "<a>@{ return new[] { 1 }.Select(x => x.§Nope).First(); }</a>",
                "<a>@{ Func<int, int> f = x => §\"a\"; return f(1); }</a>",
                "<a>@{ return $\"a {§nope} b\"; }</a>",
                "<a v='@(1 &lt; 2 ? §nope : 2)'/>",
                "<a v='@(\"&#233;\" + §nope)'/>",
                "<a>@{ // {{ nothing }}\r\n  return §nope;\r\n}</a>",
                "<a\tw='1'\tv='@(\t\t§nope)'/>",
                "<!-- Gr\u00fc\u00dfe \u017elu\u0165 --><a w='\u00e4' v='@(\"gr\u00f6\u00dfe\" + §nope)'/>",
                "<a v='@(\"\ud83d\ude00\" + §nope)'/>",
                "<a><![CDATA[@(§nope)]]></a>",
                "<a><![CDATA[\n  @{ var n = 1;\n     return §nope; }\n]]></a>",
                "<a v='@(&quot;a&amp;b&#x20;&#34;.§Nope)'/>",
                "<a v=\"@(&quot;x&quot;\r\n  + &quot;\u00fc&quot; + §nope)\"/>",
                "<a v=\"@(1 < 2 && \"x\".§Nope == \"y\")\"/>",
                "<a v=\"@($\"a {(true ? $\"{§nope}\" : \"\")} b\")\"/>",
                "<a v=\"@(@\"line\ntwo\"\"\" + §nope)\"/>",
                "<a v='@(\"x\"?\n .§Nope)'/>",
                "<a v='@(new[] { \"b\" }.Select(s => s.§Nope).Count())'/>",
                "<a>@{ §Strng s = null; return s; }</a>",
                "<a>@{ var x = 1§\n  return x;\n}</a>",
                "<a>@{ if (context.Tracing) { return 1; } §}</a>",
                "<a v='@(\"a§\\q\")'/>",
                "<a v='@(\"abc\".§Substring(\"x\"))'/>",
                "<a v='@(§return 1)'/>",
            })
    void aMistakeIsReportedWhereItIs(String marked) {
        assertThat(places(marked, NamedValues.unknown())).isEqualTo(List.of(expected(marked)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a v='@(\"{{long}}\" + §nope)'/>",
                "<a v='@({{number}} + §nope)'/>",
                "<a v='@({{number}} + {{number}} + §nope + {{number}})'/>",
                "<a>@{\n  var x = \"{{long}}\"; return §y;\n}</a>",
                "<a>@{\n  var x = {{number}};\n  return $\"{{long}}\" + §y;\n}</a>",
                "<a v='@(§{{name}})'/>",
                "<a v='§{{whole}}'/>",
            })
    void namedValuesDoNotShiftIt(String marked) {
        NamedValues values = NamedValues.of(List.of(
                value("long", "a value that is longer than its name"),
                value("number", "5"),
                value("name", "nope"),
                value("whole", "@(1 + nope)")));
        assertThat(places(marked, values)).isEqualTo(List.of(expected(marked)));
    }

    @Test
    void everyMistakeIsReported() {
        assertThat(issues(
                        "<a>@{ var a = nope; var b = \"x\".Lenght; return a + b + nada; }</a>", NamedValues.unknown()))
                .extracting(Issue::message)
                .containsExactly(
                        "the name 'nope' is not known here; expected 'context', a variable or a type that policy"
                                + " expressions may use",
                        "'string' has no member 'Lenght' that policy expressions may use; did you mean 'Length'?",
                        "the name 'nada' is not known here; expected 'context', a variable or a type that policy"
                                + " expressions may use");
    }

    @Test
    void whatIsNeverReachedIsAWarningAndTheExpressionStands() {
        List<Issue> issues = issues("<a>@{\n return 1;\n return 2;\n}</a>", NamedValues.unknown());
        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.isError()).isFalse();
            assertThat(issue.message()).isEqualTo("this is never reached");
            assertThat(issue.position().line()).isEqualTo(3);
        });
    }

    @Test
    void anAssignmentForAConditionAndATestThatNeverHoldsAreWarnings() {
        assertThat(issues("<a>@{ bool b; if (b = true) { return 1; } return 2; }</a>", NamedValues.unknown()))
                .extracting(Issue::message)
                .containsExactly("this assigns; to compare write '=='");
        assertThat(issues("<a>@{ var s = \"x\"; return s is Guid; }</a>", NamedValues.unknown()))
                .extracting(Issue::message)
                .containsExactly("a 'string' is never a 'Guid': this is always false");
    }

    private static NamedValue value(String name, String text) {
        return new NamedValue(name, name, text, false, List.of());
    }

    private static String expected(String marked) {
        String before = marked.substring(0, marked.indexOf('§'));
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return line + ":" + (before.length() - before.lastIndexOf('\n'));
    }

    private static List<String> places(String marked, NamedValues values) {
        return issues(marked.replace("§", ""), values).stream()
                .map(issue -> issue.position().line() + ":" + issue.position().column())
                .toList();
    }

    private static List<Issue> issues(String document, NamedValues values) {
        List<Issue> issues = new ArrayList<>();
        PolicyElement root = PolicyDocumentReader.read("p.xml", document, ReaderOptions.of(values), issues::add)
                .orElseThrow()
                .root();
        Value expression = root.attribute("v").orElse(root.text());
        EXPRESSIONS.compile(expression, String.class, issues::add);
        return issues;
    }
}
