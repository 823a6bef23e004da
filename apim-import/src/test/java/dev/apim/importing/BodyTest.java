package dev.apim.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BodyTest {
    @Test
    void aRequestBodyHasOneRepresentationForEachMediaType() {
        JsonNode request = ReadText.paths("""
                  /pets:
                    post:
                      requestBody:
                        description: a pet
                        content:
                          application/json: {schema: {$ref: '#/components/schemas/Pet'}, example: {name: Rex}}
                          application/xml: {}
                components: {schemas: {Pet: {type: object}}}
                """).operation().path("request");
        assertThat(request)
                .hasToString(
                        "{\"description\":\"a pet\",\"representations\":[{\"contentType\":\"application/json\","
                                + "\"schemaId\":\"components\",\"typeName\":\"Pet\","
                                + "\"examples\":{\"default\":{\"value\":{\"name\":\"Rex\"}}}},{\"contentType\":\"application/xml\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "head", "options"})
    void theBodyOfAMethodWithoutOneIsLeftOut(String method) {
        ReadText read = ReadText.paths(
                "  /pets:\n    " + method
                        + ":\n      requestBody: {description: d, content: {application/json: {schema: {type: object, title: t}}}}\n");
        assertThat(read.operation().has("request")).isFalse();
        assertThat(read.specification().schemas()).isEmpty();
        read.warns("the request body is left out");
    }

    @Test
    void aBodyOfDeleteStays() {
        ReadText read = ReadText.paths("  /pets:\n    delete: {requestBody: {content: {text/plain: {}}}}\n");
        assertThat(read.operation().at("/request/representations/0/contentType").asText())
                .isEqualTo("text/plain");
    }

    @Test
    void aRequestBodyWithoutContentIsRefused() {
        ReadText.paths("  /pets:\n    post:\n      requestBody:\n        description: d\n")
                .isRefusedAt(7, "has no 'content'");
    }

    @Test
    void aFormListsItsFields() {
        ReadText read = ReadText.paths("""
                  /pets:
                    post:
                      requestBody:
                        content:
                          application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Form'}}
                components:
                  schemas:
                    Form:
                      type: object
                      required: [name]
                      properties: {name: {type: string}, x-age: {type: integer, default: 1}}
                """);
        assertThat(read.operation().at("/request/representations/0/formParameters"))
                .hasToString("[{\"name\":\"name\",\"type\":\"string\",\"required\":true},"
                        + "{\"name\":\"x-age\",\"type\":\"integer\",\"defaultValue\":\"1\",\"required\":false}]");
    }

    @Test
    void aResponseKeepsMediaTypesHeadersAndExamples() {
        JsonNode response = ReadText.paths("""
                  /pets:
                    get:
                      responses:
                        200:
                          description: pets
                          headers:
                            x-rate: {description: left, required: true, schema: {type: integer}}
                            X-Ref: {$ref: '#/components/headers/Ref'}
                          content:
                            application/json:
                              schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}
                              examples:
                                two: {summary: both, value: [1, 2]}
                                far: {$ref: '#/components/examples/Far'}
                components:
                  headers: {Ref: {schema: {type: string}}}
                  examples: {Far: {externalValue: 'https://example.org/far.json'}}
                  schemas: {Pet: {type: object}}
                """).operation().at("/responses/0");
        assertThat(response)
                .hasToString("{\"statusCode\":200,\"description\":\"pets\",\"representations\":[{"
                        + "\"contentType\":\"application/json\",\"schemaId\":\"components\",\"typeName\":\"PetArray\","
                        + "\"examples\":{\"two\":{\"summary\":\"both\",\"value\":[1,2]},"
                        + "\"far\":{\"externalValue\":\"https://example.org/far.json\"}}}],"
                        + "\"headers\":[{\"name\":\"x-rate\",\"description\":\"left\",\"type\":\"integer\",\"required\":true},"
                        + "{\"name\":\"X-Ref\",\"type\":\"string\",\"required\":false}]}");
    }

    private static final String SWAGGER = """
              /pets:
                post:
                  consumes: [application/xml, text/xml]
                  parameters:
                  - {name: pet, in: body, description: a pet, schema: {$ref: '#/definitions/Pet'}}
                  responses:
                    201: {schema: {$ref: '#/definitions/Pet'}, examples: {application/json: {name: Rex}, text/csv: Rex}}
                    204: {description: none}
            definitions: {Pet: {type: object}}
            consumes: [text/plain]
            produces: [application/json]
            """;

    @Test
    void inSwagger2TheBodyTakesTheMediaTypesOfTheOperation() {
        JsonNode request = ReadText.swaggerPaths(SWAGGER).operation().path("request");
        assertThat(request.path("representations").findValuesAsText("contentType"))
                .containsExactly("application/xml", "text/xml");
        assertThat(request.path("representations").findValuesAsText("typeName")).containsExactly("Pet", "Pet");
        assertThat(request.path("description").asText()).isEqualTo("a pet");
    }

    @Test
    void inSwagger2AResponseTakesTheMediaTypesOfTheDescription() {
        JsonNode responses = ReadText.swaggerPaths(SWAGGER).operation().path("responses");
        assertThat(responses.at("/0/representations").findValuesAsText("contentType"))
                .containsExactly("application/json", "text/csv");
        assertThat(responses
                        .at("/0/representations/0/examples/default/value/name")
                        .asText())
                .isEqualTo("Rex");
        assertThat(responses.at("/1").has("representations")).isFalse();
    }

    @Test
    void inSwagger2FormParametersAreABody() {
        ReadText read = ReadText.swaggerPaths("""
                  /pets:
                    post:
                      parameters:
                      - {name: photo, in: formData, type: file, required: true}
                      - {name: note, in: formData, type: string}
                """);
        assertThat(read.operation().at("/request/representations/0"))
                .hasToString("{\"contentType\":\"multipart/form-data\",\"formParameters\":["
                        + "{\"name\":\"photo\",\"type\":\"file\",\"required\":true},"
                        + "{\"name\":\"note\",\"type\":\"string\",\"required\":false}]}");
    }

    @Test
    void inSwagger2TwoBodiesAreRefused() {
        ReadText.swaggerPaths("""
                  /pets:
                    post:
                      parameters:
                      - {name: a, in: body, schema: {}}
                      - {name: b, in: body, schema: {}}
                """).isRefusedAt(8, "second body parameter");
        ReadText.swaggerPaths("""
                  /pets:
                    post:
                      parameters:
                      - {name: a, in: body, schema: {}}
                      - {name: b, in: formData, type: string}
                """).isRefusedAt(8, "exclude each other");
    }
}
