package dev.apim.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

final class ParameterTest {
    private static final String SEARCH = """
              /pets/{kind}:
                parameters:
                - {name: kind, in: path, required: true, schema: {type: string, enum: [cat, dog]}}
                - {name: limit, in: query, schema: {type: integer, default: 10}}
                - {name: X-Trace, in: header, schema: {type: string}}
                get:
                  operationId: search
                  parameters:
                  - {name: q, in: query, required: true, description: what, schema: {type: string}, example: rex}
                  - {name: limit, in: query, required: true, schema: {type: number}}
                  - {name: session, in: cookie, schema: {type: string}}
            """;

    @Test
    void requiredQueryParametersBecomePartOfTheTemplate() {
        JsonNode search = ReadText.paths(SEARCH).operation();
        assertThat(search.path("urlTemplate").asText()).isEqualTo("/pets/{kind}?limit={limit}&q={q}");
        assertThat(search.path("templateParameters").findValuesAsText("name")).containsExactly("kind", "limit", "q");
        assertThat(search.at("/request/queryParameters").isMissingNode()).isTrue();
    }

    @Test
    void requiredQueryParametersStayInTheQueryWhenAsked() {
        JsonNode search = ReadText.of("s.yaml", ReadText.withPaths("3.0.0", SEARCH), false)
                .operation();
        assertThat(search.path("urlTemplate").asText()).isEqualTo("/pets/{kind}");
        assertThat(search.path("templateParameters").findValuesAsText("name")).containsExactly("kind");
        assertThat(search.at("/request/queryParameters").findValuesAsText("name"))
                .containsExactly("limit", "q");
        assertThat(search.at("/request/queryParameters/1/required").booleanValue())
                .isTrue();
    }

    @Test
    void parametersOfThePathAreInheritedAndOverridden() {
        JsonNode search = ReadText.paths(SEARCH).operation();
        assertThat(search.at("/templateParameters/1/type").asText())
                .as("of the operation")
                .isEqualTo("number");
        assertThat(search.at("/templateParameters/1/defaultValue").isMissingNode())
                .isTrue();
        assertThat(search.at("/request/headers").findValuesAsText("name")).containsExactly("X-Trace");
        assertThat(search.toString()).as("cookies are ignored").doesNotContain("session");
    }

    @Test
    void aParameterKeepsWhatItSays() {
        JsonNode search = ReadText.paths(SEARCH).operation();
        assertThat(search.at("/templateParameters/0/values")).hasToString("[\"cat\",\"dog\"]");
        assertThat(search.at("/templateParameters/2"))
                .hasToString("{\"name\":\"q\",\"description\":\"what\",\"type\":\"string\",\"required\":true,"
                        + "\"examples\":{\"default\":{\"value\":\"rex\"}}}");
    }

    @Test
    void defaultsAndTypesAreFoundBehindReferences() {
        ReadText read = ReadText.paths("""
                  /pets:
                    get:
                      parameters:
                      - $ref: '#/components/parameters/size'
                components:
                  parameters:
                    size: {name: size, in: query, schema: {$ref: '#/components/schemas/Size'}}
                  schemas:
                    Size: {type: integer, default: 3, minimum: 1}
                """);
        assertThat(read.operation().at("/request/queryParameters/0"))
                .hasToString("{\"name\":\"size\",\"type\":\"integer\",\"defaultValue\":\"3\",\"required\":false,"
                        + "\"schemaId\":\"components\",\"typeName\":\"Size\"}");
    }

    @Test
    void aSchemaThatSaysMoreThanAParameterCanIsKept() {
        ReadText read = ReadText.paths(
                "  /pets:\n    get:\n      parameters: [{name: size, in: query, schema: {type: integer, maximum: 9}}]\n");
        assertThat(read.operation().at("/request/queryParameters/0/typeName").asText())
                .isEqualTo("PetsGetRequestSize");
        assertThat(read.schema()
                        .at("/document/components/schemas/PetsGetRequestSize/maximum")
                        .intValue())
                .isEqualTo(9);
    }

