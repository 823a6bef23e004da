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

    private static final String LISTS = """
            {"components":{"schemas":{"Ids":{"type":"array","maxItems":4,"items":{"type":"integer"}}}}}""";
    private static final String LIST_OPERATION = """
            {"displayName":"put","method":"POST","urlTemplate":"/x","request":{
              "queryParameters":[{"name":"ids","type":"array","schemaId":"main","typeName":"Ids"}],
              "headers":[{"name":"X-Ids","type":"array","schemaId":"main","typeName":"Ids"}]}}""";

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
    void aFieldOfHttpIsHeldAgainstTheApiWhereThePolicyNamesIt() {
        TestGateway gateway = started(policy(
                "prevent",
                "ignore",
                "<headers unspecified-parameter-action=\"ignore\"><parameter name=\"authorization\" action=\"prevent\"/>"
                        + "</headers>"));

        assertThat(call(gateway, "/orders/7?view=a", "X-Mode", "true", "Accept", "*/*")
                        .status())
                .isEqualTo(200);
        assertThat(call(gateway, "/orders/7?view=a", "X-Mode", "true", "Authorization", "x")
                        .text())
                .contains("Unspecified header Authorization is not allowed.");
    }

    @Test
    void aListInAFieldMayHaveBlanksAndGoOnInTheNextOne() {
        TestGateway gateway = Orders.answering(
                        Orders.gateway("inbound", ALL)
                                .put("/apis/orders/schemas/main", Orders.schema(LISTS))
                                .put("/apis/orders/operations/put", LIST_OPERATION),
                        200,
                        "text/plain",
                        "ok")
                .start();

        assertThat(call(gateway, "/orders/x", "X-Ids", "1, 2 ,3", "X-Ids", "4").text())
                .isEqualTo("ok");
        assertThat(call(gateway, "/orders/x", "X-Ids", "1", "X-Ids", "2, 3, 4, x")
                        .text())
                .contains("couldn't be parsed");
        assertThat(call(gateway, "/orders/x", "X-Ids", "1, 2, 3, 4, 5").text()).contains("at most 4 items");
        assertThat(call(gateway, "/orders/x?ids=", "Accept", "*/*").text()).isEqualTo("ok");
        assertThat(call(gateway, "/orders/x?ids=1,%202", "Accept", "*/*").text())
                .contains("couldn't be parsed");
    }

    @Test
    void whatIsWrongWithTheSchemaIsToldToTheOwnerInAzuresWords() {
        String parameters = "{\"name\":\"a\",\"type\":\"string\",\"schemaId\":\"main\",\"typeName\":\"Gone\"},"
                + "{\"name\":\"b\",\"type\":\"string\",\"schemaId\":\"lost\",\"typeName\":\"Size\"},"
                + "{\"name\":\"c\",\"type\":\"string\",\"schemaId\":\"empty\",\"typeName\":\"Size\"}";
        TestGateway gateway = Orders.answering(
                        Orders.gateway(
                                        "inbound",
                                        policy("detect", "detect", "")
                                                + "<set-header name=\"X-Errors\"><value>@(string.Join(\"|\","
                                                + "((IEnumerable<IValidationError>)context.Variables[\"errors\"])"
                                                + ".Select(e => e.Name + \":\" + e.Type + \":\" + e.ValidationRule + \":\" + e.Details)))</value>"
                                                + "</set-header>")
                                .put("/apis/orders/schemas/empty", Orders.schema("{}"))
                                .put(
                                        "/apis/orders/operations/put",
                                        "{\"displayName\":\"put\",\"method\":\"POST\",\"urlTemplate\":\"/x\",\"request\":"
                                                + "{\"queryParameters\":[" + parameters + "]}}"),
                        200,
                        "text/plain",
                        "ok")
                .start();

        call(gateway, "/orders/x?a=1&b=1&c=1", "Accept", "*/*");
        assertThat(gateway.backends().received().get(0).request().headers().get("X-Errors"))
                .isEqualTo("a:QueryParameter:MissingDefinition:API's schema does not contain definition Gone, which is"
                        + " associated with the query parameter a."
                        + "|:ApiSchema::API's schema doesn't exist or it couldn't be resolved."
                        + "|:ApiSchema::API schema does not specify definitions.");
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
