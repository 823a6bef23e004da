package dev.apim.graphql.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apim.core.event.MemoryBroadcast;
import dev.apim.graphql.GraphQlGateway;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resolvers over a real database. */
class SqlDataSourceTest {
    private static final String SCHEMA = """
            type Query { family(id: Int, name: String): Family families: [Family!] page: Page }
            type Mutation { create(id: Int!, name: String!): Family }
            type Family { id: Int name: String big: Float note: String }
            type Page { items: [Family] }
            """;

    @TempDir
    Path folder;

    private String url = "";
    private final GraphQlGateway shop = GraphQlGateway.synthetic(SCHEMA);

    @BeforeEach
    void aDatabase() throws SQLException {
        url = "jdbc:sqlite:" + folder.resolve("families.db");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table family (id integer primary key, name text, big real, note text)");
            statement.execute("insert into family values (1, 'Byron', 1.5, null), (2, 'O''Hara', 2.0, 'x')");
        }
    }

    private String source(String request, String rest) {
        return "<sql-data-source><connection-info><connection-string>" + url + "</connection-string></connection-info>"
                + request + rest + "</sql-data-source>";
    }

    private String one(String statement, String... namesAndValues) {
        StringBuilder parameters = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters
                    .append("<parameter name=\"")
                    .append(namesAndValues[i])
                    .append("\">")
                    .append(namesAndValues[i + 1])
                    .append("</parameter>");
        }
        return source(
                "<request single-result=\"true\"><sql-statement>" + statement + "</sql-statement><parameters>"
                        + parameters + "</parameters></request>",
                "");
    }

    private JsonNode ask(String query) {
        return GraphQlGateway.json(shop.start().ask(query));
    }

    @Test
    void aSingleResultIsItsRow() {
        shop.resolver(
                "Query/family",
                one(
                        "select id, name, big, note from family where id = @id",
                        "@id",
                        "@(context.GraphQL.Arguments[\"id\"])"));
        assertThat(ask("{ family(id: 1) { id name big note } }")
                        .at("/data/family")
                        .toString())
                .isEqualTo("{\"id\":1,\"name\":\"Byron\",\"big\":1.5,\"note\":null}");
        assertThat(GraphQlGateway.json(shop.ask("{ family(id: 9) { id } }"))
                        .at("/data/family")
                        .isNull())
                .isTrue();
    }

    @Test
    void aParameterIsBoundAndNeverPartOfTheText() throws SQLException {
        shop.resolver(
                "Query/family",
                one("select id, name from family where name = @n", "@n", "@(context.GraphQL.Arguments[\"name\"])"));
        assertThat(ask("{ family(name: \"O'Hara\") { id } }")
                        .at("/data/family/id")
                        .asInt())
                .isEqualTo(2);
        JsonNode hostile = GraphQlGateway.json(shop.ask("{ family(name: \"'; drop table family; --\") { id } }"));
        assertThat(hostile.at("/data/family").isNull()).isTrue();
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void severalRowsAreItemsOrAListAsTheFieldHasIt() {
        String all = source("<request><sql-statement>select id from family order by id</sql-statement></request>", "");
        shop.resolver("Query/families", all).resolver("Query/page", all);
        JsonNode data = ask("{ families { id } page { items { id } } }").path("data");
        assertThat(data.toString())
                .isEqualTo("{\"families\":[{\"id\":1},{\"id\":2}],\"page\":{\"items\":[{\"id\":1},{\"id\":2}]}}");
    }

    @Test
    void ofSeveralStatementsTheLastGivesTheRows() {
        shop.resolver(
                "Mutation/create",
                one(
                        "insert into family (id, name) values (@id, @name); select id, name from family where id = @id",
                        "@id",
                        "@(context.GraphQL.Arguments[\"id\"])",
                        "@name",
                        "@(context.GraphQL.Arguments[\"name\"])"));
        assertThat(ask("mutation { create(id: 7, name: \"Lovelace\") { id name } }")
                        .at("/data/create")
                        .toString())
                .isEqualTo("{\"id\":7,\"name\":\"Lovelace\"}");
    }

    @Test
    void statementsTakeEffectTogetherOrNotAtAll() throws SQLException {
        shop.resolver("Mutation/create", one("insert into family (id) values (8); insert into family (id) values (1)"));
        JsonNode result = ask("mutation { create(id: 8, name: \"\") { id } }");
        assertThat(result.at("/errors/0/message").asText()).isEqualTo("Internal server error");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void theResponsePartShapesTheRowAndPublishesIt() {
        List<String> heard = new ArrayList<>();
        MemoryBroadcast events = new MemoryBroadcast();
        events.subscribe("graphql/shop;rev=1/made", heard::add);
        shop.gateway.broadcast(events);
        shop.resolver(
                "Query/family",
                source(
                        "<request single-result=\"true\"><sql-statement>select 1 as id</sql-statement></request>",
                        "<response><set-body>@{ var b = context.Response.Body.As<JObject>(); b[\"name\"] = \"n\"; return b.ToString(Newtonsoft.Json.Formatting.None); }</set-body>"
                                + "<publish-event><targets><graphql-subscription id=\"made\"/></targets></publish-event></response>"));
        assertThat(ask("{ family { id name } }").at("/data/family/name").asText())
                .isEqualTo("n");
        assertThat(heard).containsExactly("{\"id\":1,\"name\":\"n\"}");
    }

    @Test
    void whatComesAheadOfTheStatementMayMakeItsParameters() {
        shop.gateway.fragment("f", "<fragment><set-variable name=\"id\" value=\"@(2)\"/></fragment>");
        shop.resolver(
                "Query/family",
                source(
                        "<include-fragment fragment-id=\"f\"/><request single-result=\"true\"><set-body>@(\"Byron\")</set-body>"
                                + "<sql-statement>select @id as id, @name as name</sql-statement><parameters>"
                                + "<parameter name=\"@id\" sql-type=\"int\">@((int)context.Variables[\"id\"])</parameter>"
                                + "<parameter name=\"@name\" sql-type=\"nvarchar(50)\">@(context.Request.Body.As<string>())</parameter></parameters></request>",
                        ""));
        assertThat(ask("{ family { id name } }").at("/data/family").toString())
                .isEqualTo("{\"id\":2,\"name\":\"Byron\"}");
    }

    @Test
    void aParameterThatIsNotOfItsTypeFailsTheField() {
        shop.resolver(
                "Query/family",
                source(
                        "<request single-result=\"true\"><sql-statement>select @id as id</sql-statement><parameters>"
                                + "<parameter name=\"@id\" sql-type=\"int\">@(context.GraphQL.Arguments[\"name\"])</parameter></parameters></request>",
                        ""));
        assertThat(ask("{ family(name: \"x\") { id } }").at("/errors")).hasSize(1);
    }

    @Test
    void aDatabaseWithoutADriverFailsTheFieldAndSaysNothingOfTheConnection() {
        url = "Server=tcp:crm.database.windows.net,1433;Database=crm;User ID=u;Password=hunter2";
        shop.resolver("Query/family", one("select 1 as id"));
        JsonNode result = ask("{ family { id } }");
        assertThat(result.at("/errors/0/message").asText()).isEqualTo("Internal server error");
        assertThat(result.toString()).doesNotContain("hunter2");
    }

    @Test
    void aConnectionStringThatNamesNoServerIsRefusedWhenItIsLoaded() {
        url = "Password=hunter2";
        shop.resolver("Query/family", one("select 1 as id"));
        assertThatThrownBy(shop::start).hasMessageContaining("names no server").hasMessageNotContaining("hunter2");
    }

    private int count() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from family")) {
            return rows.getInt(1);
        }
    }
}