    @Test
    void aTypeThatMayBeNullIsTheOther() {
        ReadText read = ReadText.yaml(ReadText.withPaths(
                "3.1.0",
                "  /pets:\n    get:\n      parameters: [{name: a, in: query, schema: {type: ['null', integer]}},"
                        + " {name: b, in: query, content: {application/json: {schema: {type: object}}}}]\n"));
        assertThat(read.operation().at("/request/queryParameters").findValuesAsText("type"))
                .containsExactly("integer", "object");
    }

    @Test
    void inSwagger2AParameterDescribesItself() {
        ReadText read = ReadText.swaggerPaths(
                "  /pets:\n    get:\n      parameters: [{name: a, in: query, type: integer, default: 1, enum: [1, 2]}]\n");
        assertThat(read.operation().at("/request/queryParameters/0"))
                .hasToString("{\"name\":\"a\",\"type\":\"integer\",\"defaultValue\":\"1\",\"values\":[\"1\",\"2\"],"
                        + "\"required\":false}");
    }

    @Test
    void aVariableThatNobodyDeclaredIsATextWithAWarning() {
        ReadText read = ReadText.paths("  /pets/{id}:\n    get: {}\n");
        assertThat(read.operation().path("templateParameters"))
                .hasToString("[{\"name\":\"id\",\"type\":\"string\",\"required\":true}]");
        read.warns("'{id}' in '/pets/{id}' is not declared");
    }

    @Test
    void aCatchAllIsDeclaredWithOrWithoutItsAsterisk() {
        ReadText read = ReadText.paths(
                "  /files/{*path}:\n    get: {parameters: [{name: path, in: path, required: true, schema: {type: string}}]}\n");
        assertThat(read.issues()).isEmpty();
        assertThat(read.operation().path("urlTemplate").asText()).isEqualTo("/files/{*path}");
        assertThat(read.operation().at("/templateParameters/0/name").asText()).isEqualTo("path");
    }

    @Test
    void aPathParameterWithoutAPlaceIsLeftOutWithAWarning() {
        ReadText read = ReadText.paths("  /pets:\n    get: {parameters: [{name: id, in: path, required: true}]}\n");
        assertThat(read.operation().has("templateParameters")).isFalse();
        read.warns("does not occur in '/pets'");
    }

    @Test
    void aPathParameterIsAlwaysRequired() {
        ReadText read = ReadText.paths("  /pets/{id}:\n    get: {parameters: [{name: id, in: path}]}\n");
        assertThat(read.operation().at("/templateParameters/0/required").booleanValue())
                .isTrue();
        read.warns("add 'required: true'");
    }

    @Test
    void aNameThatATemplateCannotHoldStaysInTheQuery() {
        ReadText read = ReadText.paths("  /pets:\n    get: {parameters: [{name: 'a&b', in: query, required: true}]}\n");
        assertThat(read.operation().path("urlTemplate").asText()).isEqualTo("/pets");
        assertThat(read.operation().at("/request/queryParameters/0/name").asText())
                .isEqualTo("a&b");
    }

    @Test
    void oneNameInPathAndQueryIsRefused() {
        ReadText.paths("""
                  /pets/{id}:
                    get:
                      parameters:
                      - {name: id, in: path, required: true}
                      - {name: id, in: query}
                """).isRefusedAt(8, "both a path and a query parameter");
    }

    @Test
    void badParametersAreRefusedTogether() {
        ReadText read = ReadText.paths("""
                  /pets:
                    get:
                      parameters:
                      - {in: query}
                      - {name: a, in: body}
                      - {name: b, in: query}
                      - {name: b, in: query}
                      - {name: 7, in: query}
                      - {name: c, in: query, required: 'yes'}
                """);
        assertThat(read.result()).isEmpty();
        assertThat(read.issues().stream().map(i -> i.position().line())).containsExactly(7, 8, 10, 11, 12);
    }
}
