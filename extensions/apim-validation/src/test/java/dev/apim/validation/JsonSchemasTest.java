package dev.apim.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.validation.Definition.BrokenSchemaException;
import dev.apim.validation.Definition.Content;
import dev.apim.validation.Definition.Mistake;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemasTest {
    private static List<Mistake> check(String schema, boolean openApi, JsonOptions options, String body)
            throws Exception {
        return new JsonDefinition(JsonSchemas.compile(schema, "", openApi, options), options.foldsCase())
                .check(new Content(body.getBytes(StandardCharsets.UTF_8), "application/json", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"string\",\"nullable\":true} | null | true",
                "{\"type\":\"string\"} | null | false",
                "{\"minimum\":1,\"exclusiveMinimum\":true} | 1 | false",
                "{\"exclusiveMinimum\":1} | 1 | false",
                "{\"type\":[\"string\",\"null\"]} | null | true",
                "{\"$schema\":\"http://json-schema.org/draft-04/schema#\",\"minimum\":1,\"exclusiveMinimum\":true} | 1 | false",
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"const\":2} | 1 | false",
                "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"prefixItems\":[{\"type\":\"string\"}]} | [1] | false",
                "{\"type\":\"string\",\"format\":\"date-time\"} | \"yesterday\" | false",
                "{\"type\":\"string\",\"format\":\"date-time\"} | \"2024-01-01T00:00:00Z\" | true",
                "{\"type\":\"string\",\"format\":\"uuid\"} | \"x\" | false",
                "{\"x-own\":1,\"properties\":{\"const\":{\"nullable\":true,\"type\":\"string\"}}} | {\"const\":null} | true"
            })
    void aSchemaIsReadInTheDialectItIsWrittenIn(String schema, String body, boolean fits) throws Exception {
        assertThat(check(schema, !schema.contains("$schema"), JsonOptions.NONE, body)
                        .isEmpty())
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\":\"http://127.0.0.1:1/x.json\"}",
                "{\"$ref\":\"file:///etc/passwd\"}",
                "{\"$ref\":\"classpath:/draft-07.json\"}",
                "{\"$ref\":\"#/nowhere\"}",
                "{\"$schema\":\"http://127.0.0.1:1/dialect\"}",
                "{\"pattern\":\"(\"}"
            })
    void whatLeadsOutsideOrNowhereIsBroken(String schema) {
        assertThatThrownBy(() -> JsonSchemas.compile(schema, "", false, JsonOptions.NONE))
                .isInstanceOf(BrokenSchemaException.class);
    }

    @Test
    void aSchemaThatHoldsItselfIsFine() throws Exception {
        String tree = "{\"properties\":{\"left\":{\"$ref\":\"#\"}},\"additionalProperties\":false}";

        assertThat(check(tree, false, JsonOptions.NONE, "{\"left\":{\"left\":{}}}"))
                .isEmpty();
        assertThat(check(tree, false, JsonOptions.NONE, "{\"left\":{\"right\":{}}}"))
                .hasSize(1);
    }

    @Test
    void closingAnObjectLeavesThePartsItIsMadeOfOpen() throws Exception {
        String parts = "{\"allOf\":[{\"$ref\":\"#/definitions/a\"},{\"properties\":{\"b\":{\"type\":\"string\"}}}],"
                + "\"definitions\":{\"a\":{\"properties\":{\"a\":{\"properties\":{\"x\":{}}}}}}}";
        JsonOptions closed = new JsonOptions(false, false);

        assertThat(check(parts, false, closed, "{\"a\":{\"x\":1},\"b\":\"t\"}")).isEmpty();
        assertThat(check(parts, false, closed, "{\"a\":{\"y\":1}}")).hasSize(1);
    }

    @Test
    void aPropertyMayHaveTheNameOfAKeyword() throws Exception {
        String named =
                "{\"properties\":{\"default\":{\"properties\":{\"Id\":{\"type\":\"integer\"}}},\"properties\":{\"type\":\"object\"}}}";
        JsonOptions closed = new JsonOptions(false, true);

        assertThat(check(named, false, closed, "{\"Default\":{\"ID\":1},\"properties\":{}}"))
                .isEmpty();
        assertThat(check(named, false, closed, "{\"default\":{\"id\":\"x\",\"more\":1}}"))
                .hasSize(2);
        assertThat(check(named, false, closed, "{\"additionalProperties\":1}")).hasSize(1);
    }

    @Test
    void anExampleSaysNothingAboutTheDialect() throws Exception {
        String schema =
                "{\"components\":{\"schemas\":{\"T\":{\"type\":\"string\",\"nullable\":true,\"example\":{\"const\":1}}}}}";
        JsonDefinition definition =
                new JsonDefinition(JsonSchemas.compile(schema, "/components/schemas/T", true, JsonOptions.NONE), false);

        assertThat(definition.check(com.fasterxml.jackson.databind.node.NullNode.getInstance()))
                .isEmpty();
    }

    @Test
    void openingAnObjectLeavesItsDataAlone() throws Exception {
        String schema =
                "{\"additionalProperties\":false,\"properties\":{\"a\":{\"enum\":[{\"additionalProperties\":1}]}}}";
        JsonOptions open = new JsonOptions(true, false);

        assertThat(check(schema, false, open, "{\"b\":1,\"a\":{\"additionalProperties\":1}}"))
                .isEmpty();
        assertThat(check(schema, false, open, "{\"a\":{}}")).hasSize(1);
    }

    @Test
    void notMoreMistakesAreToldThanAnybodyReads() throws Exception {
        String body = "[" + "\"x\",".repeat(500) + "\"x\"]";

        assertThat(check("{\"items\":{\"type\":\"integer\"}}", false, JsonOptions.NONE, body))
                .hasSize(Definition.MOST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"^[a-z]+$ | ^[a-z]+\\z", "[[a]$ | [\\[a]\\z", "a\\$[&&b] | a\\$[\\&\\&b]", "[^]x[] | [\\s\\S]x(?!)"
            })
    void aPatternMeansWhatItMeansInEcmaScript(String ecma, String java) {
        assertThat(EcmaPattern.javaOf(ecma)).isEqualTo(java);
    }

    @Test
    void aNumberThatIsLongOnceItIsDividedIsRefused() {
        assertThatThrownBy(() -> check("{\"multipleOf\":0.01}", false, JsonOptions.NONE, "[1e400000000]"))
                .isInstanceOf(Definition.UnreadableException.class)
                .hasMessageContaining("A number has more than 1000 digits");
    }

    @Test
    void theEndIsTheVeryEnd() {
        assertThat(new EcmaPattern("^[a-z]+$").matches("abc\n")).isFalse();
    }
}
