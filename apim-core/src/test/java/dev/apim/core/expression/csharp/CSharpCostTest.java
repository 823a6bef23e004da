package dev.apim.core.expression.csharp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Position;
import dev.apim.core.time.StillTime;
import dev.apim.policy.Cost;
import dev.apim.policy.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is short stays on the request's lane; what an author can make long goes to a worker. */
class CSharpCostTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@(context.Request.Headers.GetValueOrDefault(\"Authorization\", \"\").Split(' ').Last())",
                "@((string)context.Variables[\"x\"] + \"/\" + context.Request.Method.ToLower())",
                "@(Convert.ToBase64String(Encoding.UTF8.GetBytes(context.Request.Method)))",
                "@(new[] { 1, 2, 3 }.Max() > 2)",
                "@{ var x = context.Variables.GetValueOrDefault<int>(\"x\"); if (x > 1) { return \"many\"; } return \"few\"; }"
            })
    void whatIsShortStaysOnTheLane(String expression) {
        assertThat(cost(expression)).isEqualTo(Cost.BOUNDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@(context.Request.Body.As<string>(true))",
                "@(context.Request.Method.Split(' ').Any(part => part == \"x\"))",
                "@(((IEnumerable<string>)context.Variables[\"lazy\"]).Last())",
                "@(context.Request.Method.Split(' ').Select(part => part + part).Last())",
                "@(Regex.IsMatch(context.Request.Method, \"(a+)+b\"))",
                "@{ while (true) { } }"
            })
    void whatAnAuthorCanMakeLongTakesAWorker(String expression) {
        assertThat(cost(expression)).isEqualTo(Cost.UNBOUNDED);
    }

    private static Cost cost(String text) {
        Position here = new Position("test", 1, 1);
        return CSharpExpressions.create(new StillTime())
                .compile(new Value(text, Value.Language.CSHARP, offset -> here), String.class, issue -> {
                    throw new AssertionError(issue.toString());
                })
                .cost();
    }
}
