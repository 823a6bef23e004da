package dev.apim.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SchemaTest {
    private static ReadText response(String schema, String components) {
        return ReadText.paths("  /pets/{id}:\n    get:\n      parameters: [{name: id, in: path, required: true}]\n"
                + "      responses: {200: {content: {application/json: {schema: " + schema + "}}}}\n" + components);
    }

    private static final String PETS =
            "components:\n  schemas:\n    Pet: {type: object, x-note: 1, properties: {owner: {$ref: '#/components/schemas/Pet'}}}\n";

    @Test
    void schemasAreKeptAsWrittenInOneResource() {
        ReadText read = response("{$ref: '#/components/schemas/Pet'}", PETS);
        assertThat(read.schema())
                .hasToString("{\"contentType\":\"application/vnd.oai.openapi.components+json\",\"document\":"
                        + "{\"components\":{\"schemas\":{\"Pet\":{\"type\":\"object\",\"x-note\":1,"
                        + "\"properties\":{\"owner\":{\"$ref\":\"#/components/schemas/Pet\"}}}}}}}");
        assertThat(read.specification().schemas().get(0).name()).isEqualTo("components");
        assertThat(read.issues()).as("recursion is kept").isEmpty();
    }

    @Test
    void swagger2KeepsDefinitions() {
        ReadText read = ReadText.swaggerPaths(
                "  /pets:\n    get: {responses: {200: {schema: {$ref: '#/definitions/Pet'}}}}\ndefinitions: {Pet: {type: string}}\n");
        assertThat(read.schema())
                .hasToString("{\"contentType\":\"application/vnd.ms-azure-apim.swagger.definitions+json\",\"document\":"
                        + "{\"definitions\":{\"Pet\":{\"type\":\"string\"}}}}");
        assertThat(read.operation()
                        .at("/responses/0/representations/0/schemaId")
                        .asText())
                .isEqualTo("definitions");
    }

    @Test
    void aSchemaWrittenInPlaceGetsAName() {
        ReadText read = response("{type: object, title: here}", "");
        assertThat(read.operation()
                        .at("/responses/0/representations/0/typeName")
                        .asText())
                .isEqualTo("PetsIdGet200ApplicationJsonResponse");
        assertThat(read.schema()
                        .at("/document/components/schemas/PetsIdGet200ApplicationJsonResponse/title")
                        .asText())
                .isEqualTo("here");
    }

    @Test
    void aNameThatIsTakenIsNumbered() {
        ReadText read = response(
                "{type: object}", "components: {schemas: {PetsIdGet200ApplicationJsonResponse: {type: string}}}\n");
        assertThat(read.operation()
                        .at("/responses/0/representations/0/typeName")
                        .asText())
                .isEqualTo("PetsIdGet200ApplicationJsonResponse-1");
    }

    @Test
    void aSharedSchemaIsNamedOnce() {
        ReadText read = ReadText.paths("""
                  /a:
                    post: {requestBody: {$ref: '#/components/requestBodies/B'}}
                    put: {requestBody: {$ref: '#/components/requestBodies/B'}}
                components:
                  requestBodies: {B: {content: {text/plain: {schema: {type: string, maxLength: 9}}}}}
                """);
        assertThat(read.schema().at("/document/components/schemas")).hasSize(1);
        assertThat(read.operation("put-a")
                        .at("/request/representations/0/typeName")
                        .asText())
                .isEqualTo("APostRequest");
    }

    @Test
    void anEmptySchemaSaysNothing() {
        ReadText read = response("{}", "");
        assertThat(read.operation().at("/responses/0/representations/0").has("typeName"))
                .isFalse();
        assertThat(read.specification().schemas()).isEmpty();
    }

    @Test
    void aSchemaMayBeTrueFrom31OnOnly() {
        String paths =
                "  /a:\n    post:\n      requestBody:\n        content:\n          text/plain: {schema: {not: true}}\n";
        assertThat(ReadText.yaml(ReadText.withPaths("3.1.0", paths)).issues()).isEmpty();
        ReadText.paths(paths).isRefusedAt(8, "'not' is true or false, expected an object");
    }

    @Test
    void keywordsOfTheWrongTypeAreRefusedWhereTheyStand() {
        ReadText read = ReadText.paths("""
                  {}
                components:
                  schemas:
                    A:
                      type: 3
                      required: true
                      properties:
                        type: {minLength: -1}
                        example: 7
                      allOf: {}
                      items: text
                    B: text
                    C: {enum: {}, nullable: 'no', maximum: many, description: [], type: [string]}
                """);
        assertThat(read.result()).isEmpty();
        assertThat(read.issues().stream().map(i -> i.position().line()))
                .containsExactly(8, 9, 11, 12, 13, 14, 15, 16, 16, 16, 16, 16);
    }

    @Test
    void whatLooksLikeAReferenceInAnExampleIsData() {
        ReadText read = response(
                "{type: object, example: {$ref: nowhere}, default: {$ref: '#/x'}, properties: {$ref: {type: string}}}",
                "");
        assertThat(read.issues()).isEmpty();
        assertThat(read.result()).isPresent();
    }

    @Test
    void anUnknownTypeIsAWarning() {
        response("{type: strng}", "").warns("'strng' is no type of a schema");
    }
}
