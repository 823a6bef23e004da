package dev.apim.graphql;

import static dev.apim.graphql.GraphQlGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.backend.BackendException;
import dev.apim.http.HttpResponse;
import dev.apim.testkit.TestCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A GraphQL API without a backend: its resolvers answer. */
class SyntheticApiTest {
    private static final String SCHEMA = """
            scalar When
            type Query { user(id: ID!): User users: [User!]! any(id: ID): Thing version: String }
            type Mutation { rename(id: ID!, name: String!): User }
            type Subscription { renamed: User }
            type User { id: ID! name: String orders(first: Int = 2): [Order] born: When }
            type Order { number: Int total: Float }
            union Thing = User | Order
            """;
    private static final String USER = "http://users.test/users/1";

    private final GraphQlGateway shop = GraphQlGateway.synthetic(SCHEMA)
            .httpResolver("Query/user", "@($\"http://users.test/users/{context.GraphQL.Arguments[\"id\"]}\")")
            .httpResolver("Query/users", "http://users.test/users")
            .httpResolver(
                    "User/orders",
                    "@($\"http://orders.test/of/{context.GraphQL.Parent[\"id\"]}?first={context.GraphQL.Arguments[\"first\"]}\")");

    private void answer(String url, String json) {
        shop.gateway.backends().answer(url, 200, "application/json", json);
    }

    @Test
    void aFieldIsWhatItsResolversDataSourceAnswers() {
        answer(USER, "{\"id\":1,\"name\":\"Ada\",\"secret\":\"s\"}");
        TestCall call = shop.start().ask("{ user(id: 1) { id name } }");
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(call.text()).isEqualTo("{\"data\":{\"user\":{\"id\":\"1\",\"name\":\"Ada\"}}}");
        assertThat(shop.gateway.backends().only().request().method()).isEqualTo("GET");
        assertThat(shop.gateway.backends().only().body().text()).isEmpty();
    }

    @Test
    void anObjectWhoseTypeIsOpenAndDoesNotSayItIsAnErrorOfItsFieldOnly() {
        shop.httpResolver("Query/any", "http://any.test/").httpResolver("Query/version", "http://version.test/");
        answer("any.test", "{\"number\":1}");
        answer("version.test", "2");
        TestCall call = shop.start().ask("{ any { ... on Order { number } } version }");

        assertThat(call.status()).isEqualTo(200);
        assertThat(json(call).path("data").toString()).isEqualTo("{\"any\":null,\"version\":\"2\"}");
        assertThat(json(call).at("/errors/0/path").toString()).isEqualTo("[\"any\"]");
    }

    @Test
    void anErrorThatIsNowhereInTheQueryNamesNoPlace() {
        TestCall call = shop.start().gateway.post("/shop", "[]", "Content-Type", "application/json");

        assertThat(json(call).at("/errors/0/message").asText()).contains("batches are not taken");
        assertThat(json(call).at("/errors/0").has("locations")).isFalse();
    }

    @Test
    void variablesAndTheNamedOperationCount() {
        answer("users.test/users/7", "{\"id\":\"7\",\"name\":\"Eve\"}");
        TestCall call = shop.start()
                .gateway
                .post(
                        "/shop",
                        "{\"query\":\"query A { version } query B($id: ID!) { user(id: $id) { name } }\","
                                + "\"operationName\":\"B\",\"variables\":{\"id\":7}}");
        assertThat(json(call).at("/data/user/name").asText()).isEqualTo("Eve");
    }

    @Test
    void aResolverOfAFieldSeesItsParentAndItsArgumentsWithTheirDefaults() {
        answer("/users/1", "{\"id\":1,\"name\":\"Ada\"}");
        answer("http://orders.test/of/1?first=2", "[{\"number\":4,\"total\":9.5},null]");
        JsonNode data = json(shop.start().ask("{ user(id: 1) { orders { number total } } }"))
                .at("/data/user/orders");
        assertThat(data.toString()).isEqualTo("[{\"number\":4,\"total\":9.5},null]");
    }

    @Test
    void resolversOfTheElementsOfAListWaitAtTheSameTime() {
        answer("users.test/users", "[{\"id\":1},{\"id\":2},{\"id\":3}]");
        List<CompletableFuture<HttpResponse>> open = new ArrayList<>();
        shop.gateway.backends().whenLater("orders.test", request -> {
            open.add(new CompletableFuture<>());
            return open.get(open.size() - 1);
        });
        TestCall call = shop.start().ask("{ users { orders { number } } }");
        assertThat(open).hasSize(3);
        assertThat(call.isAnswered()).isFalse();
        for (int i = 2; i >= 0; i--) {
            open.get(i).complete(HttpResponse.of(200, "application/json", "[{\"number\":" + i + "}]"));
        }
        assertThat(json(call).at("/data/users").toString())
                .isEqualTo(
                        "[{\"orders\":[{\"number\":0}]},{\"orders\":[{\"number\":1}]},{\"orders\":[{\"number\":2}]}]");
    }

