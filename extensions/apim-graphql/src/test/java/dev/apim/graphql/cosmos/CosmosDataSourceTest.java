package dev.apim.graphql.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.core.json.Json;
import dev.apim.graphql.GraphQlGateway;
import dev.apim.testkit.StubBackend.Received;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Resolvers over the protocol of Cosmos DB. */
class CosmosDataSourceTest {
    private static final String SCHEMA = """
            type Query { person(id: String): Person people(name: String, town: String, from: String): People all: [Person] }
            type Mutation { save(id: String!, name: String, etag: String): Person drop(id: String!, etag: String): Boolean }
            type Person { id: String name: String town: String }
            type People { items: [Person] continuationToken: String }
            """;
    private static final String ARGUMENT = "@((string)context.GraphQL.Arguments[\"%s\"])";

    private final CosmosStandIn account = new CosmosStandIn();
    private final GraphQlGateway shop = GraphQlGateway.synthetic(SCHEMA);
    private String key = CosmosStandIn.KEY;

    private void resolver(String path, String rest) {
        shop.resolver(
                path,
                "<cosmosdb-data-source><connection-info><connection-string>AccountEndpoint=https://crm.documents.test:443/;AccountKey="
                        + key
                        + ";</connection-string><database-name>shop</database-name><container-name>items</container-name>"
                        + "</connection-info>" + rest + "</cosmosdb-data-source>");
        shop.gateway.backends().when("crm.documents.test", account::answer);
    }

    private void item(String id, String name, String town) {
        ObjectNode item =
                (ObjectNode) Json.parse("{\"id\":\"" + id + "\",\"name\":\"" + name + "\",\"town\":\"" + town + "\"}");
        item.put("_etag", "e" + id);
        account.items.put(id, item);
    }

    private JsonNode ask(String query) {
        return GraphQlGateway.json(shop.start().ask(query));
    }

    private static String argument(String name) {
        return ARGUMENT.formatted(name);
    }

    private Received last() {
        List<Received> all = shop.gateway.backends().received();
        return all.get(all.size() - 1);
    }

    @Test
    void theGatewaysIdentityTakesThePlaceOfAKey() {
        String read = "<read-request><id>1</id><partition-key>1</partition-key></read-request>";
        for (String[] field : new String[][] {
            {"Query/person", "AccountEndpoint=https://crm.\ndocuments.test:443/;"},
            {"Mutation/save", "@(\"AccountEndpoint=https://crm.documents.test/\")"}
        }) {
            shop.resolver(
                    field[0],
                    "<cosmosdb-data-source><connection-info><connection-string use-managed-identity=\"true\">"
                            + field[1]
                            + "</connection-string><database-name>shop</database-name><container-name>items</container-name>"
                            + "</connection-info>" + read + "</cosmosdb-data-source>");
        }
        shop.gateway
                .backends()
                .answer(
                        "metadata/identity",
                        200,
                        "application/json",
                        "{\"access_token\":\"t0ken\",\"expires_in\":\"3600\"}");
        shop.gateway.backends().answer("crm.documents.test/dbs", 200, "application/json", "{\"name\":\"Ada\"}");

        assertThat(ask("{ person(id: \"1\") { name } }").at("/data/person/name").asText())
                .isEqualTo("Ada");
        assertThat(last().header("Authorization")).isEqualTo("type%3Daad%26ver%3D1.0%26sig%3Dt0ken");
        shop.ask("mutation { save(id: \"1\") { name } }");
        assertThat(last().header("Authorization")).isEqualTo("type%3Daad%26ver%3D1.0%26sig%3Dt0ken");
        assertThat(shop.gateway.backends().received())
                .extracting(received -> received.request().url().query())
                .filteredOn(query -> !query.isEmpty())
                .extracting(query -> query.replaceFirst(".*resource=", ""))
                .containsExactly("https%3A%2F%2Fcrm.documents.test", "https%3A%2F%2Fcosmos.azure.com");
    }

