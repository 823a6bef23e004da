package dev.apim.graphql;

import static dev.apim.graphql.GraphQlGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.json.Json;
import dev.apim.testkit.StubBackend.Received;
import dev.apim.testkit.TestCall;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A GraphQL API with a server behind it and resolvers for some of its fields. */
class FallbackTest {
    private static final String SCHEMA = """
            type Query { order(id: ID!): Order  any: Thing  named: Named  weather(city: String): String }
            type Mutation { cancel(id: ID!): Order  note(text: String!): String }
            type Order implements Named { id: ID!  name: String  customerId: Int  customer: Customer  lines(first: Int): [Line!] }
            type Line { sku: String }
            type Customer implements Named { name: String  since: Int }
            interface Named { name: String }
            union Thing = Order | Customer""";

    private final GraphQlGateway shop = GraphQlGateway.passThrough(SCHEMA)
            .httpResolver("Query/weather", "http://weather.test/now")
            .resolver(
                    "Order/customer",
                    "<http-data-source><http-request><set-backend-service base-url=\"http://crm.test\"/>"
                            + "<set-method>GET</set-method><set-url>@(\"/of/\" + context.GraphQL.Parent[\"customerId\"])</set-url>"
                            + "</http-request></http-data-source>");

    private FallbackTest server(String json) {
        shop.gateway.backends().answer("server.test/graphql", 200, "application/json", json);
        return this;
    }

    private List<Received> toServer() {
        return shop.gateway.backends().received().stream()
                .filter(received -> received.request().url().host().equals("server.test"))
                .toList();
    }

    private JsonNode sent() {
        assertThat(toServer()).hasSize(1);
        return Json.parse(toServer().get(0).body().text());
    }

    @Test
    void aRequestWithoutAResolversFieldGoesToTheServerAsItIs() {
        server("{\"data\":{\"any\":1},\"extensions\":{\"t\":1}}");
        TestCall call = shop.start().ask("query Q { any { ...on Order { n: name } } }");

        assertThat(call.text()).isEqualTo("{\"data\":{\"any\":1},\"extensions\":{\"t\":1}}");
        assertThat(sent().path("query").textValue()).isEqualTo("query Q { any { ...on Order { n: name } } }");
    }

    @Test
    void ofAGetTheServerGetsTheQuery() {
        server("{\"data\":{\"any\":null}}");
        shop.start().gateway.get("/shop?query=%7Bany%7B__typename%7D%7D");

        assertThat(toServer().get(0).request().method()).isEqualTo("GET");
        assertThat(toServer().get(0).request().url().query()).isEqualTo("query=%7Bany%7B__typename%7D%7D");
    }

    @Test
    void aFieldOfTheRootWithAResolverIsNotTheServersBusiness() {
        server("{\"data\":{\"o\":{\"n\":\"Nails\"}}}");
        shop.gateway.backends().answer("weather.test", 200, "text/plain", "sunny");
        TestCall call = shop.start()
                .ask(
                        "query Q($id: ID!, $city: String) { o: order(id: $id) { n: name } weather(city: $city) }",
                        "{\"id\":\"7\",\"city\":\"Bonn\"}");

        assertThat(call.text()).isEqualTo("{\"data\":{\"o\":{\"n\":\"Nails\"},\"weather\":\"sunny\"}}");
        assertThat(sent().path("query").textValue()).isEqualTo("query Q($id:ID!){o:order(id:$id){n:name}}");
        assertThat(sent().path("variables").toString()).isEqualTo("{\"id\":\"7\"}");
        assertThat(sent().path("operationName").textValue()).isEqualTo("Q");
    }

