package dev.apim.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints what reading costs; nothing is asserted of time. */
@Tag("proof")
final class ReadingCostTest {
    private static final int OPERATIONS = 20;
    private static final int ROUNDS = 2_000;

    @Test
    void readingTwentyOperations() {
        String yaml = ReadText.withPaths(
                        "3.0.3",
                        IntStream.range(0, OPERATIONS)
                                .mapToObj(i -> """
                  /pets%d/{id}:
                    get:
                      operationId: pet%d
                      parameters:
                      - {name: id, in: path, required: true, schema: {type: string}}
                      - {name: q, in: query, required: true, schema: {type: integer, maximum: 9}}
                      responses:
                        200: {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                """.formatted(i, i))
                                .reduce("", String::concat))
                + "components: {schemas: {Pet: {type: object}}}\n";
        String json = jsonOf(yaml);
        for (String text : Stream.of(yaml, json).toList()) {
            measure(text);
        }
    }

    private static String jsonOf(String yaml) {
        return dev.apim.core.json.PositionedTree.read("a", yaml, issue -> {})
                .orElseThrow()
                .root()
                .toString();
    }

    private static void measure(String text) {
        long start = 0;
        for (int i = 0; i < 2 * ROUNDS; i++) {
            if (i == ROUNDS) {
                start = System.nanoTime();
            }
            assertThat(ReadText.of("a", text, true).specification().operations())
                    .hasSize(OPERATIONS);
        }
        System.out.printf(
                "%s, %d characters: %d µs a reading%n",
                text.startsWith("{") ? "JSON" : "YAML", text.length(), (System.nanoTime() - start) / ROUNDS / 1_000);
    }
}
