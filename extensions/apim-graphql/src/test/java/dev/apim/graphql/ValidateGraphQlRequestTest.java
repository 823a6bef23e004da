package dev.apim.graphql;

import static dev.apim.graphql.GraphQlGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.json.Json;
import dev.apim.testkit.TestCall;
import org.junit.jupiter.api.Test;

/** The policy {@code validate-graphql-request}. */
class ValidateGraphQlRequestTest {
    private static final String SCHEMA = """
            type Query { user(id: ID): User node(id: ID): Node any: Thing }
            type Mutation { drop(id: ID): Boolean }
            interface Node { id: ID }
            union Thing = User | Order
            type User implements Node { id: ID name: String ssn: String friend: User orders: [Order] }
            type Order implements Node { id: ID number: Int }
            """;

    private final GraphQlGateway shop = GraphQlGateway.passThrough(SCHEMA);

    private TestCall ask(String policy, String query) {
        shop.inbound(policy);
        shop.gateway.backends().answer("server.test", 200, "application/json", "{\"data\":{}}");
        return shop.start().ask(query);
    }

    private static String rules(String... pathsAndActions) {
        StringBuilder rules =
                new StringBuilder("<validate-graphql-request max-size=\"1000\" error-variable-name=\"e\"><authorize>");
        for (int i = 0; i < pathsAndActions.length; i += 2) {
            rules.append("<rule path=\"")
                    .append(pathsAndActions[i])
                    .append("\" action=\"")
                    .append(pathsAndActions[i + 1])
                    .append("\"/>");
        }
        return rules + "</authorize></validate-graphql-request>";
    }

    private JsonNode forwarded() {
        return Json.parse(shop.gateway.backends().only().body().text());
    }

    @Test
    void aValidRequestIsPassedThroughAsItCame() {
        TestCall call = ask(rules(), "{ user { name } }");
        assertThat(call.text()).isEqualTo("{\"data\":{}}");
        assertThat(shop.gateway.backends().only().url()).isEqualTo("http://server.test/graphql");
        assertThat(forwarded().path("query").asText()).isEqualTo("{ user { name } }");
    }

    @Test
    void oneThatTheSchemaDoesNotKnowHasErrorsAndNoData() {
        TestCall call = ask(rules(), "{ user { nam } }");
        assertThat(call.status()).isEqualTo(400);
        assertThat(call.header("Content-Type")).startsWith("application/json");
        assertThat(json(call).at("/errors/0/message").asText()).contains("nam");
        assertThat(json(call).has("data")).isFalse();
        assertThat(shop.gateway.backends().received()).isEmpty();
    }

    @Test
    void theErrorsAreInBothVariables() {
        shop.gateway.policy("/apis/shop", """
                <policies><inbound><base/><validate-graphql-request max-size="1000" error-variable-name="e"/></inbound>
                <backend><base/></backend><outbound><base/></outbound>
                <on-error><base/><set-header name="X-E"><value>@((string)((JArray)context.Variables["e"])[0]["message"])</value></set-header>
                <set-header name="X-G"><value>@(((JArray)context.Variables["GraphQLErrors"]).Count.ToString())</value></set-header>
                <set-header name="X-Source"><value>@(context.LastError.Source)</value></set-header></on-error></policies>
                """);
        TestCall call = shop.start().ask("{ user { nam } }");
        assertThat(call.header("X-E")).contains("nam");
        assertThat(call.header("X-G")).isEqualTo("1");
        assertThat(call.header("X-Source")).isEqualTo("validate-graphql-request");
        assertThat(json(call).has("errors")).isTrue();
    }

    @Test
    void aDepthBeyondSixIsRefusedUnlessMoreIsAllowed() {
        String six = "{ user { friend { friend { friend { friend { name } } } } } }";
        String seven = "{ user { friend { friend { friend { friend { friend { name } } } } } } }";
        assertThat(ask(rules(), six).status()).isEqualTo(200);
        assertThat(json(shop.ask(seven)).at("/errors/0/message").asText()).contains("depth of 7", "maximum of 6");
        shop.inbound("<validate-graphql-request max-size=\"1000\" max-depth=\"7\"/>")
                .gateway
                .update();
        assertThat(shop.ask(seven).status()).isEqualTo(200);
    }

    @Test
    void aDepthIsNotHiddenInFragments() {
        String query =
                "{ user { ...A } } fragment A on User { friend { ...B } } fragment B on User { friend { friend { friend { friend { name } } } } }";
        assertThat(ask(rules(), query).status()).isEqualTo(400);
    }

    @Test
    void aRequestBeyondTheSizeIsRefused() {
        TestCall call = ask(rules(), "{ user { name } } #" + "x".repeat(1000));
        assertThat(json(call).at("/errors/0/message").asText()).contains("exceeds the configured limit of 1000 bytes");
    }

    @Test
    void aFieldThatIsRejectedStopsTheRequest() {
        TestCall call = ask(rules("/User/ssn", "reject"), "{ user { name ssn } }");
        assertThat(call.status()).isEqualTo(400);
        assertThat(json(call).at("/errors/0/message").asText()).contains("/User/ssn");
        assertThat(shop.gateway.backends().received()).isEmpty();
        assertThat(shop.ask("{ user { name } }").status()).isEqualTo(200);
    }

    @Test
    void aFieldThatIsRemovedIsLeftOutOfWhatIsSent() {
        ask(
                rules("/User/ssn", "remove"),
                "query($id: ID, $x: Boolean!) { user(id: $id) { name ssn @include(if: $x) ...F } } fragment F on User { ssn }");
        assertThat(forwarded().path("query").asText()).isEqualTo("query ($id:ID){user(id:$id){name}}");
    }

