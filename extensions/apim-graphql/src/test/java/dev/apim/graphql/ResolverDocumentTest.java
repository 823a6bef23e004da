package dev.apim.graphql;

import static dev.apim.graphql.GraphQlGateway.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.ConfigurationException;
import dev.apim.Issue;
import dev.apim.backend.ConnectionOptions.AddressRule;
import dev.apim.core.StandaloneDocuments;
import dev.apim.core.event.MemoryBroadcast;
import dev.apim.testkit.StubBackend.Received;
import dev.apim.testkit.TestCall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in {@code http-data-source}. */
class ResolverDocumentTest {
    private static final String SCHEMA =
            "type Query { user(id: ID): User } type Mutation { make(name: String!): User } type User { id: ID name: String }";

    private final GraphQlGateway shop = GraphQlGateway.synthetic(SCHEMA);

    private Received asked(String request, String query, String... headers) {
        return askedWith(request, "", query, headers);
    }

    private Received askedWith(String request, String rest, String query, String... headers) {
        shop.resolver(
                "Query/user",
                "<http-data-source><http-request>" + request + "</http-request>" + rest + "</http-data-source>");
        shop.gateway.backends().answer("", 200, "application/json", "{\"id\":1,\"name\":\"Ada\"}");
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        TestCall call = shop.start().gateway.post("/shop", "{\"query\":\"" + query + "\"}", all.toArray(String[]::new));
        assertThat(json(call).at("/data/user/id").asText()).as(call.text()).isEqualTo("1");
        return shop.gateway.backends().only();
    }

    private static final String ASK = "{ user(id: 5) { id name } }";
    private static final String TO = "<set-method>GET</set-method><set-url>http://users.test/u</set-url>";

    @Test
    void theClientsFieldsGoNoFurtherUnlessTheResolverWritesThem() {
        Received sent = asked(TO, ASK, "Authorization", "Bearer t", "Cookie", "c=1", "X-Secret", "k");
        assertThat(sent.request().headers().names())
                .doesNotContain("Authorization", "Cookie", "X-Secret", "Content-Type");
    }

    @Test
    void aResolverMayHandAFieldOfTheClientOn() {
        Received sent = asked(
                TO
                        + "<set-header name=\"Authorization\"><value>@(context.Request.Headers.GetValueOrDefault(\"Authorization\", \"\"))"
                        + "</value></set-header>",
                ASK,
                "Authorization",
                "Bearer t");
        assertThat(sent.header("Authorization")).isEqualTo("Bearer t");
    }

    @Test
    void theBodyOfTheContextHoldsTheArgumentsAndIsNotSent() {
        Received sent = asked(
                "<set-method>POST</set-method><set-url>http://users.test/u</set-url>"
                        + "<set-header name=\"X-Id\"><value>@((string)context.Request.Body.As<JObject>(true)[\"arguments\"][\"id\"])</value></set-header>",
                ASK);
        assertThat(sent.header("X-Id")).isEqualTo("5");
        assertThat(sent.body().text()).isEmpty();
    }

