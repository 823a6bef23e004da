package dev.apim.core.expression.csharp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.Position;
import dev.apim.core.expression.FakeExchange;
import dev.apim.core.time.SystemTime;
import dev.apim.http.Body;
import dev.apim.policy.Exchange;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Value;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A body's tree is lent to expressions that only read it, and every other one gets its own. */
final class CSharpBodyTest {
    private static final CSharpExpressions LANGUAGE = CSharpExpressions.create(new SystemTime());
    private static final String READ =
            "@(context.Request.Body.As<JObject>(preserveContent: true)[\"a\"][\"b\"].ToString())";

    private final FakeExchange exchange =
            FakeExchange.post("https://api.example/orders", "application/json", "{\"a\":{\"b\":\"é\"}}");

    @Test
    void whatIsReadIsNotWhatAnotherExpressionChanged() {
        assertThat(eval(READ)).isEqualTo("é");
        assertThat(eval("@{ var body = context.Request.Body.As<JObject>(preserveContent: true);"
                        + " body[\"a\"][\"b\"] = \"changed\"; return (string)body[\"a\"][\"b\"]; }"))
                .isEqualTo("changed");
        assertThat(eval("@{ context.Request.Body.As<JObject>(preserveContent: true)[\"a\"][\"b\"] = \"changed\";"
                        + " return \"done\"; }"))
                .isEqualTo("done");
        assertThat(eval("@{ var part = context.Request.Body.As<JObject>(preserveContent: true)[\"a\"];"
                        + " part[\"b\"] = \"changed\"; return part.ToString(Newtonsoft.Json.Formatting.None); }"))
                .isEqualTo("{\"b\":\"changed\"}");
        assertThat(eval(READ)).isEqualTo("é");
    }

    @Test
    void aBodyThatWasReplacedIsReadAnew() {
        assertThat(eval(READ)).isEqualTo("é");
        exchange.request().body().replace(Body.of("{\"a\":{\"b\":\"other\"}}"));
        assertThat(eval(READ)).isEqualTo("other");
    }

    @Test
    void aBodyWhoseCharsetWasChangedIsReadAnew() {
        assertThat(eval(READ)).isEqualTo("é");
        exchange.request().headers().set("Content-Type", "application/json; charset=iso-8859-1");
        assertThat(eval(READ)).isEqualTo("Ã©");
    }

    @Test
    void whatIsNotPreservedIsGone() {
        assertThat(eval("@((string)context.Request.Body.As<JObject>()[\"a\"][\"b\"])"))
                .isEqualTo("é");
        assertThatThrownBy(() -> eval(READ)).isInstanceOf(ExpressionException.class);
    }

    @Test
    void aTypeThatTheBodyIsNotIsRefusedThoughAnotherWasRead() {
        assertThat(eval("@(context.Request.Body.As<JToken>(true)[\"a\"][\"b\"].ToString())"))
                .isEqualTo("é");
        assertThatThrownBy(() -> eval("@(context.Request.Body.As<JArray>(true)[0].ToString())"))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("JArray");
        assertThatThrownBy(() -> eval("@(context.Request.Body.As<JObject>(true)[\"none\"][\"b\"].ToString())"))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("Object reference not set");
    }

    private String eval(String text) {
        Value value = new Value(text, Value.Language.CSHARP, offset -> new Position("policy.xml", 1, 1));
        Exchange target = exchange;
        String result = LANGUAGE.compile(value, String.class, issue -> {
                    throw new AssertionError(issue.toString());
                })
                .evaluate(target);
        return Objects.requireNonNull(result);
    }
}