    @Test
    void fragmentsOfWhichNothingIsLeftGoToo() {
        StringBuilder query = new StringBuilder("{ user { name ...F0 ... on User { ssn } } }");
        for (int i = 0; i < 9; i++) {
            query.append(" fragment F" + i + " on User { ssn ...F" + (i + 1) + " ...F" + (i + 1) + " }");
        }
        ask(rules("/User/ssn", "remove").replace("1000", "9000"), query + " fragment F9 on User { ssn }");

        assertThat(forwarded().path("query").asText()).isEqualTo("{user{name}}");
    }

    @Test
    void anErrorOfAFieldSaysWhereItWasAskedFor() {
        TestCall call = ask(rules("/Query/user", "remove"), "{ user { name }\n a: user { name } }");
        assertThat(json(call).at("/errors").toString())
                .isEqualTo("[{\"message\":\"Access to '/Query/user' is denied; the field is left out.\","
                        + "\"locations\":[{\"line\":1,\"column\":3},{\"line\":2,\"column\":2}]}]");
    }

    @Test
    void aSelectionThatLosesEverythingStaysValid() {
        ask(rules("/User/*", "remove"), "{ user { name ssn } }");
        assertThat(forwarded().path("query").asText()).contains("__typename").doesNotContain("ssn");
    }

    @Test
    void aRequestThatLosesEverythingIsAnsweredWithItsErrors() {
        TestCall call = ask(rules("/Query/user", "remove"), "{ user { name } }");
        assertThat(call.status()).isEqualTo(200);
        assertThat(json(call).at("/data").toString()).isEqualTo("{}");
        assertThat(json(call).at("/errors/0/message").asText()).contains("/Query/user");
    }

    @Test
    void aRuleIsNotAvoidedByAskingAnInterface() {
        assertThat(ask(rules("/User/id", "reject"), "{ node { id } }").status()).isEqualTo(400);
        assertThat(shop.ask("{ any { ... on Node { id } } }").status()).isEqualTo(400);
        assertThat(shop.ask("{ node { ... on User { id } } }").status()).isEqualTo(400);
        assertThat(shop.ask("{ any { ... on Order { number } } }").status()).isEqualTo(200);
    }

    @Test
    void aRuleIsNotAvoidedByAnAliasOrAnotherOperation() {
        assertThat(ask(rules("/User/ssn", "reject"), "{ user { name: ssn } }").status())
                .isEqualTo(400);
        assertThat(shop.ask("query A { user { name } } query B { user { ssn } }")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void introspectionIsRefusedWhereARuleSaysSoAndTypenameIsNot() {
        assertThat(ask(rules("/__*", "reject"), "{ __schema { types { name } } }")
                        .status())
                .isEqualTo(400);
        assertThat(shop.ask("{ __type(name: \"User\") { name } }").status()).isEqualTo(400);
        assertThat(shop.ask("{ any { __typename } }").status()).isEqualTo(200);
    }

    @Test
    void aRuleThatIsIgnoredLeavesItToTheNextAndTheFirstThatFitsDecides() {
        String query = "{ user { ssn } }";
        assertThat(ask(rules("/User/ssn", "ignore", "/*", "reject"), query).status())
                .isEqualTo(400);
        shop.inbound(rules("/User/ssn", "allow", "/Query/user", "allow", "/*", "reject"))
                .gateway
                .update();
        assertThat(shop.ask(query).status()).isEqualTo(200);
        assertThat(shop.ask("{ user { name } }").status()).isEqualTo(400);
    }

    @Test
    void anActionMayBeComputedAndWhatIsNoActionRejects() {
        String policy = rules(
                "/Mutation/drop",
                "@(context.Request.Headers.GetValueOrDefault(&quot;X-Role&quot;,&quot;&quot;) == &quot;admin&quot; ? &quot;allow&quot; : &quot;deny&quot;)");
        assertThat(ask(policy, "mutation { drop }").status()).isEqualTo(400);
        TestCall admin = shop.gateway.post("/shop", "{\"query\":\"mutation { drop }\"}", "X-Role", "admin");
        assertThat(admin.status()).isEqualTo(200);
    }

    @Test
    void aQueryInTheUrlIsHeldAgainstTheSameRules() {
        ask(rules("/User/ssn", "remove"), "{ user { name } }");
        assertThat(shop.gateway.get("/shop?query=%7Buser%7Bnam%7D%7D").status()).isEqualTo(400);
        shop.gateway.get("/shop?query=%7Buser%7Bname%20ssn%7D%7D");
        assertThat(shop.gateway.backends().received().get(1).url())
                .contains("name")
                .doesNotContain("ssn");
    }

    @Test
    void onASyntheticApiTheErrorsOfRemovedFieldsArePartOfTheResult() {
        GraphQlGateway own = GraphQlGateway.synthetic(SCHEMA).httpResolver("Query/user", "http://users.test/");
        own.gateway.backends().answer("users.test", 200, "application/json", "{\"name\":\"Ada\",\"ssn\":\"1\"}");
        TestCall call = own.inbound(rules("/User/ssn", "remove")).start().ask("{ user { name ssn } }");
        assertThat(json(call).at("/data/user").toString()).isEqualTo("{\"name\":\"Ada\"}");
        assertThat(json(call).at("/errors/0/message").asText()).contains("/User/ssn");
    }

    @Test
    void anApiWithoutASchemaCannotBeHeldAgainstOne() {
        GraphQlGateway own = GraphQlGateway.passThrough(SCHEMA);
        own.gateway
                .api("plain", "plain", "POST /")
                .policy(
                        "/apis/plain",
                        "<policies><inbound><base/><validate-graphql-request max-size=\"100\"/></inbound></policies>");
        own.start();
        assertThat(own.gateway.post("/plain", "{\"query\":\"{ a }\"}").status()).isEqualTo(500);
    }
}