    @Test
    void aBodyThatIsSetIsSent() {
        Received sent = asked(
                "<set-method>POST</set-method><set-url>http://users.test/u</set-url>"
                        + "<set-header name=\"Content-Type\"><value>application/json</value></set-header>"
                        + "<set-body>@{ var args = context.Request.Body.As<JObject>()[\"arguments\"]; return args.ToString(); }</set-body>",
                ASK);
        assertThat(sent.body().text().replaceAll("\\s", "")).isEqualTo("{\"id\":\"5\"}");
        assertThat(sent.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void aBackendEntityBringsItsBaseAndItsCredentials() {
        shop.gateway.put(
                "/backends/crm",
                "{\"url\":\"https://crm.test/v2\",\"protocol\":\"http\",\"credentials\":{\"header\":{\"X-Key\":[\"secret\"]}}}");
        Received sent = asked(
                "<set-backend-service backend-id=\"crm\"/><set-method>GET</set-method><set-url>/users/5?full=1</set-url>",
                ASK);
        assertThat(sent.url()).isEqualTo("https://crm.test/v2/users/5?full=1");
        assertThat(sent.header("X-Key")).isEqualTo("secret");
    }

    @Test
    void aUrlThatIsComputedMayNotLeadToPrivateAddresses() {
        Received literal = asked(TO, ASK);
        assertThat(literal.request().options().addresses()).isEqualTo(AddressRule.ANY);
        GraphQlGateway other = GraphQlGateway.synthetic(SCHEMA)
                .httpResolver("Query/user", "@(\"http://users.test/\" + context.GraphQL.Arguments[\"id\"])")
                .start();
        other.ask(ASK);
        assertThat(other.gateway.backends().only().request().options().addresses())
                .isEqualTo(AddressRule.PUBLIC);
    }

    @Test
    void theBackendPartSaysHowItIsSent() {
        Received sent = askedWith(TO, "<backend><forward-request timeout=\"7\"/></backend>", ASK);
        assertThat(sent.request().timeout()).hasSeconds(7);
    }

    @Test
    void theResponsePartShapesTheValue() {
        askedWith(
                TO,
                "<http-response><set-body>@{ var b = context.Response.Body.As<JObject>(); b[\"name\"] = \"Eve\"; return b.ToString(); }"
                        + "</set-body></http-response>",
                ASK);
        assertThat(json(shop.ask(ASK)).at("/data/user/name").asText()).isEqualTo("Eve");
    }

    @Test
    void fragmentsMayStandInBothParts() {
        shop.gateway.fragment("f", "<fragment><set-header name=\"X-F\"><value>1</value></set-header></fragment>");
        Received sent = askedWith(
                TO + "<include-fragment fragment-id=\"f\"/>",
                "<http-response><include-fragment fragment-id=\"f\"/></http-response>",
                ASK);
        assertThat(sent.header("X-F")).isEqualTo("1");
    }

    @Test
    void aChangedFragmentChangesTheResolver() {
        shop.gateway.fragment("f", "<fragment><set-header name=\"X-F\"><value>1</value></set-header></fragment>");
        asked(TO + "<include-fragment fragment-id=\"f\"/>", ASK);
        shop.gateway
                .fragment("f", "<fragment><set-header name=\"X-F\"><value>2</value></set-header></fragment>")
                .update();
        shop.ask(ASK);
        assertThat(shop.gateway.backends().received().get(1).header("X-F")).isEqualTo("2");
    }

    @Test
    void variablesOfTheRequestAreSeenAndThoseOfAResolverStayWithIt() {
        shop.gateway.policy("/apis/shop", """
                <policies><inbound><base/><set-variable name="v" value="outer"/></inbound><backend><base/></backend>
                <outbound><base/><set-header name="X-V"><value>@((string)context.Variables["v"])</value></set-header></outbound></policies>
                """);
        shop.gateway.fragment(
                "f",
                "<fragment><set-variable name=\"v\" value=\"@((string)context.Variables[&quot;v&quot;] + &quot;!&quot;)\"/></fragment>");
        Received sent = asked(
                "<include-fragment fragment-id=\"f\"/>" + TO
                        + "<set-header name=\"X-In\"><value>@((string)context.Variables[\"v\"])</value></set-header>",
                ASK);
        assertThat(sent.header("X-In")).isEqualTo("outer!");
        assertThat(shop.ask(ASK).header("X-V")).isEqualTo("outer");
    }

    @Test
    void anEventReachesWhoeverSubscribesToTheFieldAndNobodyElse() {
        List<String> heard = new ArrayList<>();
        MemoryBroadcast events = new MemoryBroadcast();
        events.subscribe("graphql/shop;rev=1/made", heard::add);
        events.subscribe("graphql/shop;rev=1/other", event -> heard.add("other"));
        shop.gateway.broadcast(events);
        shop.resolver("Mutation/make", """
                <http-data-source><http-request><set-method>POST</set-method><set-url>http://users.test/make</set-url></http-request>
                <http-response><publish-event><targets><graphql-subscription id="made"/></targets></publish-event></http-response></http-data-source>
                """);
        shop.gateway.backends().answer("/make", 200, "application/json", "{\"id\":9}");
        TestCall call = shop.start().ask("mutation { make(name: \"n\") { id } }");
        assertThat(json(call).at("/data/make/id").asText()).isEqualTo("9");
        assertThat(heard).containsExactly("{\"id\":9}");
    }

    @Test
    void anAnswerThatFailedIsNoEvent() {
        List<String> heard = new ArrayList<>();
        MemoryBroadcast events = new MemoryBroadcast();
        events.subscribe("graphql/shop;rev=1/made", heard::add);
        shop.gateway.broadcast(events).backends().answer("/u", 500, "application/json", "{}");
        shop.resolver(
                "Query/user",
                "<http-data-source><http-request>" + TO + "</http-request><http-response><publish-event><targets>"
                        + "<graphql-subscription id=\"made\"/></targets></publish-event></http-response></http-data-source>");
        shop.start().ask(ASK);
        assertThat(heard).isEmpty();
    }

    @Test
    void whatIsWrongInADocumentIsReportedAtItsPlace() {
        shop.resolver(
                "Query/user",
                "<http-data-source>\n<http-request>\n<set-url>nowhere</set-url></http-request></http-data-source>");
        assertThatThrownBy(shop::start)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("policy:2:1")
                .hasMessageContaining("<http-request> needs a <set-method>")
                .hasMessageContaining("policy:3:");
    }

    @Test
    void aDocumentThatIsNoDataSourceIsRefused() {
        shop.resolver("Query/user", "<policies><inbound/></policies>");
        assertThatThrownBy(shop::start).hasMessageContaining("as the root of a resolver's document, found <policies>");
    }

    @Test
    void aResolverForAFieldThatIsNotThereIsWarnedOf() {
        shop.httpResolver("Query/nobody", "http://users.test/").start();
        assertThat(shop.gateway.warnings())
                .anySatisfy(issue -> assertThat(issue.message()).contains("the schema has no field 'Query/nobody'"));
    }

    @Test
    void aSchemaThatIsWrongIsRefusedAtItsLine() {
        GraphQlGateway wrong = GraphQlGateway.synthetic("type Query {\n  a: Int\n  b: !\n}");
        assertThatThrownBy(wrong::start).hasMessageContaining("graphql:3:6");
    }

    @Test
    void aDocumentAloneIsCheckedToo() {
        List<Issue> issues = new ArrayList<>();
        StandaloneDocuments.create(true)
                .check(
                        "resolver.xml",
                        "<http-data-source><http-request>" + TO + "</http-request></http-data-source>",
                        issues::add);
        assertThat(issues).isEmpty();
    }

    @Test
    void aDataSourceInAnOrdinaryDocumentIsWarnedOf() {
        shop.inbound("<http-data-source />").start();
        assertThat(shop.gateway.warnings())
                .anySatisfy(issue -> assertThat(issue.message()).contains("resolver of a GraphQL API only"));
    }

    @Test
    void theRetiredResolverPolicyIsSkipped() {
        shop.gateway.policy("/apis/shop", """
                <policies><inbound><base/></inbound><backend><set-graphql-resolver parent-type="Query" field="user"><http-data-source/></set-graphql-resolver><base/></backend>
                <outbound><base/></outbound></policies>
                """);
        asked(TO, ASK);
        assertThat(shop.gateway.warnings())
                .anySatisfy(issue -> assertThat(issue.message()).contains("retired"));
    }
}
