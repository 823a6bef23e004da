package dev.apim.core.expression.el;

import static dev.apim.core.expression.el.ElTestKit.issues;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElRefusalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "${x -> x}|5|found a lambda ('->'), which is not allowed in a policy expression",
                "${context.Api = 1}|15|found an assignment ('='); to compare, write ==, which is not allowed in a policy expression",
                "${1; 2}|4|found ';'; an expression is one value, which is not allowed in a policy expression",
                "${[1, 2]}|3|found a list ('['), which is not allowed in a policy expression",
                "${{'a': 1}}|3|found a map or set ('{'), which is not allowed in a policy expression",
                "${T('java.lang.Runtime')}|3|found a call of 'T', but there are no functions, types or constructors; only members of context",
                "${request.Method}|3|found 'request', expected context, the only name an expression starts from; write context.request",
                "${Context.Api.Id}|3|found 'Context', expected context, the only name an expression starts from; did you mean context?",
                "${context.Requst.Method}|11|found 'Requst', which is no member of IProxyRequestContext; did you mean 'Request'?",
                "${context.Request.Method.lenght()}|26|found 'lenght', which is no member of string; did you mean 'Length'?",
                "${context.Request.Headers.Accept}|27|found 'Accept', which is no member of IReadOnlyDictionary<string, string[]>; expected one of Count, Keys, Values, ContainsKey, GetValueOrDefault (for a key write ['Accept'])",
                "${context['Nope']}|10|found 'Nope', which is no member of IProxyRequestContext; expected one of *",
                "${context[context.Request.Method]}|10|found a computed name in brackets, expected a literal text such as ['name']",
                "${context.Variables['x'].frobnicate()}|26|found 'frobnicate()', which is no member of the value; expected one of *",
                "${context.Request.Headers.GetValueOrDefault('a','b','c')}|27|found 3 arguments, expected 1 to 2 for GetValueOrDefault(string, string)",
                "${context.Request.Method('GET')}|19|found 1 arguments, expected 0 for Method",
                "${'a'.matches('b')}|7|found 'matches', which is no member of string; expected one of *",
                "${context.Api.Id == }|21|found '}', expected context, a literal or a name here",
                "${context.Api.Id context}|18|found 'context', expected an operator, '.', '[' or the closing '}'",
                "${context.Api.Id|16|the expression ends too early, expected it to go on and to end with }",
                "${context.Api.Id}-${1}|1|found text and expressions mixed, expected one ${…} as the whole value; join parts with +=",
                "a|1|found text and expressions mixed, expected one ${…} as the whole value; join parts with +=",
            })
    void whatIsRefusedIsReportedAtItsPlace(String text, int column, String message) {
        List<Issue> found = issues(text);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).position().column()).isEqualTo(column);
        if (message.endsWith("*")) {
            assertThat(found.get(0).message()).startsWith(message.substring(0, message.length() - 1));
        } else {
            assertThat(found.get(0).message()).isEqualTo(message);
        }
    }

    @Test
    void allMistakesAreReportedAtOnce() {
        assertThat(issues("${context.Requst.Method == foo && context.Api.Nam == context.User.Mail}"))
                .extracting(issue -> issue.position().column())
                .containsExactly(11, 28, 47, 67);
    }

    @Test
    void aNameThatOccursTwiceIsReportedWhereItIsWrong() {
        assertThat(issues("${context.Request.Url.Host == context.Host}"))
                .extracting(issue -> issue.position().column())
                .containsExactly(39);
    }

    @Test
    void whatIsTooLongOrTooDeepIsRefusedBeforeItIsParsed() {
        assertThat(issues("${" + "(".repeat(5000) + "1" + ")".repeat(5000) + "}"))
                .hasSize(1);
        assertThat(issues("${" + "(".repeat(65) + "1" + ")".repeat(65) + "}")).hasSize(1);
        assertThat(issues("${" + "!".repeat(100) + "true}")).hasSize(1);
        assertThat(issues("${" + "true ? 1 : ".repeat(100) + "2}")).hasSize(1);
        assertThat(issues("${'" + "x".repeat(20_000) + "'}")).hasSize(1);
        assertThat(issues("${1" + " + 1".repeat(1500) + "}")).hasSize(1);
        assertThat(issues("${1" + " + 1".repeat(200) + "}")).hasSize(1);
        assertThat(issues("${1" + " + 1".repeat(100) + "}")).isEmpty();
        assertThat(issues("${" + "(".repeat(60) + "1" + ")".repeat(60) + "}")).isEmpty();
        assertThat(issues("${''" + ".trim()".repeat(450) + "}")).isEmpty();
    }
}
