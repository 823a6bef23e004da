package dev.apim.core.expression.el;

import static dev.apim.core.expression.el.ElTestKit.compile;
import static dev.apim.core.expression.el.ElTestKit.eval;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.core.expression.FakeExchange;
import dev.apim.policy.BodyUse;
import dev.apim.policy.Cost;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElBodyTest {
    private static final String ORDER =
            "{\"customer\":{\"id\":7,\"name\":\"Ada\",\"vip\":true,\"rate\":0.25,\"none\":null},\"items\":[\"a\",\"b\"],\"Body\":1}";

    private static FakeExchange order() {
        return FakeExchange.post("http://a.example/", "application/json", ORDER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "context.Request.Method | false | false",
                "context.Request.Body == null | false | false",
                "context.Request.Body.AsString() | true | false",
                "context.request.body.json.customer.id | true | false",
                "context['Request']['Body']['Json'] | true | false",
                "context.Response.Body.As('string') | false | true",
                "context.Response.Body.AsFormUrlEncodedContent().Count | false | true",
                "context.Variables['r'].Body.AsString() | true | true",
                "context.Variables['r']['Body']['Json'] | true | true",
                "context.Variables['r'].StatusCode | false | false",
                "context.Request.Body.Json.a == context.Response.Body.Json.a | true | true",
                "(true ? context.Request : context.Response).Body.AsString() | true | true",
            })
    void anExpressionDeclaresTheBodiesItReads(String text, boolean request, boolean response) {
        Expression<Object> expression = compile("${" + text + "}", Object.class);
        assertThat(expression.bodyUse()).isEqualTo(new BodyUse(request, response));
        assertThat(expression.cost()).isEqualTo(request || response ? Cost.UNBOUNDED : Cost.BOUNDED);
    }

    @Test
    void jsonIsReadByName() {
        assertThat(eval("${context.Request.Body.json.customer.id}", order())).isEqualTo(7L);
        assertThat(eval("${context.Request.Body.json.customer['name']}", order()))
                .isEqualTo("Ada");
        assertThat(eval("${context.Request.Body.json.customer.name.startsWith('A')}", order()))
                .isEqualTo(true);
        assertThat(eval("${context.Request.Body.json.customer.vip && 1 == 1}", order()))
                .isEqualTo(true);
        assertThat(eval("${context.Request.Body.json.customer.rate * 4 == 1}", order()))
                .isEqualTo(true);
        assertThat(eval("${context.Request.Body.json.items[1]}", order())).isEqualTo("b");
        assertThat(eval("${context.Request.Body.json.items.Count}", order())).isEqualTo(2);
        assertThat(eval("${context.Request.Body.json.items.contains('b')}", order()))
                .isEqualTo(true);
        assertThat(eval("${context.Request.Body.json.items[1 - 1]}", order())).isEqualTo("a");
        assertThat(eval("${context.Request.Body.As('JObject').Body}", order())).isEqualTo(1L);
        assertThat(ElTestKit.text("${context.Request.Body.json.items}", order()))
                .isEqualTo("[\"a\",\"b\"]");
    }

    @Test
    void whatJsonDoesNotHoldIsNull() {
        assertThat(eval("${context.Request.Body.json.no.thing}", order())).isNull();
        assertThat(eval("${context.Request.Body.json.items[9]}", order())).isNull();
        assertThat(eval("${empty context.Request.Body.json.customer.none}", order()))
                .isEqualTo(true);
        assertThat(eval("${context.Request.Body.json['class']}", order())).isNull();
    }

    @Test
    void readingPreservesTheBody() {
        FakeExchange exchange = order();
        eval("${context.Request.Body.json.customer.id}", exchange);
        assertThat(eval("${context.Request.Body.AsString()}", exchange)).isEqualTo(ORDER);
        assertThat(exchange.request().body().isBuffered()).isTrue();
    }

    @Test
    void aReplacedBodyIsParsedAnew() {
        FakeExchange exchange = order();
        eval("${context.Request.Body.json.customer.id}", exchange);
        exchange.request().body().replace(dev.apim.http.Body.of("{\"customer\":{\"id\":8}}"));
        assertThat(eval("${context.Request.Body.json.customer.id}", exchange)).isEqualTo(8L);
    }

    @Test
    void aFormIsReadByField() {
        FakeExchange exchange =
                FakeExchange.post("http://a.example/", "application/x-www-form-urlencoded", "a=1&b=x+y&a=2");
        assertThat(eval("${context.Request.Body.AsFormUrlEncodedContent()['a'][1]}", exchange))
                .isEqualTo("2");
        assertThat(eval("${context.Request.Body.AsFormUrlEncodedContent()['b'].First()}", exchange))
                .isEqualTo("x y");
    }

    @Test
    void theCharsetOfTheMediaTypeCounts() {
        FakeExchange exchange = FakeExchange.post("http://a.example/", "text/plain; Charset=\"utf-16\"", "");
        exchange.request()
                .body()
                .replace(dev.apim.http.Body.of("é".getBytes(java.nio.charset.StandardCharsets.UTF_16)));
        assertThat(eval("${context.Request.Body.AsString()}", exchange)).isEqualTo("é");
    }

    @Test
    void aRequestWithoutABodyHasNone() {
        FakeExchange exchange = FakeExchange.get("http://a.example/");
        assertThat(eval("${empty context.Request.Body}", exchange)).isEqualTo(true);
        assertThat(eval("${context.Request.Body.json.a}", exchange)).isNull();
    }

    @Test
    void aBodyThatIsNoJsonSaysWhereAndShowsNothingOfIt() {
        FakeExchange exchange = FakeExchange.post("http://a.example/", "application/json", "{\"a\":secret}");
        assertThatThrownBy(() -> eval("${context.Request.Body.json.a}", exchange))
                .isInstanceOf(ExpressionException.class)
                .hasMessageStartingWith("The body is not valid JSON (line 1, column ")
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertThatThrownBy(() -> eval("${context.Request.Body.As('JArray')}", order()))
                .hasMessage("The body holds other JSON than a JArray.");
        assertThatThrownBy(() -> eval("${context.Request.Body.As('XElement')}", order()))
                .hasMessage("A body cannot be read as 'XElement'; expected string, byte[], JObject, JArray or JToken.");
    }

    @Test
    void aBodyThatIsGoneSaysSo() {
        FakeExchange exchange = order();
        exchange.request().body().read(false);
        assertThatThrownBy(() -> eval("${context.Request.Body.AsString()}", exchange))
                .isInstanceOf(ExpressionException.class)
                .hasMessage("The body was read before without preserving its content.");
    }
}
