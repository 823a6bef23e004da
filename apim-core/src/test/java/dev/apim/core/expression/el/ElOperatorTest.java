package dev.apim.core.expression.el;

import static dev.apim.core.expression.el.ElTestKit.compile;
import static dev.apim.core.expression.el.ElTestKit.eval;
import static dev.apim.core.expression.el.ElTestKit.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.core.expression.FakeExchange;
import dev.apim.policy.ExpressionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElOperatorTest {
    private final FakeExchange exchange = FakeExchange.get("http://a.example/")
            .variable("n", 7)
            .variable("s", "a,b,,c")
            .variable("big", "9".repeat(300_000))
            .variable("half", "x".repeat(600_000))
            .variable("parts", new String[] {"x", "y"});

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1 + 2 * 3 - 4 | 3",
                "7 / 2 | 3.5",
                "7 div 2 | 3.5",
                "7 mod 4 | 3",
                "7 % 4 | 3",
                "-context.Variables['n'] | -7",
                "-'1.5' | -1.5",
                "null + 1 | 1",
                "'a' += 1 += true += null | a1true",
                "1 == 1.0 | True",
                "'1' eq 1 | True",
                "context.Variables['n'] gt 6 | True",
                "context.Variables['n'] <= 6 | False",
                "null < 1 | False",
                "null <= null | True",
                "'a' lt 'b' | True",
                "not true or !false and true | True",
                "empty '' | True",
                "empty 'a' | False",
                "empty context.Variables['parts'] | False",
                "empty context.Request.Headers | True",
                "empty context.Request.Url.Query | True",
                "true ? 'yes' : 'no' | yes",
                "false ? 1 : (true ? 2 : 3) | 2",
                "'Abc'.length() | 3",
                "'Abc'.Length | 3",
                "'Abc'.isEmpty() | False",
                "'Abc'.contains('b') | True",
                "'Abc'.startsWith('A') | True",
                "'Abc'.EndsWith('C') | False",
                "'Abc'.equalsIgnoreCase('aBC') | True",
                "'Abc'.toLowerCase() | abc",
                "'Abc'.ToLower() | abc",
                "'Abc'.toUpperCase() | ABC",
                "'Abc'.ToUpper() | ABC",
                "' Abc '.trim() | Abc",
                "'Abc'.substring(1) | bc",
                "'Abc'.substring(1, 2) | b",
                "'Abcb'.indexOf('b') | 1",
                "'Abcb'.lastIndexOf('b') | 3",
                "'a.b.c'.replace('.', '$1') | a$1b$1c",
                "context.Variables['s'].split(',')[3] | c",
                "context.Variables['s'].Split(',').Length | 4",
                "'a b'.split(' ').Last() | b",
                "'ab'.split('')[0] | ab",
                "context.Variables['parts'].join('-') | x-y",
                "context.Variables['parts'].contains('y') | True",
                "context.Variables['parts'][1] | y",
                "context.Variables['parts'].Size | 2",
                "context.Variables['parts'].isEmpty() | False",
                "'it\\'s' | it's",
            })
    void anOperatorComputesAsJakartaElDoes(String expression, String expected) {
        assertThat(text("${" + expression + "}", exchange)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'a' + 1 | '+' cannot be applied to a System.String and a System.Int64.",
                "context < 1 | '<' cannot be applied to a IProxyRequestContext and a System.Int64.",
                "1 % 0 | Attempted to divide by zero.",
                "context.Request ? 1 : 2 | Expected true or false, found a IRequest.",
                "'abc'.substring(2, 9) | Index was out of range: found 2 to 9, expected 0 to the text's length, 3.",
                "'abc'.substring(2, 1) | Index was out of range: found 2 to 1, expected 0 to the text's length, 3.",
                "'abc'.substring('x') | Expected a whole number, found a System.String.",
                "'abc'.contains(null) | Value cannot be null. (Parameter 'value')",
                "'abc'.replace('', 'x') | String cannot be of zero length. (Parameter 'oldValue')",
                "context.Variables['parts'][2] | Index was outside the bounds of the array.",
                "context.Variables['parts'][99999999999] | Index was out of range.",
                "context.Request.Headers['a'].First() | The given key 'a' was not present in the dictionary.",
                "context.Request.Headers.GetValueOrDefault(null) | Value cannot be null. (Parameter 'key')",
                "context.Variables['n'].trim() | 'trim' is no member of a System.Int32.",
                "context.Variables['n'].foo | 'foo' is no member of a System.Int32.",
                "context.Variables['n'][0] | There is no [ ] on a System.Int32.",
                "context.Variables['n'].Substring(1) | 'Substring' is no member of a System.Int32.",
                "context.Variables['parts'].substring(1) | 'substring' is no member of a System.String[].",
                "context.Variables['s'].contains() | \"\"",
            })
    void aFailureSaysWhatIsWrongAndShowsNoValue(String expression, String message) {
        if (message.isEmpty()) {
            assertThat(ElTestKit.issues("${" + expression + "}")).hasSize(1);
            return;
        }
        assertThatThrownBy(() -> eval("${" + expression + "}", exchange))
                .isInstanceOf(ExpressionException.class)
                .hasMessage(message);
    }

    @Test
    void aTextThatGrowsBeyondTheLimitFails() {
        String tooLong = "The expression made a text of more than 1048576 characters.";
        assertThatThrownBy(() -> eval("${context.Variables['half'] += context.Variables['half']}", exchange))
                .hasMessage(tooLong);
        assertThatThrownBy(() -> eval("${context.Variables['half'].replace('x', 'xx')}", exchange))
                .hasMessage(tooLong);
        assertThatThrownBy(() -> eval("${context.Variables['half'].split('x').join('xx')}", exchange))
                .hasMessage("Split made more than 100000 parts.");
        exchange.variable("long", "x".repeat(1_100_000));
        assertThatThrownBy(() ->
                        compile("${context.Variables['long']}", String.class).evaluate(exchange))
                .hasMessage(tooLong);
    }

    @Test
    void aLongTextIsNoNumber() {
        for (String sign : new String[] {"+ 1", "* 2", "== 1", "< 1", "- 1.5"}) {
            assertThatThrownBy(() -> eval("${context.Variables['big'] " + sign + "}", exchange))
                    .isInstanceOf(ExpressionException.class);
        }
    }

    @Test
    void aNumberWithAHugeExponentIsNotWrittenOut() {
        FakeExchange post = FakeExchange.post("http://a.example/", "application/json", "{\"n\":1e999999999}");
        assertThat(eval("${context.Request.Body.json.n + 1}", post)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void onlyTheBranchTakenIsEvaluated() {
        assertThat(eval("${true || context.Variables['missing']}", exchange)).isEqualTo(true);
        assertThat(eval("${false && context.Variables['missing']}", exchange)).isEqualTo(false);
        assertThat(eval("${true ? 1 : context.Variables['missing']}", exchange)).isEqualTo(1L);
    }
}
