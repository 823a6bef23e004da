package dev.apim.core.expression.csharp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.Issue;
import dev.apim.Position;
import dev.apim.Severity;
import dev.apim.core.expression.FakeExchange;
import dev.apim.core.time.SystemTime;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtfulExpressionTest {
    private final List<Issue> issues = new ArrayList<>();

    private Expression<Object> compile(String text, boolean strict) {
        Value value = new Value(text, Value.Language.CSHARP, offset -> new Position("p", 1, 1 + offset));
        return CSharpExpressions.create(new SystemTime()).strict(strict).compile(value, Object.class, issues::add);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@(context.Request.Method.Equals(\"patch=\"\"\", StringComparison.Ordinal))",
                "@(context.Request.MatchedParameters(\"id\"))",
                "@($\"/groups/{group-id}/members\")",
                "@(DateTime.UtcNow.AddSeconds((string)context.Variables[\"ttl\"]))",
            })
    void whatPublicDocumentsHaveAndAzureRefusesLoadsAndFailsWhenItIsReached(String text) {
        Expression<Object> expression = compile(text, false);

        assertThat(issues).extracting(Issue::severity).containsOnly(Severity.WARNING);
        assertThat(issues).allMatch(issue -> issue.message().contains("Azure refuses this"));
        assertThatThrownBy(() -> expression.evaluate(FakeExchange.get("http://a.example/")))
                .isInstanceOf(ExpressionException.class)
                .hasMessageStartingWith("The expression is no C#: ");

        issues.clear();
        compile(text, true);
        assertThat(issues).extracting(Issue::severity).contains(Severity.ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@(\"a\" \"b\")",
                "@(context.RequestId(1))",
                "@($\"{group}\")",
                "@($\"{a-b}{context.Foo}\")",
                "@(DateTime.UtcNow.AddSeconds(\"1\"))",
                "@(context.Request.Method.PadLeft(\"1\", 2))",
            })
    void whatIsMerelyLikeItIsAnError(String text) {
        compile(text, false);
        assertThat(issues).anyMatch(Issue::isError);
    }

    @Test
    void aDifferenceOfVariablesIsNoPlaceholder() {
        Expression<Object> expression = compile("@{ var a = 5; var b = 2; return $\"{a-b}\"; }", false);
        assertThat(issues).isEmpty();
        assertThat(expression.evaluate(FakeExchange.get("http://a.example/"))).isEqualTo("3");
    }
}