    @Test
    void anItemIsReadByItsIdInItsPartition() {
        item("a/1", "Ada", "London");
        resolver(
                "Query/person",
                "<read-request><id>" + argument("id") + "</id><partition-key>" + argument("id")
                        + "</partition-key></read-request>");
        assertThat(ask("{ person(id: \"a/1\") { id name } }").at("/data/person").toString())
                .isEqualTo("{\"id\":\"a/1\",\"name\":\"Ada\"}");
        assertThat(last().url()).isEqualTo("https://crm.documents.test/dbs/shop/colls/items/docs/a%2F1");
        assertThat(last().header("x-ms-documentdb-partitionkey")).isEqualTo("[\"a/1\"]");
        assertThat(last().header("x-ms-date")).matches("\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
    }

    @Test
    void anItemThatIsNotThereIsNull() {
        resolver("Query/person", "<read-request><id>" + argument("id") + "</id></read-request>");
        JsonNode result = ask("{ person(id: \"x\") { id } }");
        assertThat(result.at("/data/person").isNull()).isTrue();
        assertThat(result.has("errors")).isFalse();
    }

    @Test
    void aWrongKeyFailsTheFieldAndIsNotShown() {
        key = "d3Jvbmc=";
        item("1", "Ada", "London");
        resolver("Query/person", "<read-request><id>1</id></read-request>");
        JsonNode result = ask("{ person { id } }");
        assertThat(result.at("/errors/0/message").asText()).isEqualTo("Internal server error");
        assertThat(result.toString()).doesNotContain("d3Jvbmc");
    }

    @Test
    void aQueryBindsItsParametersAndFollowsEveryPage() {
        for (int i = 0; i < 5; i++) {
            item("" + i, "Ada", "London");
        }
        item("9", "Eve", "London");
        resolver(
                "Query/all",
                "<query-request><sql-statement>SELECT * FROM c WHERE c.name = @n</sql-statement><parameters>"
                        + "<parameter name=\"@n\">Ada</parameter></parameters></query-request>");
        assertThat(ask("{ all { id } }").at("/data/all")).hasSize(5);
        assertThat(shop.gateway.backends().received()).hasSize(3);
        assertThat(Json.parse(last().body().text()).at("/parameters/0/name").asText())
                .isEqualTo("@n");
        assertThat(last().header("x-ms-documentdb-query-enablecrosspartition")).isEqualTo("True");
        assertThat(last().header("Content-Type")).isEqualTo("application/query+json");
    }

    @Test
    void withPagingItIsOnePageAndTheContinuationLeadsToTheNext() {
        item("1", "A", "Paris");
        item("2", "B", "Paris");
        item("3", "C", "Rome");
        item("4", "D", "Paris");
        resolver(
                "Query/people",
                "<query-request><partition-key>" + argument("town")
                        + "</partition-key><paging><max-item-count>2</max-item-count>" + "<continuation-token>"
                        + argument("from") + "</continuation-token></paging></query-request>");
        JsonNode first = ask("{ people(town: \"Paris\") { items { id } continuationToken } }")
                .at("/data/people");
        assertThat(first.path("items").findValuesAsText("id")).containsExactly("1", "2");
        String token = first.path("continuationToken").asText();
        JsonNode second = GraphQlGateway.json(shop.ask(
                        "{ people(town: \"Paris\", from: \"" + token + "\") { items { id } continuationToken } }"))
                .at("/data/people");
        assertThat(second.path("items").findValuesAsText("id")).containsExactly("4");
        assertThat(second.path("continuationToken").isNull()).isTrue();
    }

    @Test
    void aWriteWithoutABodyWritesTheArguments() {
        resolver(
                "Mutation/save",
                "<write-request><partition-key>" + argument("id") + "</partition-key></write-request>");
        assertThat(ask("mutation { save(id: \"7\", name: \"Ada\") { id name } }")
                        .at("/data/save/name")
                        .asText())
                .isEqualTo("Ada");
        assertThat(account.items)
                .hasEntrySatisfying(
                        "7", item -> assertThat(item.path("name").asText()).isEqualTo("Ada"));
        assertThat(last().header("x-ms-documentdb-is-upsert")).isEqualTo("True");
    }

    @Test
    void aWriteMayMakeItsBodyItself() {
        resolver(
                "Mutation/save",
                "<write-request type=\"insert\" pre-trigger=\"check\" consistency-level=\"bounded-staleness\" indexing-directive=\"exclude\">"
                        + "<set-body>@(\"{\\\"id\\\":\\\"\" + (string)context.GraphQL.Arguments[\"id\"] + \"\\\",\\\"name\\\":\\\"made\\\"}\")</set-body></write-request>");
        assertThat(ask("mutation { save(id: \"7\") { name } }")
                        .at("/data/save/name")
                        .asText())
                .isEqualTo("made");
        assertThat(last().header("x-ms-documentdb-pre-trigger-include")).isEqualTo("check");
        assertThat(last().header("x-ms-consistency-level")).isEqualTo("BoundedStaleness");
        assertThat(last().header("x-ms-indexing-directive")).isEqualTo("Exclude");
        assertThat(GraphQlGateway.json(shop.ask("mutation { save(id: \"7\") { name } }"))
                        .at("/errors"))
                .hasSize(1);
    }

    @Test
    void aReplaceNeedsTheVersionItNames() {
        item("1", "Ada", "London");
        resolver(
                "Mutation/save",
                "<write-request type=\"replace\"><id>" + argument("id") + "</id><etag>" + argument("etag")
                        + "</etag></write-request>");
        JsonNode stale = ask("mutation { save(id: \"1\", name: \"Eve\", etag: \"old\") { name } }");
        assertThat(stale.at("/data/save").isNull()).isTrue();
        JsonNode fresh =
                GraphQlGateway.json(shop.ask("mutation { save(id: \"1\", name: \"Eve\", etag: \"e1\") { name } }"));
        assertThat(fresh.at("/data/save/name").asText()).isEqualTo("Eve");
        assertThat(last().request().method()).isEqualTo("PUT");
    }

    @Test
    void anItemIsDeletedIfItsVersionFits() {
        item("1", "Ada", "London");
        resolver(
                "Mutation/drop",
                "<delete-request><etag>" + argument("etag") + "</etag><id>" + argument("id") + "</id>"
                        + "<partition-key data-type=\"number\">7</partition-key></delete-request><response><set-body>true</set-body></response>");
        assertThat(ask("mutation { drop(id: \"1\", etag: \"old\") }").at("/errors"))
                .hasSize(1);
        JsonNode done = GraphQlGateway.json(shop.ask("mutation { drop(id: \"1\", etag: \"e1\") }"));
        assertThat(done.at("/data/drop").asBoolean()).isTrue();
        assertThat(account.items).isEmpty();
        assertThat(last().header("x-ms-documentdb-partitionkey")).isEqualTo("[7]");
    }

    @Test
    void whatIsMissingIsRefusedWhenItIsLoaded() {
        shop.resolver(
                "Query/person",
                "<cosmosdb-data-source><connection-info><connection-string>AccountEndpoint=https://a.test/;</connection-string>"
                        + "<database-name>d</database-name><container-name>c</container-name></connection-info></cosmosdb-data-source>");
        assertThatThrownBy(shop::start)
                .hasMessageContaining("exactly one of <query-request>")
                .hasMessageContaining("has no AccountKey");
    }
}