    @Test
    void aResolverReadsItsParentThoughTheClientDidNotAskForIt() {
        server("{\"data\":{\"order\":{\"id\":\"7\",\"customerId\":5,\"name\":\"Nails\"}}}");
        shop.gateway.backends().answer("crm.test/of/5", 200, "application/json", "{\"name\":\"Ada\"}");
        TestCall call = shop.start().ask("{ order(id: 7) { ...f } } fragment f on Order { customer { who: name } }");

        assertThat(call.text()).isEqualTo("{\"data\":{\"order\":{\"customer\":{\"who\":\"Ada\"}}}}");
        assertThat(sent().path("query").textValue())
                .isEqualTo("{order(id:7){...f}} fragment f on Order {id name customerId}");
    }

    @Test
    void anAliasKeepsItsMeaningOnBothSides() {
        server("{\"data\":{\"a\":{\"name\":\"9\",\"customerId\":5,\"l\":[{\"s\":\"x\"}]}}}");
        shop.gateway.backends().answer("crm.test/of/5", 200, "application/json", "{\"name\":\"Ada\"}");
        TestCall call = shop.start()
                .ask("{ a: order(id: 9) { name: id l: lines(first: 1) { s: sku } c: customer { n: name } } }");

        assertThat(call.text())
                .isEqualTo("{\"data\":{\"a\":{\"name\":\"9\",\"l\":[{\"s\":\"x\"}],\"c\":{\"n\":\"Ada\"}}}}");
        assertThat(sent().path("query").textValue())
                .isEqualTo("{a:order(id:9){name:id l:lines(first:1){s:sku}id customerId}}");
    }

    @Test
    void anObjectOfAnAbstractTypeIsAskedForItsType() {
        server("{\"data\":{\"any\":{\"__typename\":\"Order\",\"name\":\"N\",\"customerId\":5}}}");
        shop.gateway.backends().answer("crm.test/of/5", 200, "application/json", "{\"name\":\"Ada\"}");
        TestCall call =
                shop.start().ask("{ any { ... on Order { name customer { name } } ... on Customer { since } } }");

        assertThat(json(call).at("/data/any").toString()).isEqualTo("{\"name\":\"N\",\"customer\":{\"name\":\"Ada\"}}");
        assertThat(sent().path("query").textValue()).endsWith("...on Customer{since}__typename}}");
    }

    @Test
    void anErrorOfTheServerKeepsItsPlaceAndTheRestIsThere() {
        server("{\"errors\":[{\"message\":\"gone\",\"path\":[\"o\"],\"locations\":[{\"line\":1,\"column\":1}],"
                + "\"extensions\":{\"code\":\"GONE\"}}],\"data\":{\"o\":null}}");
        shop.gateway.backends().answer("weather.test", 200, "text/plain", "sunny");
        TestCall call = shop.start().ask("{ o: order(id: 7) { name } weather }");

        assertThat(json(call).path("errors").toString())
                .isEqualTo("[{\"message\":\"gone\",\"path\":[\"o\"],\"extensions\":{\"code\":\"GONE\"}}]");
        assertThat(json(call).path("data").toString()).isEqualTo("{\"o\":null,\"weather\":\"sunny\"}");
    }

    @Test
    void aServerThatFailsIsAnErrorOfItsFieldsOnly() {
        shop.gateway.backends().answer("server.test", 502, "text/html", "<html>");
        shop.gateway.backends().answer("weather.test", 200, "text/plain", "sunny");
        TestCall call = shop.start().ask("{ order(id: 7) { name } weather }");

        assertThat(json(call).at("/errors/0/message").textValue())
                .isEqualTo("The GraphQL server answered with status 502 and no JSON.");
        assertThat(json(call).at("/data/weather").textValue()).isEqualTo("sunny");
    }

    @Test
    void changesAreAskedForOneAfterTheOther() {
        shop.resolver(
                "Mutation/note",
                "<http-data-source><http-request><set-method>POST</set-method>"
                        + "<set-url>http://notes.test/</set-url></http-request></http-data-source>");
        server("{\"data\":{\"a\":null,\"b\":null}}");
        shop.gateway.backends().answer("notes.test", 200, "text/plain", "ok");
        shop.start().ask("mutation { a: cancel(id: 1) { name } n: note(text: \"t\") b: cancel(id: 2) { name } }");

        assertThat(shop.gateway.backends().received().stream()
                        .map(received -> received.request().url().host()))
                .containsExactly("server.test", "notes.test", "server.test");
        assertThat(toServer().get(1).body().text()).contains("mutation{b:cancel(id:2){name}}");
    }

