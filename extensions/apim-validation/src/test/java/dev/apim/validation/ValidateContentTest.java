package dev.apim.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.ConfigurationException;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import org.junit.jupiter.api.Test;

class ValidateContentTest {
    private static final String JSON = content("<content validate-as=\"json\" action=\"prevent\"/>");
    private static final String REPLY =
            "<set-header name=\"X-Errors\"><value>@(string.Join(\"|\", ((IEnumerable<object>)context.Variables[\"errors\"])"
                    + ".Select(e => ((IValidationError)e).Type + \",\" + ((IValidationError)e).ValidationRule"
                    + " + \",\" + ((IValidationError)e).Action)))</value></set-header>";

    private static String content(String children) {
        return content("prevent", children);
    }

    private static String content(String unspecified, String children) {
        return "<validate-content unspecified-content-type-action=\"" + unspecified
                + "\" max-size=\"200\" size-exceeded-action=\"prevent\" errors-variable-name=\"errors\">" + children
                + "</validate-content>";
    }

    private static TestGateway started(String section, String policy) {
        TestGateway gateway = Orders.gateway(section, policy);
        return Orders.answering(gateway, 200, "application/json", "{\"id\":1}").start();
    }

    @Test
    void aBodyThatFitsReachesTheBackend() {
        TestGateway gateway = started("inbound", JSON);

        assertThat(Orders.send(gateway, "{\"id\":1,\"note\":null,\"lines\":[{\"sku\":\"a\"}]}")
                        .status())
                .isEqualTo(200);
        assertThat(gateway.backends().received().get(0).body().text()).contains("\"sku\"");
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        TestCall call = Orders.send(started("inbound", JSON), "{\n  \"id\": \"x\"}");

        assertThat(call.status()).isEqualTo(400);
        assertThat(call.text())
                .isEqualTo(Orders.failure(
                        400,
                        "Body of the request does not conform to the definition Order, which is associated with the"
                                + " content type application/json. /id: string found, integer expected. Line: 2,"
                                + " Position: 9"));
    }

    @Test
    void requiredAndAdditionalPropertiesAndReferencesCount() {
        TestGateway gateway = started("inbound", JSON);

        assertThat(Orders.send(gateway, "{}").text()).contains("required property 'id' not found");
        assertThat(Orders.send(gateway, "{\"id\":1,\"lines\":[{\"x\":1}]}").text())
                .contains("property 'x' is not defined in the schema");
        assertThat(Orders.send(gateway, "{\"id\":1,\"note\":\"too long\"}").text())
                .contains("must be at most 5 characters long");
    }

    @Test
    void aTextThatIsNoJsonIsRefusedWithoutDetails() {
        TestCall call = Orders.send(started("inbound", JSON), "{\"id\":");

        assertThat(call.status()).isEqualTo(400);
        assertThat(call.text()).isEqualTo(Orders.failure(400, Report.INTERNAL));
    }

    @Test
    void detectingKeepsTheErrorsForExpressionsAndGoesOn() {
        TestGateway gateway = started("inbound", content("<content validate-as=\"json\" action=\"detect\"/>") + REPLY);

        assertThat(Orders.send(gateway, "{}").status()).isEqualTo(200);
        assertThat(gateway.backends().received().get(0).request().headers().get("X-Errors"))
                .isEqualTo("RequestBody,IncorrectMessage,detect");
    }

    @Test
    void bothLanguagesReadAnError() {
        for (String value : new String[] {
            "@(((dynamic)context.Variables[\"errors\"])[0].Name)",
            "@((string)JArray.FromObject(context.Variables[\"errors\"])[0][\"Name\"])",
            "@(((IEnumerable<IValidationError>)context.Variables[\"errors\"]).First().Name)"
        }) {
            TestGateway gateway = started(
                    "inbound",
                    content("<content validate-as=\"json\" action=\"detect\"/>") + "<set-header name=\"X-Name\"><value>"
                            + value + "</value></set-header>");
            TestCall call = Orders.send(gateway, "{}");
            assertThat(call.status()).as(value + call.trace().steps()).isEqualTo(200);
            assertThat(gateway.backends().received().get(0).request().headers().get("X-Name"))
                    .isEqualTo("application/json");
        }
        TestGateway gateway = Orders.gateway("inbound", "");
        gateway.policy(
                "/apis/orders",
                "<policies expressions=\"el\"><inbound>"
                        + content("<content validate-as=\"json\" action=\"detect\"/>")
                        + "<set-header name=\"X-Name\"><value>${context.Variables['errors'][0].ValidationRule}</value>"
                        + "</set-header></inbound></policies>");
        Orders.answering(gateway, 200, "application/json", "{\"id\":1}").start();
        TestCall call = Orders.send(gateway, "{}");
        assertThat(call.status()).as("%s", call.trace().steps()).isEqualTo(200);
        assertThat(gateway.backends().received().get(0).request().headers().get("X-Name"))
                .isEqualTo("IncorrectMessage");
    }

