package dev.apim.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReferenceTest {
    private static ReadText parameter(String ref, String rest) {
        return ReadText.paths("  /a:\n    get:\n      parameters:\n      - $ref: '" + ref + "'\n" + rest);
    }

    @Test
    void aReferenceMayLeadAnywhereInTheDocument() {
        ReadText read = parameter(
                "#/paths/~1b~1%7Bx%7D/get/parameters/0",
                "  /b/{x}:\n    get: {parameters: [{name: q, in: query}, {name: x, in: path, required: true}]}\n");
        assertThat(read.operation("get-a").at("/request/queryParameters/0/name").asText())
                .isEqualTo("q");
    }

    @Test
    void aReferenceOutOfTheDocumentIsRefused() {
        parameter("https://example.org/p.yaml#/p", "")
                .isRefusedAt(7, "leads out of the document and nothing is fetched");
        parameter("common.yaml", "").isRefusedAt(7, "bundle what it names");
    }

    @Test
    void aReferenceToNothingIsRefused() {
        parameter("#/components/parameters/p", "").isRefusedAt(7, "leads to nothing in this document");
        parameter("#p", "").isRefusedAt(7, "leads to nothing");
        parameter("#/%zz", "").isRefusedAt(7, "leads to nothing");
        parameter("#/paths/~1a/get/parameters/99999999999", "").isRefusedAt(7, "leads to nothing");
    }

    @Test
    void aReferenceThatIsNoTextIsRefused() {
        ReadText.paths("  /a:\n    get:\n      parameters: [{$ref: 7}]\n").isRefusedAt(6, "'$ref' is a number");
    }

    @Test
    void aCircleOfReferencesIsRefused() {
        parameter("#/components/parameters/p", """
                        components:
                          parameters:
                            p: {$ref: '#/components/parameters/q'}
                            q: {$ref: '#/components/parameters/p'}
                        """).isRefusedAt(7, "leads back to itself");
        ReadText.paths("  /a: {$ref: '#/paths/~1a'}\n").isRefusedAt(4, "leads back to itself");
    }

    @Test
    void aCircleOfSchemasThatSayNothingElseIsRefusedForEach() {
        ReadText read = ReadText.paths("""
                  {}
                components:
                  schemas:
                    A: {$ref: '#/components/schemas/B'}
                    B: {$ref: '#/components/schemas/A'}
                """);
        assertThat(read.result()).isEmpty();
        assertThat(read.issues()).hasSize(2);
    }

    @Test
    void aLongChainIsRefused() {
        StringBuilder chain = new StringBuilder("components:\n  parameters:\n");
        for (int i = 0; i < 200; i++) {
            chain.append("    p%d: {$ref: '#/components/parameters/p%d'}\n".formatted(i, i + 1));
        }
        parameter("#/components/parameters/p0", chain + "    p200: {name: a, in: query}\n")
                .isRefusedAt(7, "more than 100 references");
    }

    @Test
    void everyKindOfReferenceIsFollowed() {
        ReadText read = ReadText.paths("""
                  /a:
                    post:
                      requestBody: {$ref: '#/components/requestBodies/B'}
                      responses:
                        200: {$ref: '#/components/responses/R'}
                components:
                  requestBodies: {B: {content: {text/plain: {}}}}
                  responses: {R: {description: r, headers: {H: {$ref: '#/components/headers/H'}}}}
                  headers: {H: {schema: {type: integer}}}
                """);
        assertThat(read.issues()).isEmpty();
        assertThat(read.operation().at("/request/representations/0/contentType").asText())
                .isEqualTo("text/plain");
        assertThat(read.operation().at("/responses/0/headers/0/type").asText()).isEqualTo("integer");
    }

    @Test
    void aMistakeInWhatManyReferToIsReportedOnce() {
        ReadText read = ReadText.paths("""
                  /a:
                    get: {parameters: [{$ref: '#/components/parameters/p'}]}
                    post: {parameters: [{$ref: '#/components/parameters/p'}]}
                components: {parameters: {p: {name: p, in: nowhere}}}
                """);
        assertThat(read.issues()).hasSize(1);
    }

    @Test
    void aFewLinesThatMultiplyWithoutEndAreRefused() {
        StringBuilder text = new StringBuilder("  /a0:\n    parameters:\n");
        for (int i = 0; i < 2_000; i++) {
            text.append("    - {name: c").append(i).append(", in: cookie}\n");
        }
        text.append("    get: {}\n");
        for (int i = 1; i < 2_000; i++) {
            text.append("  /a").append(i).append(": {$ref: '#/paths/~1a0'}\n");
        }
        ReadText read = ReadText.paths(text.toString());
        assertThat(read.result()).isEmpty();
        assertThat(read.issues())
                .singleElement()
                .satisfies(i -> assertThat(i.message()).contains("again and again"));
    }

    @Test
    void aLargeExampleThatManyReferToIsRefused() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append("  /a").append(i).append(": {post: {requestBody: {$ref: '#/components/requestBodies/B'}}}\n");
        }
        text.append("components: {requestBodies: {B: {content: {text/plain: {example: ")
                .append("x".repeat(100_000))
                .append("}}}}}\n");
        ReadText read = ReadText.paths(text.toString());
        assertThat(read.result()).isEmpty();
        assertThat(read.issues())
                .singleElement()
                .satisfies(i -> assertThat(i.message()).contains("64 MiB"));
    }
}
