package dev.apim.core.expression.el;

import static dev.apim.core.expression.el.ElTestKit.compile;
import static dev.apim.core.expression.el.ElTestKit.eval;
import static dev.apim.core.expression.el.ElTestKit.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.expression.FakeExchange;
import dev.apim.core.expression.FakeResources;
import dev.apim.core.expression.context.GraphQlScope;
import dev.apim.core.json.Json;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import dev.apim.http.ResponseMessage;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.LastError;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import dev.apim.policy.ValidationError;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every member of the table, as a document reads it; and what is null, missing or kept in a variable. */
class ElContextTest {
    private static FakeExchange call() {
        FakeExchange exchange = FakeExchange.post(
                        "https://api.example/orders/7?expand=items&expand=lines&page=2", "application/json", "{}")
                .header("X-One", "1")
                .header("x-two", "a")
                .header("X-Two", "b")
                .backend("http://backend.example:8080/api/orders/7?page=2")
                .matched("id", "7")
                .variable("greeting", "hello")
                .variable("nothing", null)
                .variable(
                        "errors",
                        new ValidationError[] {new ValidationError("X-A", "RequestHeader", "Rule", "why", "detect")})
                .response(404, "text/plain", "no")
                .lastError(new LastError(
                        "set-body", "Oops", "It broke", Scope.API, Section.INBOUND, "choose[1]", "the-id"))
                .with(FakeResources.ALL);
        JsonNode fields = Json.mapper().createObjectNode().put("id", 7);
        exchange.put(GraphQlScope.KEY, new GraphQlScope(fields, fields));
        return exchange;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "context.Api.Id | orders",
                "context.Api.Name | Orders API",
                "context.Api.Path | orders",
                "context.Api.Protocols[0] | https",
                "context.Api.Protocols.Join(',') | https,http",
                "context.Api.ServiceUrl.Host | backend.example",
                "context.Api.SubscriptionKeyParameterNames.Header | Ocp-Apim-Subscription-Key",
                "context.Api.SubscriptionKeyParameterNames.Query | subscription-key",
                "context.Api.IsCurrentRevision | True",
                "context.Api.Revision | 3",
                "context.Api.Version | v1",
                "context.Api.Workspace.Id | team",
                "context.Api.Workspace.Name | Team",
                "context.Deployment.Gateway.Id | managed",
                "context.Deployment.Gateway.InstanceId | instance-1",
                "context.Deployment.Gateway.IsManaged | True",
                "context.Deployment.GatewayId | managed",
                "context.Deployment.Region | West Europe",
                "context.Deployment.ServiceId | service-1",
                "context.Deployment.ServiceName | contoso",
                "context.Deployment.Certificates['signing'].Thumbprint | A0B1",
                "context.Deployment.Certificates['signing'].Subject | CN=signing",
                "context.Deployment.Certificates['signing'].NotAfter | 01/01/2030 00:00:00",
                "context.Deployment.Certificates.ContainsKey('other') | False",
                "context.Elapsed | 00:00:01.5000000",
                "context.GraphQL.Arguments['id'] | 7",
                "empty context.GraphQL.Parent['none'] | True",
                "context.LastError.HttpErrorCode | 404",
                "context.Variables['errors'][0].Name | X-A",
                "context.Variables['errors'][0].Type | RequestHeader",
                "context.Variables['errors'][0].ValidationRule | Rule",
                "context.Variables['errors'][0].Details | why",
                "context.Variables['errors'][0].Action | detect",
                "context.LastError.Source | set-body",
                "context.LastError.Reason | Oops",
                "context.LastError.Message | It broke",
                "context.LastError.Scope | api",
                "context.LastError.Section | inbound",
                "context.LastError.Path | choose[1]",
                "context.LastError.PolicyId | the-id",
                "context.Operation.Id | get-order",
                "context.Operation.Method | GET",
                "context.Operation.Name | Get order",
                "context.Operation.UrlTemplate | /orders/{id}",
                "context.Product.Apis[0].Name | Orders API",
                "context.Product.Apis.Count | 1",
                "context.Product.ApprovalRequired | False",
                "context.Product.Groups.First().Name | Developers",
                "context.Product.Groups[0].Id | developers",
                "context.Product.Id | starter",
                "context.Product.Name | Starter",
                "context.Product.State | Published",
                "context.Product.State == 'Published' | True",
                "context.Product.SubscriptionLimit | 5",
                "context.Product.SubscriptionRequired | True",
                "context.Product.Workspace.Id | team",
                "context.Request.Headers['X-One'][0] | 1",
                "context.Request.Headers['x-two'][1] | b",
                "context.Request.Headers.GetValueOrDefault('X-TWO') | a,b",
                "context.Request.Headers.GetValueOrDefault('X-None', 'd') | d",
                "context.Request.Headers.ContainsKey('x-one') | True",
                "context.Request.Headers.Count | 3",
                "context.Request.Headers.Keys.Join(' ') | Content-Type X-One x-two",
                "context.Request.Headers.Values[2].Join('+') | a+b",
                "context.Request.IpAddress | 192.0.2.7",
                "context.Request.MatchedParameters['id'] | 7",
                "context.Request.MatchedParameters.GetValueOrDefault('no', 'x') | x",
                "context.Request.Method | POST",
                "context.Request.OriginalUrl.Host | api.example",
                "context.Request.OriginalUrl.Query['EXPAND'][1] | lines",
                "context.Request.OriginalUrl.Query.GetValueOrDefault('expand') | items,lines",
                "context.Request.OriginalUrl.Query.GetValueOrDefault('no', '-') | -",
                "context.Request.OriginalUrl.Query.Keys.Join(' ') | expand page",
                "context.Request.Url | http://backend.example:8080/api/orders/7?page=2",
                "context.Request.Url.ToString() | http://backend.example:8080/api/orders/7?page=2",
                "context.Request.Url.Host | backend.example",
                "context.Request.Url.Path | /api/orders/7",
                "context.Request.Url.Port | 8080",
                "context.Request.Url.QueryString | ?page=2",
                "context.Request.Url.Scheme | http",
                "empty context.Request.AzureVnetInfo | True",
                "empty context.Request.Certificate | True",
                "empty context.Request.PrivateEndpointConnection | True",
                "context.RequestId | 11111111-2222-3333-4444-555555555555",
                "context.Response.StatusCode | 404",
                "context.Response.StatusReason | Not Found",
                "context.Response.Headers['Content-Type'][0] | text/plain",
                "context.Subscription.CreatedDate | 01/01/2026 00:00:00",
                "context.Subscription.StartDate | 01/02/2026 00:00:00",
                "context.Subscription.EndDate | 01/01/2027 00:00:00",
                "context.Subscription.Id | acme",
                "context.Subscription.Name | Acme Inc",
                "context.Subscription.Key | primary-secret",
                "context.Subscription.PrimaryKey | primary-secret",
                "context.Subscription.SecondaryKey | secondary-secret",
                "context.Timestamp | 03/04/2026 05:06:07",
                "context.Tracing | True",
                "context.User.Email | ada@example.com",
                "context.User.FirstName | Ada",
                "context.User.LastName | Lovelace",
                "context.User.Id | ada",
                "context.User.Note | a note",
                "context.User.Groups[0].Name | Developers",
                "context.User.Identities[0].Provider | Basic",
                "context.User.Identities[0].Id | ada@example.com",
                "context.User.RegistrationDate | 12/31/2025 00:00:00",
                "context.Variables['greeting'] | hello",
                "context.Variables.ContainsKey('greeting') | True",
                "context.Variables.GetValueOrDefault('no', 'd') | d",
                "context.Variables.Count | 3",
                "context.Workspace.Id | team",
                "context.Workspace.Name | Team",
                "context.request.originalUrl.queryString | ?expand=items&expand=lines&page=2",
                "context['Request']['Method'] | POST",
                "context.variables['greeting'].toUpperCase() | HELLO",
            })
    void aMemberReadsAsInAzure(String expression, String expected) {
        assertThat(text("${" + expression + "}", call())).isEqualTo(expected);
    }

    @Test
    void everyMemberOfTheTableIsReadByTheTestAbove() throws Exception {
        CsvSource cases = ElContextTest.class
                .getDeclaredMethod("aMemberReadsAsInAzure", String.class, String.class)
                .getAnnotation(CsvSource.class);
        String all = String.join("\n", cases.value());
        assertThat(dev.apim.core.expression.context.ContextTypes.all())
                .flatExtracting(type -> ElTypes.names(ElTypes.view(type)))
                .filteredOn(name -> !all.contains("." + name) && !name.matches("As.*|Body|Json|Trace"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Product.Name", "User.Groups", "Api.ServiceUrl.Host", "Subscription", "LastError.Reason", "Operation.Id"
    })
    void whatIsAbsentReadsAsNull(String path) {
        FakeExchange bare = FakeExchange.get("http://a.example/");
        assertThat(eval("${context." + path + "}", bare)).isNull();
        assertThat(eval("${empty context." + path + "}", bare)).isEqualTo(true);
        assertThat(eval("${context." + path + " == null ? 'none' : 'some'}", bare))
                .isEqualTo("none");
    }

    @Test
    void aMissingKeyIsNamedAsInDotNet() {
        for (String path :
                new String[] {"Request.Headers", "Variables", "Request.MatchedParameters", "Request.Url.Query"}) {
            assertThatThrownBy(() -> eval("${context." + path + "['X-No']}", call()))
                    .isInstanceOf(ExpressionException.class)
                    .hasMessage("The given key 'X-No' was not present in the dictionary.");
        }
    }

    @Test
    void aVariableThatHoldsNullIsThere() {
        assertThat(eval("${context.Variables['nothing']}", call())).isNull();
        assertThat(eval("${context.Variables.GetValueOrDefault('nothing', 'x')}", call()))
                .isNull();
    }

    @Test
    void aMethodCalledOnNullSaysWhich() {
        assertThatThrownBy(() -> eval("${context.Product.Name.trim()}", FakeExchange.get("http://a.example/")))
                .isInstanceOf(ExpressionException.class)
                .hasMessage("Object reference not set to an instance of an object: 'Trim' was called on null.");
    }

    @Test
    void aResponseKeptInAVariableIsAResponse() {
        FakeExchange exchange = call().variable(
                        "reply",
                        new ResponseMessage(
                                201,
                                "",
                                Headers.of("X-A", "1"),
                                Body.of("{\"token\":\"t\",\"list\":[1,2,{\"a\":true}]}")));
        assertThat(eval("${context.Variables['reply'].StatusCode}", exchange)).isEqualTo(201);
        assertThat(eval("${context.Variables['reply'].Headers['x-a'][0]}", exchange))
                .isEqualTo("1");
        assertThat(eval("${context.Variables['reply'].Headers.GetValueOrDefault('X-B','none')}", exchange))
                .isEqualTo("none");
        assertThat(ElTestKit.issues("${context.variables.reply}")).hasSize(1);
        assertThat(eval("${context.Variables['reply'].Body.Json.token}", exchange))
                .isEqualTo("t");
        assertThat(eval("${context.Variables['reply']['Body'].Json.list[2].a}", exchange))
                .isEqualTo(true);
    }

    @Test
    void aListOfAMapIsReadByIndex() {
        FakeExchange exchange = call().variable("form", Map.of("a", java.util.List.of("1", "2")));
        assertThat(eval("${context.Variables['form']['a'][1]}", exchange)).isEqualTo("2");
        assertThat(eval("${context.Variables['form'].Count}", exchange)).isEqualTo(1);
    }

    @Test
    void aTraceMessageIsKept() {
        FakeExchange exchange = call();
        compile("${context.Trace('at ' += context.Request.Method)}", Object.class)
                .evaluate(exchange);
        assertThat(exchange.traces()).containsExactly("at POST");
    }

    @Test
    void whatHasNoTextShowsItsTypeAndNoContent() {
        assertThat(text("${context}", call())).isEqualTo("IProxyRequestContext");
        assertThat(text("${context.Variables}", call())).isEqualTo("IReadOnlyDictionary<string, object>");
        assertThat(text("${'' += context.Subscription}", call())).isEqualTo("ISubscription");
        assertThat(text("${context.Request.Body}", call())).isEqualTo("IMessageBody");
    }
}
