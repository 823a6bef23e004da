package dev.apim.core.expression.csharp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.Position;
import dev.apim.core.expression.FakeExchange;
import dev.apim.core.time.SystemTime;
import dev.apim.policy.BodyLimitException;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON beyond the limits: who sent it is told, however the expression came to read it. */
class BodyLimitTest {
    private static final String DEEP = "{\"secret\":" + "[".repeat(200) + "]".repeat(200) + "}";
    private static final String LONG = "{\"secret\":" + "9".repeat(1_001) + "}";

    private static Object evaluate(String text, FakeExchange exchange) {
        Value value = new Value(text, Value.Language.CSHARP, offset -> new Position("policy.xml", 1, 1));
        Expression<Object> expression = CSharpExpressions.withoutNamedValues(new SystemTime())
                .compile(value, Object.class, issue -> {
                    throw new AssertionError(issue.message());
                });
        return String.valueOf(expression.evaluate(exchange));
    }

    private static FakeExchange post(String body) {
        return FakeExchange.post("http://a.example/", "application/json", body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@(context.Request.Body.As<JObject>().Count)",
                "@(context.Request.Body.As<JToken>(true).Type)",
                "@(JObject.Parse(context.Request.Body.As<string>()).Count)",
                "@{ var text = context.Request.Body.As<string>(preserveContent: true); return JToken.Parse(text).Type; }",
                "@(JsonConvert.DeserializeObject<JObject>(context.Request.Body.As<string>()).Count)"
            })
    void aBodyBeyondTheLimitsIsItsSendersFault(String expression) {
        for (String body : new String[] {DEEP, LONG}) {
            FakeExchange exchange = post(body);
            assertThatThrownBy(() -> evaluate(expression, exchange))
                    .isInstanceOfSatisfying(
                            BodyLimitException.class,
                            refused -> assertThat(
                                            refused.isOf(exchange.request().body()))
                                    .isTrue())
                    .hasMessageStartingWith("The body's JSON is beyond the limits")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void anotherTextBeyondTheLimitsIsTheExpressionsFault() {
        String expression = "@(JToken.Parse(new string('[', 200) + context.Request.Body.As<string>()).Type)";

        assertThatThrownBy(() -> evaluate(expression, post("[]")))
                .isExactlyInstanceOf(ExpressionException.class)
                .hasMessageContaining("MaxDepth");
    }

    @Test
    void whatIsNoJsonIsTheExpressionsFaultAsItIsInAzure() {
        assertThatThrownBy(() -> evaluate("@(context.Request.Body.As<JObject>().Count)", post("{")))
                .isExactlyInstanceOf(ExpressionException.class);
    }

    @Test
    void anExpressionMayCatchWhatItExpects() {
        String expression =
                "@{ try { return context.Request.Body.As<JObject>().Count; } catch (Exception) { return -1; } }";

        assertThat(evaluate(expression, post(DEEP))).isEqualTo("-1");
    }
}
