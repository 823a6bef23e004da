package dev.apim.testkit.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.testkit.TestGateway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects of C# expressions in the cache: one request's changes are none of the next one's business. */
final class CSharpValueCachingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JObject.Parse(\"{'a':{'n':1}}\") | ((JObject)v)[\"a\"][\"n\"] = 2 | ((JObject)v)[\"a\"][\"n\"]",
                "JArray.Parse(\"[1]\") | ((JArray)v)[0] = 2 | ((JArray)v)[0]",
                "XElement.Parse(\"<a><n>1</n></a>\") | ((XElement)v).Element(\"n\").Value = \"2\" | ((XElement)v).Element(\"n\").Value",
                "new List<int> { 1 } | ((List<int>)v)[0] = 2 | ((List<int>)v)[0]",
                "new Dictionary<string, int> { { \"n\", 1 } } | ((Dictionary<string, int>)v)[\"n\"] = 2 | ((Dictionary<string, int>)v)[\"n\"]",
                "new HashSet<int> { 7 } | ((HashSet<int>)v).Add(8) | ((HashSet<int>)v).Count",
                "new[] { new List<int> { 1 } } | ((List<int>[])v)[0][0] = 2 | ((List<int>[])v)[0][0]",
                "new byte[] { 1 } | ((byte[])v)[0] = 2 | ((byte[])v)[0]",
            })
    void whatOneRequestChangesOfACachedValueNoOtherSees(String make, String change, String read) {
        String get = "var v = context.Variables[\"v\"]; ";
        TestGateway gateway = TestGateway.create()
                .api("orders", "orders", "GET /{id}")
                .policy(
                        "/apis/orders",
                        "<policies><inbound><cache-lookup-value key=\"k\" variable-name=\"v\" />"
                                + "<choose><when condition=\"@(!context.Variables.ContainsKey(\"v\"))\">"
                                + "<set-variable name=\"v\" value=\"@(" + make + ")\" />"
                                + "<cache-store-value key=\"k\" value=\"@(context.Variables[\"v\"])\" duration=\"60\" />"
                                + "</when></choose>"
                                + "<set-variable name=\"before\" value=\"@{ " + get + "return (" + read
                                + ").ToString(); }\" />"
                                + "<set-variable name=\"changed\" value=\"@{ " + get + change + "; return \"\"; }\" />"
                                + "<return-response><set-body>@((string)context.Variables[\"before\"])</set-body>"
                                + "</return-response></inbound></policies>")
                .start();

        for (int request = 0; request < 3; request++) {
            assertThat(gateway.get("/orders/7").text())
                    .as("request %s", request)
                    .isEqualTo("1");
        }
    }
}