    @Test
    void aBodyBeyondTheSizeIsRefused() {
        String large = "{\"id\":1,\"note\":\"" + "x".repeat(300) + "\"}";
        TestCall call = Orders.send(started("inbound", JSON), large);

        assertThat(call.text())
                .isEqualTo(Orders.failure(
                        400,
                        "Request's body is " + large.length() + " bytes long and it exceeds the limit of 200 bytes."));
    }

    @Test
    void aMediaTypeThatIsNotDescribedIsRefused() {
        TestGateway gateway = started("inbound", JSON);

        assertThat(Orders.send(gateway, "text/csv", "a,b").text())
                .isEqualTo(Orders.failure(400, "Unspecified content type text/csv is not allowed."));
        assertThat(Orders.send(gateway, "application/json; charset=utf-8", "{\"id\":1}")
                        .status())
                .isEqualTo(200);
        assertThat(Orders.send(gateway, "application/plain+json", "[]").status())
                .isEqualTo(200);
    }

    @Test
    void typesAreTakenForOthers() {
        TestGateway gateway = started(
                "inbound",
                content("<content-type-map missing-content-type-value=\"application/json\">"
                        + "<type from=\"text/x\" to=\"application/json\"/>"
                        + "<type when=\"@(context.Request.Headers.ContainsKey(&quot;X-Y&quot;))\" to=\"application/json\"/>"
                        + "</content-type-map><content validate-as=\"json\" action=\"prevent\"/>"));

        assertThat(Orders.send(gateway, "text/x", "{}").text()).contains("required property");
        assertThat(gateway.send("POST", "/orders/7?view=a", dev.apim.http.Body.of("{}"))
                        .text())
                .contains("required property");
        assertThat(gateway.post("/orders/7?view=a", "{}", "Content-Type", "text/z", "X-Y", "1")
                        .text())
                .contains("required property");
        assertThat(gateway.post("/orders/7?view=a", "{}", "Content-Type", "text/z")
                        .text())
                .contains("Unspecified content type text/z");
    }

    @Test
    void anyTypeIsTakenForOne() {
        TestGateway gateway = started(
                "inbound",
                content("<content-type-map any-content-type-value=\"application/json\"/>"
                        + "<content validate-as=\"json\" action=\"prevent\"/>"));

        assertThat(Orders.send(gateway, "text/z", "{}").text()).contains("required property");
    }

    @Test
    void aMappingOfOneTypeGoesBeforeThatOfAllAndOfNone() {
        TestGateway gateway = started(
                "inbound",
                content("<content-type-map any-content-type-value=\"application/json\""
                        + " missing-content-type-value=\"text/none\"><type from=\"text/x\" to=\"text/y\"/>"
                        + "</content-type-map><content validate-as=\"json\" action=\"prevent\"/>"));

        assertThat(Orders.send(gateway, "text/x", "{}").text()).contains("Unspecified content type text/y");
        assertThat(gateway.send("POST", "/orders/7?view=a", dev.apim.http.Body.of("{}"))
                        .text())
                .contains("required property");
    }

    @Test
    void theOwnerReadsMoreThanTheCaller() {
        String large = "{\"id\":1,\"note\":\"" + "x".repeat(300) + "\"}";
        String named = "@(((IEnumerable<IValidationError>)context.Variables[\"errors\"]).First().Name)";
        TestGateway gateway = Orders.gateway("inbound", JSON)
                .policy(
                        "",
                        "<policies><on-error><set-header name=\"X-Why\"><value>@(context.LastError.Message)</value></set-header>"
                                + "<set-header name=\"X-Name\"><value>" + named
                                + "</value></set-header></on-error></policies>")
                .start();

        assertThat(Orders.send(gateway, large).header("X-Why"))
                .isEqualTo("Request's body is " + large.length()
                        + " bytes long and it exceeds the configured limit of 200 bytes.");
        TestCall torn = Orders.send(gateway, "{");
        assertThat(torn.header("X-Why")).startsWith("Body of the request cannot be validated for the content type");
        assertThat(torn.header("X-Name")).isEmpty();
    }

    @Test
    void schemasThatAreMissingAreNobodysBusinessButTheOwners() {
        TestGateway gateway = started("inbound", JSON);

        for (String type : new String[] {"application/gone+json", "application/lost+json"}) {
            TestCall call = Orders.send(gateway, type, "{}");
            assertThat(call.status()).isEqualTo(400);
            assertThat(call.text()).isEqualTo(Orders.failure(400, Report.INTERNAL));
        }
    }