    @Test
    void onlySoManyResolversWaitAtOnceAndTheOthersFollow() {
        StringBuilder users = new StringBuilder("[{\"id\":0}");
        for (int i = 1; i < 50; i++) {
            users.append(",{\"id\":").append(i).append('}');
        }
        answer("users.test/users", users.append(']').toString());
        List<CompletableFuture<HttpResponse>> open = new ArrayList<>();
        shop.gateway.backends().whenLater("orders.test", request -> {
            open.add(new CompletableFuture<>());
            return open.get(open.size() - 1);
        });
        TestCall call = shop.start().ask("{ users { orders { number } } }");
        assertThat(open).hasSize(32);
        for (int i = 0; i < 50; i++) {
            open.get(i).complete(HttpResponse.of(200, "application/json", "[]"));
        }
        assertThat(call.status()).isEqualTo(200);
        assertThat(json(call).at("/data/users")).hasSize(50);
    }

    @Test
    void aFieldThatFailsIsNullWithAnErrorAndTheOthersAreThere() {
        answer("/users/1", "{\"id\":1,\"name\":\"Ada\"}");
        shop.gateway.backends().fail("orders.test", BackendException.Kind.CONNECTION);
        JsonNode result = json(shop.start().ask("{ user(id: 1) { name orders { number } } }"));
        assertThat(result.at("/data/user").toString()).isEqualTo("{\"name\":\"Ada\",\"orders\":null}");
        assertThat(result.at("/errors/0/path").toString()).isEqualTo("[\"user\",\"orders\"]");
        assertThat(result.at("/errors/0/message").asText()).doesNotContain("Exception");
    }

    @Test
    void aDataSourceThatAnswersWithAnErrorStatusIsAnErrorOfTheField() {
        shop.gateway.backends().answer("/users/1", 404, "application/json", "{\"secret\":1}");
        JsonNode result = json(shop.start().ask("{ user(id: 1) { name } }"));
        assertThat(result.at("/data/user").isNull()).isTrue();
        assertThat(result.at("/errors/0/message").asText()).isEqualTo("The data source answered with status 404.");
    }

    @Test
    void anExpressionThatFailsTellsTheClientNothing() {
        shop.httpResolver("Query/version", "@((string)context.Variables[\"nothing\"])");
        JsonNode result = json(shop.start().ask("{ version }"));
        assertThat(result.at("/errors/0/message").asText()).isEqualTo("Internal server error");
    }

    @Test
    void anInvalidQueryHasErrorsAndNoData() {
        TestCall call = shop.start().ask("{ user(id: 1) { nme } }");
        assertThat(call.status()).isEqualTo(400);
        assertThat(json(call).has("data")).isFalse();
        assertThat(json(call).at("/errors/0/message").asText()).contains("nme");
        assertThat(shop.gateway.backends().received()).isEmpty();
    }

    @Test
    void whatIsNoGraphQlRequestIsRefused() {
        shop.start();
        assertThat(shop.gateway.post("/shop", "nothing").status()).isEqualTo(400);
        assertThat(shop.gateway.post("/shop", "[]").status()).isEqualTo(400);
        assertThat(shop.gateway.post("/shop", "{\"query\":7}").status()).isEqualTo(400);
        assertThat(shop.gateway.get("/shop").status()).isEqualTo(400);
        assertThat(shop.ask("{ user(id: ").status()).isEqualTo(400);
    }

    @Test
    void aQueryMayComeInTheUrlAndAMutationMayNot() {
        answer("/users/1", "{\"name\":\"Ada\"}");
        shop.start();
        TestCall query = shop.gateway.get("/shop?query=%7Buser(id:1)%7Bname%7D%7D");
        assertThat(json(query).at("/data/user/name").asText()).isEqualTo("Ada");
        TestCall mutation = shop.gateway.get("/shop?query=mutation%7Brename(id:1,name:%22x%22)%7Bid%7D%7D");
        assertThat(mutation.status()).isEqualTo(405);
    }

    @Test
    void anObjectOfAUnionIsWhatItsTypenameSays() {
        shop.httpResolver("Query/any", "http://things.test/one");
        answer("things.test", "{\"__typename\":\"Order\",\"number\":3}");
        JsonNode result = json(shop.start().ask("{ any { __typename ... on Order { number } ... on User { name } } }"));
        assertThat(result.at("/data/any").toString()).isEqualTo("{\"__typename\":\"Order\",\"number\":3}");
    }