    @Test
    void whatTheClientSendsWithItsRequestReachesTheServerAndNoDataSource() {
        server("{\"data\":{\"order\":null}}");
        shop.gateway.backends().answer("weather.test", 200, "text/plain", "sunny");
        shop.start()
                .gateway
                .post(
                        "/shop",
                        "{\"query\":\"{ order(id: 7) { name } weather }\"}",
                        "Content-Type",
                        "application/json",
                        "Authorization",
                        "Bearer t");

        for (Received received : shop.gateway.backends().received()) {
            boolean server = received.request().url().host().equals("server.test");
            assertThat(received.request().headers().get("Authorization")).isEqualTo(server ? "Bearer t" : null);
            assertThat(received.request().headers().get("Host")).isNull();
        }
    }

    @Test
    void aClientThatGoesAwayCallsOffWhatTheServerWasAskedFor() {
        shop.gateway.backends().whenLater("server.test", request -> new CompletableFuture<>());
        shop.gateway.backends().whenLater("weather.test", request -> new CompletableFuture<>());
        shop.start();

        shop.ask("{ order(id: 7) { name } weather }").hangUp();
        assertThat(shop.gateway.backends().cancelled()).isEqualTo(2);
        shop.ask("{ order(id: 7) { name } }").hangUp();
        assertThat(shop.gateway.backends().cancelled()).isEqualTo(3);
    }

    @Test
    void aServerThatHangsEndsTheRequestInTime() {
        shop.gateway.policy(
                "/apis/shop",
                "<policies><inbound><base/></inbound><backend><forward-request timeout=\"5\"/></backend></policies>");
        shop.gateway.backends().whenLater("server.test", request -> new CompletableFuture<>());
        shop.gateway.backends().answer("weather.test", 200, "text/plain", "sunny");
        TestCall both = shop.start().ask("{ order(id: 7) { name } weather }");
        TestCall passed = shop.ask("{ order(id: 7) { name } }");
        shop.gateway.time().advance(Duration.ofSeconds(5));

        assertThat(both.isAnswered() && passed.isAnswered()).isTrue();
        assertThat(passed.status()).isEqualTo(500);
    }

    @Test
    void aPolicyOfTheApiShapesWhatTheServerGets() {
        server("{\"data\":{\"order\":null}}");
        shop.gateway.backends().answer("weather.test", 200, "text/plain", "sunny");
        shop.inbound("<set-header name=\"X-Key\"><value>k</value></set-header>"
                        + "<validate-graphql-request max-size=\"1000\"><authorize><rule path=\"/Order/name\" action=\"remove\"/>"
                        + "</authorize></validate-graphql-request>")
                .start();
        TestCall call = shop.ask("{ order(id: 7) { id name } weather }");

        assertThat(toServer().get(0).request().headers().get("X-Key")).isEqualTo("k");
        assertThat(sent().path("query").textValue()).isEqualTo("{order(id:7){id}}");
        assertThat(json(call).at("/errors/0/message").asText()).contains("/Order/name");
        assertThat(json(call).at("/data/weather").asText()).isEqualTo("sunny");
    }

    @Test
    void whatTheGatewayCannotReadDoesNotGoPastTheResolvers() {
        shop.start();

        assertThat(shop.gateway
                        .post("/shop", "[{\"query\":\"{ weather }\"}]", "Content-Type", "application/json")
                        .status())
                .isEqualTo(400);
        assertThat(shop.ask("{ weather nothing }").status()).isEqualTo(400);
        assertThat(toServer()).isEmpty();
    }
}