    @Test
    void ofAResponseTheCallerLearnsNothing() {
        TestGateway gateway = Orders.gateway("outbound", JSON);
        Orders.answering(gateway, 200, "application/json", "{\"secret\":1}").start();

        TestCall call = Orders.send(gateway, "{}");
        assertThat(call.status()).isEqualTo(502);
        assertThat(call.text()).isEqualTo(Orders.failure(502, Report.INTERNAL));
    }

    @Test
    void aResponseOfAStatusThatIsNotDescribedHasNoDescribedType() {
        TestGateway gateway = Orders.gateway("outbound", JSON);
        Orders.answering(gateway, 201, "application/json", "{\"id\":1}").start();

        assertThat(Orders.send(gateway, "{}").status()).isEqualTo(502);
    }

    @Test
    void aPatternThatTakesTooLongEndsTheRequest() {
        TestCall call = Orders.send(started("inbound", JSON), "{\"id\":1,\"code\":\"" + ",".repeat(150) + "\"}");

        assertThat(call.status()).isEqualTo(500);
        assertThat(call.text()).contains("Internal server error");
    }

    @Test
    void additionalPropertiesAreRefusedOrAllowedAsThePolicySays() {
        TestGateway closed = started(
                "inbound",
                content("<content validate-as=\"json\" action=\"prevent\" allow-additional-properties=\"false\"/>"));
        TestGateway open = started(
                "inbound",
                content("<content validate-as=\"json\" action=\"prevent\" allow-additional-properties=\"true\"/>"));

        assertThat(Orders.send(closed, "{\"id\":1,\"more\":1}").status()).isEqualTo(400);
        assertThat(Orders.send(open, "{\"id\":1,\"more\":1,\"lines\":[{\"y\":1}]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void namesAreComparedWithoutCaseWhereThePolicySaysSo() {
        String folding =
                content("<content validate-as=\"json\" action=\"prevent\" case-insensitive-property-names=\"true\"/>");
        TestGateway gateway = started("inbound", folding);

        assertThat(Orders.send(gateway, "{\"ID\":1}").status()).isEqualTo(200);
        assertThat(Orders.send(gateway, "{\n\"ID\":\"x\"}").text()).contains("Line: 2, Position: 6");
        assertThat(Orders.send(gateway, "{\"ID\":1,\"id\":2}").text()).contains("occurs twice");
        assertThat(Orders.send(started("inbound", JSON), "{\"ID\":1}").status()).isEqualTo(400);
    }

    @Test
    void aSchemaOfTheServiceCanBeNamed() {
        String named = content("<content type=\"text/x\" validate-as=\"json\" action=\"prevent\" schema-id=\"s\""
                + " schema-ref=\"#/$defs/n\"/>");
        TestGateway gateway = Orders.gateway("inbound", named)
                .put("/schemas/s", "{\"schemaType\":\"json\",\"document\":{\"$defs\":{\"n\":{\"type\":\"integer\"}}}}");
        Orders.answering(gateway, 200, "application/json", "{\"id\":1}").start();

        assertThat(Orders.send(gateway, "text/x", "1").status()).isEqualTo(200);
        assertThat(Orders.send(gateway, "text/x", "\"a\"").text()).contains("definition s#/$defs/n,");

        gateway.put("/schemas/s", "{\"schemaType\":\"json\",\"document\":{\"$defs\":{\"n\":{\"type\":\"string\"}}}}")
                .update();
        assertThat(Orders.send(gateway, "text/x", "\"a\"").status()).isEqualTo(200);

        gateway.remove("/schemas/s");
        assertThatThrownBy(gateway::update)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("schema 's' does not exist");
        assertThat(Orders.send(gateway, "text/x", "\"a\"").status()).isEqualTo(200);
    }

    @Test
    void aChangedSchemaOfTheApiIsInForceWithTheNextRequest() {
        TestGateway gateway = started("inbound", JSON);
        assertThat(Orders.send(gateway, "{}").status()).isEqualTo(400);

        gateway.put("/apis/orders/schemas/main", Orders.schema("{\"components\":{\"schemas\":{\"Order\":{}}}}"))
                .update();
        assertThat(Orders.send(gateway, "{}").status()).isEqualTo(200);
    }

    @Test
    void aSchemaThatCannotBeCompiledIsAnIssueAtItsName() {
        String named = content("<content type=\"text/x\" validate-as=\"json\" action=\"prevent\" schema-id=\"s\"/>");
        TestGateway gateway = Orders.gateway("inbound", named)
                .put("/schemas/s", "{\"schemaType\":\"json\",\"document\":{\"pattern\":\"(\"}}");

        assertThatThrownBy(gateway::start)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("schema 's' cannot be used: the pattern '(' cannot be matched");
    }
}
