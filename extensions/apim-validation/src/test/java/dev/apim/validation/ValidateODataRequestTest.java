package dev.apim.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.http.Body;
import dev.apim.testkit.TestCall;
import dev.apim.testkit.TestGateway;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateODataRequestTest {
    private static final String MODEL =
            "<edmx:Edmx xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\" Version=\"4.0\">"
                    + "<edmx:DataServices><Schema xmlns=\"http://docs.oasis-open.org/odata/ns/edm\" Namespace=\"N\">"
                    + "<EntityContainer Name=\"C\"><EntitySet Name=\"People\" EntityType=\"N.P\"/><Singleton Name=\"Me\" Type=\"N.P\"/>"
                    + "</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>";

    private static TestGateway gateway(String attributes) {
        TestGateway gateway = TestGateway.create()
                .api("o", "o", "GET /*", "POST /*")
                .put(
                        "/apis/o/schemas/m",
                        "{\"contentType\":\"application/vnd.ms-azure-apim.odata.schema\",\"document\":{\"value\":"
                                + TestGateway.quoted(MODEL) + "}}")
                .policy(
                        "/apis/o",
                        "<policies><inbound><base/><validate-odata-request " + attributes + "/></inbound></policies>")
                .start();
        gateway.backends().answer("backend.test", 200, "text/plain", "ok");
        return gateway;
    }

    private static TestCall query(String option, String value) {
        return gateway("").get("/o/People?" + option + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$filter | Name eq 'O''Neil' and not (Age add 5 gt 20 or Age in (1,2,3))",
                "$filter | contains(tolower(Name),'x') and Items/any(i:i/Price mul 2 ge 10.5)",
                "$filter | Born lt 2020-01-01T00:00:00Z and Kind has N.Kind'Red' and Id eq 01234567-89ab-cdef-0123-456789abcdef",
                "$filter | Tags/all(t:t ne null) or -5 lt Age or geo.distance(L,geography'POINT(1 2)') lt 1",
                "$filter | @p eq true",
                "$orderby | Name desc,length(City) asc,Age",
                "$select | Name,Address/City,N.Employee/Salary,*",
                "$expand | Friends($select=Name,Age;$filter=Age gt 5;$expand=Pets($top=1);$levels=3),Trips/$ref",
                "$compute | Price mul 2 as Double",
                "$search | (blue OR \"light green\") AND NOT red",
                "$top | 5",
                "$count | true",
                "$format | application/json;odata.metadata=full",
                "$apply | groupby((Name),aggregate(Age with sum as Total))",
                "custom | 'anything ("
            })
    void whatTheGrammarAllowsPasses(String option, String value) {
        TestCall call = query(option, value);
        assertThat(call.status()).as(call.text()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$filter | Name eq | expected an operand, found the end at position 8",
                "$filter | eq 5 | expected an operand, found 'eq' at position 1",
                "$filter | Name eq 'x | the string that begins at position 9 has no end",
                "$filter | (a eq 1 | expected ')', found the end at position 8",
                "$filter | a eq 1) | expected the end, found ')' at position 7",
                "$filter | a b | expected the end, found 'b' at position 3",
                "$filter | Items/any(i:) | expected an operand, found ')' at position 13",
                "$orderby | Name sideways | expected the end, found 'sideways' at position 6",
                "$select | ,Name | expected a name, found ',' at position 1",
                "$expand | Friends($nonsense=1) | expected a query option, found '$nonsense' at position 9",
                "$top | -1 | expected a whole number",
                "$count | yes | expected true or false",
                "$search | \"open | a phrase has no end",
                "$nonsense | 1 | OData has none of this name"
            })
    void whatItDoesNotIsRefused(String option, String value, String problem) {
        TestCall call = query(option, value);
        assertThat(call.status()).isEqualTo(400);
        assertThat(call.text())
                .isEqualTo(Orders.failure(400, "The query option " + option + " is not valid: " + problem + "."));
    }

    @Test
    void anExpressionThatNestsTooDeeplyIsRefused() {
        assertThat(query("$filter", "(".repeat(500)).text()).contains("nests too deeply");
        assertThat(query("$filter", "not ".repeat(500) + "a").text()).contains("nests too deeply");
        assertThat(query("$expand", "a($expand=".repeat(100)).text()).contains("nests too deeply");
    }

    @Test
    void anOptionStandsOnce() {
        assertThat(gateway("").get("/o/People?$top=1&$top=2").text()).contains("it is given twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/o/People('x')/Name/$value", "/o/Me", "/o/$metadata", "/o/", "/o/People(1)/Friends/$count"})
    void pathsOfTheServicePass(String target) {
        assertThat(gateway("").get(target).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/o/Nobody, the service has nothing named 'Nobody'",
        "/o/People(1, the parentheses do not match",
        "/o/People('x), a string has no end",
        "/o/People/$nonsense, there is no segment '$nonsense'"
    })
    void otherPathsAreRefused(String target, String problem) {
        assertThat(gateway("").get(target).text())
                .isEqualTo(Orders.failure(400, "The path is not valid: " + problem + "."));
    }

    @ParameterizedTest
    @CsvSource({"4.01, 200", "4.0, 200", "4.02, 400", "3.0, 400", "latest, 400"})
    void versionsLieWithinTheLimits(String version, int status) {
        TestGateway gateway = gateway("min-odata-version=\"4.0\" max-odata-version=\"4.01\"");
        assertThat(gateway.get("/o/People", "OData-Version", version).status()).isEqualTo(status);
    }

    @Test
    void aRequestWithoutAVersionIsOfTheDefaultOne() {
        assertThat(gateway("default-odata-version=\"3.0\" min-odata-version=\"4.0\"")
                        .get("/o/People")
                        .text())
                .contains("OData version 3.0 is not supported; the lowest is 4.0.");
        assertThat(gateway("min-odata-version=\"4.0\"").get("/o/People").status())
                .isEqualTo(200);
        assertThat(gateway("min-odata-version=\"4.01\"")
                        .get("/o/People", "OData-Version", "4.01", "OData-MaxVersion", "4.0")
                        .text())
                .contains("No response can be of OData version 4.0");
    }

    @Test
    void aLargeBodyIsRefused() {
        TestGateway gateway = gateway("max-size=\"3\" error-variable-name=\"errors\"");
        assertThat(gateway.send("POST", "/o/People", Body.of("{}")).status()).isEqualTo(200);
        assertThat(gateway.send("POST", "/o/People", Body.of("{\"a\":1}")).text())
                .contains("Request's body is 7 bytes long and it exceeds the limit of 3 bytes.");
    }

    @Test
    void aLimitThatIsNoVersionIsAnIssue() {
        assertThatThrownBy(() -> gateway("min-odata-version=\"four\""))
                .hasMessageContaining("expected a version such as 4.0 or 4.01, found 'four'");
    }
}
