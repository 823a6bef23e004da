package dev.apim.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvalCommandTest {
    private static final String REQUEST = """
            {
              "method": "POST", "url": "https://gw.test/orders/7?x=1", "backendUrl": "http://b.test/o",
              "headers": {"X-A": ["1", "2"], "X-B": "3"}, "body": {"id": "7"}, "ipAddress": "192.0.2.1",
              "requestId": "01234567-89ab-cdef-0123-456789abcdef", "timestamp": "2026-03-04T05:06:07Z",
              "variables": {"n": 5, "big": 5000000000, "d": 0.5, "b": true, "s": "t", "o": {"a": [1]}, "none": null,
                            "r": {"$response": {"status": 404, "body": "gone"}}},
              "matchedParameters": {"id": "7"},
              "response": {"status": 503, "reason": "Busy", "headers": {"X-R": "r"}, "body": "later"},
              "lastError": {"source": "rate-limit", "reason": "RateLimitExceeded", "message": "m",
                            "scope": "product", "section": "inbound", "path": "choose[1]", "policyId": "p"},
              "workspace": {"id": "sales", "name": "Sales"},
              "graphql": {"arguments": {"id": 7}, "parent": {"name": "n"}},
              "api": {"id": "orders", "name": "Orders", "path": "orders", "revision": "2"},
              "operation": {"id": "get", "method": "GET", "urlTemplate": "/{id}"},
              "product": {"id": "starter", "name": "Starter", "groups": ["dev"]},
              "subscription": {"id": "acme", "key": "k"},
              "user": {"id": "ada", "email": "a@b.c", "groups": ["dev", "ops"]},
              "deployment": {"region": "West Europe"}
            }
            """;

    @TempDir
    Path folder;

    private Path request(String text) throws IOException {
        return Files.writeString(folder.resolve("request.json"), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "@(1 + 2) | 3",
                "@(1.5) | 1.5",
                "@(true) | True",
                "@((string)null) | null",
                "@{ return new DateTime(2024, 2, 29).AddYears(1); } | 02/28/2025 00:00:00",
                "  @(\"{{\")  | {{",
                "@(context.Request.Method + context.Request.OriginalUrl.Path + context.Request.Url.Host) | GET/localhost",
            })
    void theValueIsPrintedAsItsText(String expression, String value) {
        assertThat(Cli.run("eval", expression)).isEqualTo(new Cli(0, value + "\n", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "context.Request.Headers.GetValueOrDefault(\"x-a\") + context.Request.Headers[\"X-B\"][0] | 1,23 | string",
                "context.Request.OriginalUrl + \" \" + context.Request.Url | https://gw.test/orders/7?x=1 http://b.test/o | string",
                "(string)context.Request.Body.As<JObject>()[\"id\"] + context.Request.IpAddress | 7192.0.2.1 | string",
                "context.Timestamp | 03/04/2026 05:06:07 | DateTime",
                "context.RequestId | 01234567-89ab-cdef-0123-456789abcdef | Guid",
                "(int)context.Variables[\"n\"] + 1 | 6 | int",
                "context.Variables[\"big\"] | 5000000000 | long",
                "context.Variables[\"d\"] | 0.5 | double",
                "context.Variables.GetValueOrDefault<bool>(\"b\") | True | bool",
                "((JObject)context.Variables[\"o\"])[\"a\"][0] | 1 | JValue",
                "((IResponse)context.Variables[\"r\"]).Body.As<string>() | gone | string",
                "context.Response.StatusCode + context.Response.StatusReason | 503Busy | string",
                "context.LastError.Reason | RateLimitExceeded | string",
                "context.LastError.Scope + context.LastError.Section + context.LastError.Path | productinboundchoose[1] | string",
                "context.LastError.HttpErrorCode | 503 | int",
                "context.Workspace.Name + context.Api.Workspace.Id + context.Product.Workspace.Id | Salessalessales | string",
                "(int)context.GraphQL.Arguments[\"id\"] + (string)context.GraphQL.Parent[\"name\"] | 7n | string",
                "context.GraphQL.Arguments[\"other\"] == null | True | bool",
                "context.Request.PrivateEndpointConnection?.MemberName ?? \"none\" | none | string",
                "(context.Request.AzureVnetInfo?.SubnetId).HasValue | False | bool",
                "context.Api.Id + context.Api.Revision + context.Operation.UrlTemplate | orders2/{id} | string",
                "context.Product.Name + context.Product.Groups.Count() + context.Subscription.Key | Starter1k | string",
                "string.Join(\",\", context.User.Groups.Select(g => g.Name)) + context.Deployment.Region | dev,opsWest Europe | string",
            })
    void theFileDescribesWhatContextHolds(String expression, String value, String type) throws IOException {
        Cli shown = Cli.run("eval", "--json", "@(" + expression + ")", "--request", request(REQUEST));

        assertThat(shown).isEqualTo(new Cli(0, "{\"value\":\"" + value + "\",\"type\":\"" + type + "\"}\n", ""));
    }

    @Test
    void nullHasTheTypeOfTheExpression() {
        assertThat(Cli.run("eval", "--json", "@((string)null)").out())
                .isEqualTo("{\"value\":null,\"type\":\"string\"}\n");
    }

    @Test
    void aMistakeHasItsPlaceAndACaret() {
        Cli bad = Cli.run("eval", "@(1 + context.Foo)");

        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.out()).isEmpty();
        assertThat(bad.err())
                .startsWith("expression:1:15: error: 'IProxyRequestContext' has no member 'Foo'")
                .contains("@(1 + context.Foo)\n              ^\n");
    }

    @Test
    void mistakesAreAnArrayWhereJsonIsWanted() {
        Cli bad = Cli.run("eval", "--json", "@{\n  var a = 1;\n  return b;\n}");

        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.err()).isEmpty();
        assertThat(bad.out())
                .startsWith(
                        "[{\"path\":\"expression\",\"line\":3,\"column\":10,\"severity\":\"error\",\"message\":\"the name 'b'");
    }

    @Test
    void anExceptionIsAFaultOfTheInput() {
        Cli failed = Cli.run("eval", "@(int.Parse(\"x\"))");

        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.err())
                .isEqualTo(
                        "expression:1:1: error: the expression failed: The input string 'x' was not in a correct format.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 + 2 | found '1 '", "${1} | found '${'", "context | found 'co'"})
    void textThatIsNoExpressionIsExplained(String text, String found) {
        Cli bad = Cli.run("eval", text);

        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.err())
                .contains("expression:1:1: error: an expression begins with @(")
                .contains(found);
    }

    @Test
    void whatIsMerelyToleratedInDocumentsIsAnErrorHere() {
        assertThat(Cli.run("eval", "@(\"a\"\"b\")").err()).contains(": error: found a string right behind another");
    }

    @Test
    void mistakesOfTheFileHavePlacesTogether() throws IOException {
        Path file = request(
                "{\n\"methud\": \"GET\",\n\"url\": \"http://[\",\n\"response\": {\"status\": \"x\"},\n\"variables\": 1}");

        Cli bad = Cli.run("eval", "@(1)", "--request", file);

        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.err())
                .contains(file + ":2:", "'methud' is not known here; expected one of api, backendUrl,")
                .contains(file + ":3:", "no URL: ")
                .contains(file + ":4:", "expected a whole number")
                .contains(file + ":5:", "expected an object");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Cli bad = Cli.run("eval", "@(1)", "--request", folder.resolve("none.json"));

        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.err()).contains("there is no request file").contains("correct the path after --request");
    }

    @Test
    void usageIsTaughtAndWrongUsageIs2() {
        assertThat(Cli.run("eval").exit()).isEqualTo(2);
        assertThat(Cli.run("eval", "@(1)", "--nothing").exit()).isEqualTo(2);
        assertThat(Cli.run("eval", "--help").out()).contains("@(1 + 2)", "--request", "variables (name to value)");
    }
}
