package dev.apim.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OperationTest {
    @Test
    void theNameOfAnOperationIsItsNormalisedOperationId() {
        ReadText read = ReadText.paths("  /pets:\n    get: {operationId: ' List_All  Pets! ', responses: {}}\n");
        assertThat(read.names()).containsExactly("list-all-pets");
        assertThat(read.operation().path("displayName").asText()).isEqualTo(" List_All  Pets! ");
    }

    @Test
    void aNameIsCutTo76Characters() {
        assertThat(OperationNames.normalise("a".repeat(100))).hasSize(76);
        assertThat(OperationNames.normalise("--A--b--")).isEqualTo("a-b");
        assertThat(OperationNames.normalise("*")).isEmpty();
    }

    @Test
    void equalNamesAreNumberedInDocumentOrder() {
        ReadText read = ReadText.paths("""
                  /a:
                    get: {operationId: get, responses: {}}
                  /b:
                    get: {operationId: Get, responses: {}}
                  /c:
                    get: {operationId: get!, responses: {}}
                """);
        assertThat(read.names()).containsExactly("get", "get-1", "get-2");
    }

    @Test
    void theThousandAndFirstOfOneNameIsRefused() {
        OperationNames names = new OperationNames();
        for (int i = 0; i < 1_000; i++) {
            assertThat(names.next("x", "GET", "/")).isPresent();
        }
        assertThat(names.next("x", "GET", "/")).isEmpty();
    }

    @Test
    void withoutAnOperationIdMethodAndPathAreTheName() {
        ReadText read = ReadText.paths(
                "  /foo/{id}/bar.json:\n    get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}]}\n");
        assertThat(read.names()).containsExactly("get-foo-id-bar-json");
        assertThat(ReadText.paths("  /:\n    get: {}\n").names()).containsExactly("get");
        assertThat(ReadText.paths("  /foo:\n    get: {operationId: 获取}\n").names())
                .containsExactly("get-foo");
    }

    @Test
    void theSummaryIsTheDisplayName() {
        ReadText read =
                ReadText.paths("  /foo:\n    get: {operationId: x, summary: Gets it, description: All of it}\n");
        assertThat(read.operation().path("displayName").asText()).isEqualTo("Gets it");
        assertThat(read.operation().path("description").asText()).isEqualTo("All of it");
        assertThat(read.operation().path("method").asText()).isEqualTo("GET");
        assertThat(read.operation().path("urlTemplate").asText()).isEqualTo("/foo");
    }

    @Test
    void longTextsAreCutToWhatAzureTakes() {
        ReadText read = ReadText.paths("  /foo:\n    get:\n      summary: " + "s".repeat(400) + "\n      description: "
                + "d".repeat(1200) + "\n");
        assertThat(read.operation().path("displayName").asText()).hasSize(300);
        assertThat(read.operation().path("description").asText()).hasSize(1000);
        read.warns("cut to 1000");
    }

    @Test
    void aCutNeverSplitsACharacter() {
        assertThat(OperationReader.cut("ab😀", 3)).isEqualTo("ab");
        assertThat(OperationReader.cut("ab😀", 4)).isEqualTo("ab😀");
    }

    @Test
    void everyMethodOfThePathIsAnOperation() {
        String all = "  /foo:\n";
        for (String method : "get put post delete options head patch trace".split(" ")) {
            all += "    " + method + ": {}\n";
        }
        assertThat(ReadText.paths(all).specification().operations()).hasSize(8);
        assertThat(ReadText.swaggerPaths(all).specification().operations())
                .as("trace came with 3.0")
                .hasSize(7);
    }

    @Test
    void extensionsAndUnknownMembersAreIgnored() {
        ReadText read = ReadText.yaml("""
                openapi: 3.0.0
                info: {title: t, x-logo: 1}
                x-tagGroups: nonsense
                security: nonsense
                tags: 7
                externalDocs: 7
                webhooks: 7
                paths:
                  x-other: 3
                  /foo:
                    x-thing: [1]
                    servers: 7
                    get:
                      x-thing: 1
                      security: 7
                      callbacks: 7
                      tags: 7
                      servers: [{url: 'https://elsewhere.example'}]
                      responses:
                        x-note: 1
                        '200': {description: fine, links: 7}
                """);
        assertThat(read.issues()).isEmpty();
        assertThat(read.operation().path("responses").findValuesAsText("statusCode"))
                .containsExactly("200");
        assertThat(read.specification().serviceUrl()).isEmpty();
    }

    @Test
    void pathsThatDifferInTheirQueryComeFromTheExtensionForThem() {
        ReadText read = ReadText.paths("""
                  /foo:
                    get: {operationId: plain}
                x-ms-paths:
                  /foo?action=start:
                    get: {operationId: start}
                  /foo?action=stop&id={id}:
                    get:
                      operationId: stop
                      parameters: [{name: id, in: query, required: true, schema: {type: integer}}]
                """);
        assertThat(read.issues()).isEmpty();
        assertThat(read.operation("start").path("urlTemplate").asText()).isEqualTo("/foo?action=start");
        assertThat(read.operation("stop").path("urlTemplate").asText()).isEqualTo("/foo?action=stop&id={id}");
        assertThat(read.operation("stop").at("/templateParameters/0/type").asText())
                .isEqualTo("integer");
    }

    @Test
    void twoOperationsOfOneShapeAreRefused() {
        ReadText.paths("""
                  /pets/{id}:
                    get: {parameters: [{name: id, in: path, required: true}]}
                  /Pets/{name}/:
                    post: {parameters: [{name: name, in: path, required: true}]}
                    get: {parameters: [{name: name, in: path, required: true}]}
                """).isRefusedAt(8, "cannot be told from the operation at spec.yaml:5");
    }

    @Test
    void aPathItemMayReferToAnother() {
        ReadText read = ReadText.paths("""
                  /a:
                    get: {operationId: a, summary: A}
                    post: {operationId: post-a}
                  /b:
                    $ref: '#/paths/~1a'
                    get: {operationId: b}
                """);
        assertThat(read.names()).containsExactly("a", "post-a", "b", "post-a-1");
    }

    @Test
    void statusCodesWithoutAPlaceInAzuresModelAreLeftOut() {
        ReadText read = ReadText.paths(
                "  /a:\n    get:\n      responses: {default: {description: d}, 4XX: {description: d}, 204: {description: none}}\n");
        assertThat(read.operation().path("responses")).hasSize(1);
        assertThat(read.operation().at("/responses/0/statusCode").intValue()).isEqualTo(204);
        assertThat(read.operation().at("/responses/0/description").asText()).isEqualTo("none");
    }

    @Test
    void anImpossibleStatusCodeIsRefused() {
        ReadText.paths("  /a:\n    get:\n      responses:\n        '600': {}\n")
                .isRefusedAt(7, "'600' is no status code");
    }

    @Test
    void badPathsAreRefused() {
        ReadText.paths("  foo:\n    get: {}\n").isRefusedAt(5, "does not begin with '/'");
        ReadText.paths("  /foo/{id:\n    get: {}\n").isRefusedAt(5, "unbalanced braces");
        ReadText.paths("  /foo/{}:\n    get: {}\n").isRefusedAt(5, "without a name");
        ReadText.paths("  /foo/{a}/{a}:\n    get: {}\n").isRefusedAt(5, "names a variable twice");
        ReadText.paths("  '/a b':\n    get: {}\n").isRefusedAt(5, "holds a space");
        ReadText.paths("  '/" + "a".repeat(1_000) + "':\n    get: {}\n").isRefusedAt(5, "longer than 1000");
    }
}
