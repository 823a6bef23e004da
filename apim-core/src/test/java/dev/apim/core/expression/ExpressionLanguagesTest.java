package dev.apim.core.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.Issue;
import dev.apim.Position;
import dev.apim.core.expression.csharp.CSharpExpressions;
import dev.apim.core.expression.el.ElExpressions;
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
    private final ExpressionLanguage languages = ExpressionLanguages.of(new CSharpExpressions(), new ElExpressions());
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
    void csharpLoadsWithOneWarningAndFailsWhenItIsReached() {
        Expression<String> expression = compile("@(context.Api.Id)", Value.Language.CSHARP, String.class);
        assertThat(issues).containsExactly(Issue.warning(new Position("p", 3, 5), CSharpExpressions.NOT_EVALUATED));
        assertThatThrownBy(() -> expression.evaluate(exchange))
                .isInstanceOf(ExpressionException.class)
                .hasMessage("C# expressions are not evaluated by this version; found one at p:3:5.");
        assertThat(expression.isConstant()).isFalse();
    }

    @Test
    void whatCsharpReadsIsGuessedOnTheSafeSide() {
        Expression<String> body = compile("@(context.Request.Body.As<string>())", Value.Language.CSHARP, String.class);
        Expression<String> block = compile("@{ return \"\"; }", Value.Language.CSHARP, String.class);
        assertThat(body.bodyUse()).isEqualTo(BodyUse.BOTH);
        assertThat(body.cost()).isEqualTo(Cost.BOUNDED);
        assertThat(block.bodyUse()).isEqualTo(BodyUse.NONE);
        assertThat(block.cost()).isEqualTo(Cost.UNBOUNDED);
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