    @Test
    void aScalarOfTheSchemasOwnPassesAsItIs() {
        answer("/users/1", "{\"born\":{\"year\":1815}}");
        JsonNode result = json(shop.start().ask("{ user(id: 1) { born } }"));
        assertThat(result.at("/data/user/born/year").asInt()).isEqualTo(1815);
    }

    @Test
    void aResponseThatIsNoJsonIsAText() {
        shop.httpResolver("Query/version", "http://version.test/");
        answer("version.test", "1.0 beta");
        assertThat(json(shop.start().ask("{ version }")).at("/data/version").asText())
                .isEqualTo("1.0 beta");
    }

    @Test
    void theSchemaCanBeAskedFor() {
        JsonNode result = json(shop.start().ask("{ __schema { queryType { name } } __type(name: \"User\") { name } }"));
        assertThat(result.at("/data/__schema/queryType/name").asText()).isEqualTo("Query");
    }

    @Test
    void inboundAndOutboundOfTheRequestRunAroundIt() {
        answer("/users/1", "{\"name\":\"Ada\"}");
        shop.gateway.policy("/apis/shop", """
                <policies><inbound><base/><set-variable name="who" value="me"/></inbound><backend><base/></backend>
                <outbound><base/><set-header name="X-Length"><value>@(context.Response.Body.As<string>(true).Length.ToString())</value></set-header></outbound></policies>
                """);
        shop.resolver("Query/user", """
                <http-data-source><http-request><set-method>GET</set-method><set-url>http://users.test/users/1</set-url>
                <set-header name="X-Who"><value>@((string)context.Variables["who"])</value></set-header></http-request></http-data-source>
                """);
        TestCall call = shop.start().ask("{ user(id: 1) { name } }");
        assertThat(call.header("X-Length"))
                .isEqualTo(Integer.toString(call.text().length()));
        assertThat(shop.gateway.backends().only().header("X-Who")).isEqualTo("me");
    }

    @Test
    void aClientThatGoesCallsOffEveryDataSource() {
        answer("users.test/users", "[{\"id\":1},{\"id\":2}]");
        shop.gateway.backends().whenLater("orders.test", request -> new CompletableFuture<>());
        TestCall call = shop.start().ask("{ users { orders { number } } }");
        call.hangUp();
        assertThat(shop.gateway.backends().cancelled()).isEqualTo(2);
    }

    @Test
    void anOperationThatTakesTooLongIsCalledOff() {
        shop.gateway.policy(
                "/apis/shop",
                "<policies><inbound><base/></inbound><backend><forward-request timeout=\"5\"/></backend></policies>");
        shop.gateway.backends().whenLater("users.test", request -> new CompletableFuture<>());
        TestCall call = shop.start().ask("{ user(id: 1) { name } }");
        shop.gateway.time().advance(Duration.ofSeconds(5));
        assertThat(call.status()).isEqualTo(500);
        assertThat(shop.gateway.backends().cancelled()).isEqualTo(1);
    }

    @Test
    void anApiWithNeitherServerNorSchemaIsWarnedOf() {
        GraphQlGateway bare = GraphQlGateway.synthetic("type Query { a: Int }");
        bare.gateway.remove("/apis/shop/schemas/graphql").start();
        assertThat(bare.gateway.warnings())
                .anySatisfy(issue -> assertThat(issue.message()).contains("neither a service URL nor a schema"));
        assertThat(bare.ask("{ a }").status()).isEqualTo(500);
    }

    @Test
    void aQueryThatAsksForTooMuchIsRefused() {
        StringBuilder aliases = new StringBuilder("{");
        for (int i = 0; i < 400; i++) {
            aliases.append(" a").append(i).append(": version");
        }
        shop.start();
        assertThat(shop.ask(aliases + "}").status()).isEqualTo(200);
        String fragments = "{ ...F0 } ";
        for (int i = 0; i < 20; i++) {
            fragments +=
                    "fragment F" + i + " on Query { ...F" + (i + 1) + " x" + i + ": version ...F" + (i + 1) + " } ";
        }
        TestCall bomb = shop.ask(fragments + "fragment F20 on Query { version }");
        assertThat(bomb.status()).isEqualTo(400);
        assertThat(bomb.text()).contains("more than 5000 fields");
    }

    @Test
    void aSubscriptionIsNotServedOverHttp() {
        assertThat(shop.start().ask("subscription { renamed { id } }").status()).isEqualTo(400);
    }
}
