package dev.apim.core.expression.csharp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.Position;
import dev.apim.core.time.SystemTime;
import dev.apim.policy.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an expression gives, against what its attribute takes. */
final class ResultTypeTest {
    private static final CSharpExpressions EXPRESSIONS = CSharpExpressions.create(new SystemTime());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@(1)",
                "@(context.Response.StatusCode)",
                "@(DateTime.UtcNow)",
                "@(new[] { true })",
                "@((1, 2))",
                "@(new { Ok = true })",
                "@(JObject.Parse(\"{}\")[\"ok\"])",
                "@(context.Request.Body.As<XElement>())",
                "@{ if (context.Tracing) { return 1; } return 2; }",
            })
    void whatIsNeverATruthValueIsNoCondition(String expression) {
        assertThat(mistakes(expression, Boolean.class)).singleElement().satisfies(issue -> {
            assertThat(issue.message()).contains("the expression gives '").contains("expected 'bool'");
            assertThat(issue.isError()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@(true)",
                "@(context.Response.StatusCode == 200)",
                "@(\"true\")",
                "@((bool?)true)",
                "@(context.Variables[\"x\"])",
                "@(context.Variables.GetValueOrDefault<bool>(\"x\"))",
                "@((dynamic)1)",
                "@({{condition}})",
                "@{ throw new Exception(\"x\"); }",
            })
    void whatMayBeATruthValueIsACondition(String expression) {
        assertThat(mistakes(expression, Boolean.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@(true)", "@(DateTime.UtcNow)", "@(new JObject())", "@(Guid.NewGuid())"})
    void whatIsNeverANumberIsNone(String expression) {
        assertThat(mistakes(expression, Integer.class))
                .singleElement()
                .satisfies(issue -> assertThat(issue.message()).contains("expected 'int'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"@(1)", "@(1L)", "@(2.5)", "@(1m)", "@(\"5\")", "@((int?)1)", "@(context.Variables[\"x\"])"})
    void whatMayBeANumberIsOne(String expression) {
        assertThat(mistakes(expression, Integer.class)).isEmpty();
    }

    @Test
    void jsonIsCast() {
        assertThat(mistakes("@(JObject.Parse(\"{}\")[\"ok\"])", Boolean.class))
                .extracting(Issue::message)
                .containsExactly("the expression gives 'JToken', and a condition is wanted here; expected 'bool', as a"
                        + " cast gives it: '(bool)…'");
    }

    @Test
    void textTakesEverything() {
        assertThat(mistakes("@(new JObject())", String.class)).isEmpty();
    }

    private static List<Issue> mistakes(String expression, Class<?> wanted) {
        List<Issue> issues = new ArrayList<>();
        EXPRESSIONS.compile(Value.literal(expression, Position.startOf("p.xml")), wanted, issues::add);
        return issues;
    }
}
