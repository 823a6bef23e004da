package dev.apim.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.resource.SpecificationReader;
import dev.apim.resource.SpecificationReader.Member;
import dev.apim.resource.SpecificationReader.SpecificationSource;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DescriptionTest {
    @Test
    void theReaderIsFoundAsAService() {
        assertThat(ServiceLoader.load(SpecificationReader.class)).hasAtLeastOneElementOfType(OpenApiReader.class);
    }

    @ParameterizedTest
    @CsvSource({
        "specification.yaml, whatever, true",
        "specification.YML, whatever, true",
        "specification.json, {}, true",
        "inline, 'openapi: 3.0.0', true",
        "inline, '{\"info\": 1, \"swagger\" : \"2.0\"}', true",
        "specification.wsdl, <definitions/>, false",
        "specification.graphql, 'type Query { openapi: String }', false"
    })
    void itAcceptsByNameAndByBeginning(String name, String text, boolean accepted) {
        assertThat(new OpenApiReader().accepts(new SpecificationSource(name, text, true)))
                .isEqualTo(accepted);
    }

    @Test
    void titleAndDescriptionAreThoseOfTheApi() {
        var specification = ReadText.yaml("openapi: 3.1.0\ninfo: {title: Pets, description: All pets}\n")
                .specification();
        assertThat(specification.displayName()).isEqualTo("Pets");
        assertThat(specification.description()).isEqualTo("All pets");
        assertThat(specification.operations()).isEmpty();
    }

    @Test
    void jsonAndYamlSayTheSame() {
        String json = """
                {"openapi": "3.0.1", "info": {"title": "t"}, "paths": {"/a": {"get": {"operationId": "A"}}}}
                """;
        assertThat(ReadText.of("a.json", json, true).names()).containsExactly("a");
        assertThat(ReadText.of("a.json", "\uFEFF" + json, true).names()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "swagger: 2.0",
                "swagger: '2.0'",
                "openapi: 3.0.0",
                "openapi: 3.0",
                "openapi: 3.0.4",
                "openapi: 3.1.1"
            })
    void theseVersionsAreRead(String version) {
        assertThat(ReadText.yaml(version + "\ninfo: {title: t}\npaths: {}\n").issues())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "swagger: '1.2'",
                "swagger: '3.0.0'",
                "openapi: 2.0",
                "openapi: 3.2.0",
                "openapi: 4.0.0",
                "openapi: '3.10'"
            })
    void otherVersionsAreRefused(String version) {
        ReadText.yaml("info: {title: t}\n" + version + "\npaths: {}\n").isRefusedAt(2, "is not supported");
    }

    @Test
    void whatIsNoDescriptionIsRefused() {
        ReadText.yaml("a: b\n").isRefusedAt(1, "neither 'swagger' nor 'openapi'");
        ReadText.yaml("swagger: '2.0'\nopenapi: 3.0.0\n").isRefusedAt(1, "both");
        ReadText.yaml("openapi: [3]\n").isRefusedAt(1, "'openapi' is a list");
        ReadText.yaml("- a\n").isRefusedAt(1, "the document is a list");
        ReadText.yaml("<wsdl/>").isRefusedAt(1, "the document is a text");
        ReadText.yaml("").isRefusedAt(1, "empty");
    }

    @Test
    void infoTitleAndPathsAreNeeded() {
        ReadText.yaml("openapi: 3.0.0\npaths: {}\n").isRefusedAt(1, "'info' is missing");
        ReadText.yaml("openapi: 3.0.0\ninfo: {}\npaths: {}\n").isRefusedAt(2, "'title' is missing");
        ReadText.yaml("openapi: 3.0.0\ninfo: {title: t}\n").isRefusedAt(1, "'paths' is missing");
        ReadText.yaml("openapi: 3.1.0\ninfo: {title: t}\npaths: []\n")
                .isRefusedAt(3, "'paths' is a list, expected an object");
    }

    @Test
    void aNullTextIsReadAsAbsent() {
        ReadText read = ReadText.paths("  /a:\n    get:\n      summary: ~\n      operationId: a\n");
        assertThat(read.names()).containsExactly("a");
        read.warns("'summary' is null");
    }

    @Test
    void moreThan4MiBIsRefused() {
        String text = ReadText.withPaths("3.0.0", "  {}\n") + "x-more: " + "ü".repeat(2 * 1024 * 1024) + "\n";
        ReadText.yaml(text).isRefusedAt(1, "larger than 4 MiB");
    }

    @Test
    void allMistakesAreReportedAndBeyondAThousandSummedUp() {
        StringBuilder paths = new StringBuilder();
        for (int i = 0; i < 1_500; i++) {
            paths.append("  /a").append(i).append(": 7\n");
        }
        ReadText read = ReadText.paths(paths.toString());
        assertThat(read.result()).isEmpty();
        assertThat(read.issues()).hasSize(1_001);
        assertThat(read.issues().get(1_000).message()).contains("more than 1000 issues");
    }

    @Test
    void manyWarningsDoNotRefuseADescription() {
        StringBuilder paths = new StringBuilder();
        for (int i = 0; i < 1_500; i++) {
            paths.append("  /a").append(i).append("/{x}: {get: {}}\n");
        }
        assertThat(ReadText.paths(paths.toString()).specification().operations())
                .hasSize(1_500);
        ReadText refused = ReadText.paths(paths + "  /z: 7\n");
        assertThat(refused.result()).isEmpty();
        assertThat(refused.issues().stream().filter(Issue::isError)).hasSize(1);
    }

    @Test
    void everyPartOfAnOperationKnowsItsPlace() {
        ReadText read = ReadText.paths("""
                  /a/{b}:
                    parameters:
                    - {name: b, in: path, required: true, schema: {type: string}}
                    post:
                      summary: S
                      requestBody:
                        content:
                          text/plain: {}
                      responses:
                        200:
                          description: fine
                """);
        Member member = read.specification().operations().get(0);
        assertThat(member.origin().at("").line()).isEqualTo(8);
        assertThat(member.origin().at("").source()).isEqualTo("spec.yaml");
        assertThat(member.origin().at("/displayName").line()).isEqualTo(8);
        assertThat(member.origin().at("/method").line()).isEqualTo(8);
        assertThat(member.origin().at("/urlTemplate").line()).isEqualTo(5);
        assertThat(member.origin().at("/templateParameters/0/type").line()).isEqualTo(6);
        assertThat(member.origin().at("/request/representations/0/contentType").line())
                .isEqualTo(11);
        assertThat(member.origin().at("/responses/0").line()).isEqualTo(14);
        assertThat(member.origin().at("/nothing/here").line()).isEqualTo(8);
    }

    @Test
    void aSchemaKnowsItsPlace() {
        Member schemas = ReadText.paths("""
                  /a:
                    post:
                      requestBody:
                        content:
                          text/plain: {schema: {type: string, maxLength: 1}}
                components:
                  schemas:
                    A: {type: string}
                    B: {type: string}
                """).specification().schemas().get(0);
        assertThat(schemas.origin().at("/document/components/schemas/B/type").line())
                .isEqualTo(12);
        assertThat(schemas.origin()
                        .at("/document/components/schemas/APostRequest")
                        .line())
                .isEqualTo(8);
        assertThat(schemas.origin().at("").line()).isEqualTo(11);
    }
}
