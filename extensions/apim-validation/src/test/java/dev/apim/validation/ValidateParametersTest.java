package dev.apim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidateParametersTest {
    private static final String ALL = policy("prevent", "prevent", "");

    private static String policy(String specified, String unspecified, String children) {
        return "<validate-parameters specified-parameter-action=\"" + specified + "\" unspecified-parameter-action=\""
                + unspecified + "\" errors-variable-name=\"errors\">" + children + "</validate-parameters>";
    }

    private static TestGateway started(String policy) {
        return Orders.answering(Orders.gateway("inbound", policy), 200, "text/plain", "ok")
                .start();
    }

    private static TestCall call(TestGateway gateway, String target, String... headers) {
        return gateway.post(target, "", headers.length == 0 ? new String[] {"X-Mode", "true"} : headers);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/orders/7?view=a",
                "/orders/7?view=a&size=small&top=3&tag=a&tag=b",
                "/orders/7?view=a&tag=a,b",
                "/orders/-7?view="
            })
    void whatTheApiDescribesPasses(String target) {
        TestCall call = call(started(ALL), target);
        assertThat(call.status()).as(call.text()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/orders/7?view=a&size=huge | The value of the query parameter size does not conform to the definition."
                        + " does not have a value in the enumeration [\"small\"; \"large\"]. Line: 1, Position: 1",
                "/orders/7?view=a&top=x | Value of the query parameter top couldn't be parsed according to the"
                        + " definition. Expected a number.",
                "/orders/7?view=a&top=1.5 | The value of the query parameter top does not conform to the definition."
                        + " number found, integer expected. Line: 1, Position: 1",
                "/orders/7?view=a&top=1&top=2 | Request cannot contain multiple values for the query parameter top.",
                "/orders/7?view=a&other=1 | Unspecified query parameter other is not allowed.",
                "/orders/x?view=a | Value of the path parameter id couldn't be parsed according to the definition."
                        + " Expected a number."
            })
    void whatItDoesNotIsRefusedInItsWords(String target, String message) {
        TestCall call = call(started(ALL), target);
        assertThat(call.status()).isEqualTo(400);
        assertThat(call.text()).isEqualTo(Orders.failure(400, message.replace("; \"", ", \"")));
    }

    @Test
    void fieldsAreHeldAgainstTheApiButForThoseOfHttpAndOfTheGateway() {
        TestGateway gateway = started(ALL);

        assertThat(call(gateway, "/orders/7?view=a", "X-Mode", "perhaps").text())
                .contains("Value of the header X-Mode couldn't be parsed according to the definition. Expected true");
        assertThat(call(gateway, "/orders/7?view=a", "X-Mode", "true", "X-Mode", "true")
                        .text())
                .contains("Request cannot contain multiple values for the header X-Mode.");
        assertThat(call(gateway, "/orders/7?view=a", "Accept", "*/*").text())
                .contains("Request does not contain the header X-Mode, which is required.");
        assertThat(call(gateway, "/orders/7?view=a", "X-Mode", "true", "X-Other", "1")
                        .text())
                .contains("Unspecified header X-Other is not allowed.");
        assertThat(call(
                                gateway,
                                "/orders/7?view=a",
                                "X-Mode",
                                "true",
                                "Ocp-Apim-Subscription-Key",
                                "k",
                                "Authorization",
                                "x")
                        .text())
                .doesNotContain("Unspecified");
    }

    @Test
    void theMostSpecificActionCounts() {
        TestGateway gateway = started(policy(
                "prevent",
                "prevent",
                "<headers specified-parameter-action=\"ignore\"><parameter name=\"x-other\" action=\"ignore\"/></headers>"
                        + "<query unspecified-parameter-action=\"ignore\"><parameter name=\"top\" action=\"ignore\"/></query>"
                        + "<path specified-parameter-action=\"@(&quot;ignore&quot;)\"/>"));

        assertThat(call(gateway, "/orders/x?view=a&top=x&more=1", "X-Other", "1")
                        .status())
                .isEqualTo(200);
        assertThat(call(gateway, "/orders/x?view=a&size=huge", "X-Other", "1").status())
                .isEqualTo(400);
        assertThat(call(gateway, "/orders/x?view=a", "X-More", "1").status()).isEqualTo(400);
    }

    @Test
    void detectingNotesEveryError() {
        TestGateway gateway = started(policy("detect", "detect", "")
                + "<set-header name=\"X-Count\"><value>@(((IEnumerable<IValidationError>)context.Variables[\"errors\"])"
                + ".Count().ToString())</value></set-header>");

        assertThat(call(gateway, "/orders/x?view=a&top=x&other=1", "X-Other", "1")
                        .status())
                .isEqualTo(200);
        assertThat(gateway.backends().received().get(0).request().headers().get("X-Count"))
                .isEqualTo("5");
    }
}
