package dev.apim.core.expression.csharp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.apim.Issue;
import dev.apim.Position;
import dev.apim.core.expression.FakeExchange;
import dev.apim.core.expression.csharp.value.Budget;
import dev.apim.core.time.SystemTime;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** C# expressions nobody has thought of: refused, evaluated, or failed as expressions do. */
class CSharpExpressionJazzerTest {
    private static final Budget SMALL = new Budget(5_000, 250_000_000L, 200_000, 64);
    private static final CSharpExpressions LANGUAGE =
            CSharpExpressions.withoutNamedValues(new SystemTime()).with(SMALL);

    @FuzzTest(maxDuration = "60s")
    void nothingButAnExpressionsFailureComesOutOfAnyText(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String written = text.startsWith("{") ? "@" + text : "@(" + text + ")";
        List<Issue> issues = new ArrayList<>();

        Expression<Object> expression =
                LANGUAGE.compile(Value.literal(written, new Position("policy.xml", 1, 1)), Object.class, issues::add);

        assertThat(issues).allMatch(issue -> !issue.message().isBlank());
        if (issues.stream().noneMatch(Issue::isError)) {
            evaluate(expression);
        }
    }

    private static void evaluate(Expression<Object> expression) {
        FakeExchange exchange = FakeExchange.post("https://api.example/a?b=c", "application/json", "{\"a\":[1,\"b\"]}")
                .header("Authorization", "Basic YTpi")
                .variable("v", "w");
        try {
            expression.evaluate(exchange);
        } catch (ExpressionException failed) {
            assertThat(failed.getMessage()).isNotEqualTo("The expression could not be evaluated.");
        }
    }
}
