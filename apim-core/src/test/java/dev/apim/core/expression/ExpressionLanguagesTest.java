package dev.apim.core.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.Issue;
import dev.apim.Position;
import dev.apim.core.expression.csharp.CSharpExpressions;
import dev.apim.core.expression.el.ElExpressions;
import dev.apim.core.time.StillTime;
import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionLanguagesTest {
    private final ExpressionLanguage languages =
            ExpressionLanguages.of(CSharpExpressions.create(new StillTime()), new ElExpressions());
    private final List<Issue> issues = new ArrayList<>();
    private final FakeExchange exchange = FakeExchange.get("http://a.example/");

    private <T> Expression<T> compile(String text, Value.Language language, Class<T> type) {
        return languages.compile(
                new Value(text, language, offset -> new Position("p", 3, 5 + offset)), type, issues::add);
    }

    @Test
    void aLiteralIsReadAsTheTypeThatIsWanted() {
        assertThat(compile(" x ", Value.Language.LITERAL, String.class).evaluate(exchange))
                .isEqualTo(" x ");
        assertThat(compile("${1}", Value.Language.LITERAL, Object.class).evaluate(exchange))
                .isEqualTo("${1}");
        assertThat(compile(" TRUE ", Value.Language.LITERAL, Boolean.class).evaluate(exchange))
                .isTrue();
        assertThat(compile("-5", Value.Language.LITERAL, Integer.class).evaluate(exchange))
                .isEqualTo(-5);
        assertThat(compile("5000000000", Value.Language.LITERAL, Long.class).evaluate(exchange))
                .isEqualTo(5_000_000_000L);
        assertThat(compile("0.5", Value.Language.LITERAL, Double.class).evaluate(exchange))
                .isEqualTo(0.5);
        assertThat(compile("x", Value.Language.LITERAL, String.class).isConstant())
                .isTrue();
        assertThat(issues).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "yes | java.lang.Boolean | found 'yes', expected true or false",
                "1.5 | java.lang.Integer | found '1.5', expected a whole number from -2147483648 to 2147483647",
                "5000000000 | java.lang.Integer | found '5000000000', expected a whole number from -2147483648 to 2147483647",
                "x | java.lang.Double | found 'x', expected a number such as 0.5",
                "NaN | java.lang.Double | found 'NaN', expected a number such as 0.5",
                "\"\" | java.lang.Long | found '', expected a whole number from -9223372036854775808 to 9223372036854775807",
            })
    void aLiteralOfAnotherTypeIsAnIssueAtItsPlace(String text, Class<?> type, String message) {
        Expression<?> refused = compile(text, Value.Language.LITERAL, type);
        assertThat(issues).containsExactly(Issue.error(new Position("p", 3, 5), message));
        assertThatThrownBy(() -> refused.evaluate(exchange)).isInstanceOf(ExpressionException.class);
    }

    @Test
    void csharpIsEvaluated() {
        Expression<String> expression = compile("@(context.Request.Method + 1)", Value.Language.CSHARP, String.class);
        assertThat(issues).isEmpty();
        assertThat(expression.evaluate(exchange)).isEqualTo(exchange.request().method() + "1");
        assertThat(expression.isConstant()).isFalse();
        assertThat(compile("@(1 + 1)", Value.Language.CSHARP, Integer.class).isConstant())
                .isTrue();
    }

    @Test
    void aMistakeInCsharpIsAnIssueAtItsPlace() {
        Expression<String> refused = compile("@(context.Request.Metod)", Value.Language.CSHARP, String.class);
        assertThat(issues)
                .containsExactly(Issue.error(
                        new Position("p", 3, 23),
                        "'IRequest' has no member 'Metod' that policy expressions may use; did you mean 'Method'?"));
        assertThatThrownBy(() -> refused.evaluate(exchange)).isInstanceOf(ExpressionException.class);
    }

    @Test
    void csharpSaysWhichBodiesItReadsAndWhatItCosts() {
        Expression<String> request =
                compile("@(context.Request.Body.As<string>())", Value.Language.CSHARP, String.class);
        Expression<String> any = compile(
                "@(((IResponse)context.Variables[\"r\"]).Body.As<string>())", Value.Language.CSHARP, String.class);
        Expression<String> block = compile("@{ return \"\"; }", Value.Language.CSHARP, String.class);
        Expression<String> loop =
                compile("@{ while (context.Tracing) { } return \"\"; }", Value.Language.CSHARP, String.class);
        assertThat(request.bodyUse()).isEqualTo(BodyUse.REQUEST);
        assertThat(request.cost()).isEqualTo(Cost.UNBOUNDED);
        assertThat(any.bodyUse()).isEqualTo(BodyUse.BOTH);
        assertThat(block.bodyUse()).isEqualTo(BodyUse.NONE);
        assertThat(block.cost()).isEqualTo(Cost.BOUNDED);
        assertThat(loop.cost()).isEqualTo(Cost.UNBOUNDED);
    }

    @Test
    void elIsEvaluated() {
        assertThat(compile("${context.Request.Method}", Value.Language.EL, String.class)
                        .evaluate(exchange))
                .isEqualTo("GET");
        assertThat(compile("#{1 + 1}", Value.Language.EL, Integer.class).evaluate(exchange))
                .isEqualTo(2);
        assertThat(issues).isEmpty();
    }
}
