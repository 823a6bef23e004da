package dev.apim.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apim.importing.SpecGenerator.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Descriptions that are invalid by construction, made from seeds: cut off, too large, with values of the wrong type, with references
 * that lead nowhere, nested or multiplied beyond limits, with a key twice. What is wrong follows from how each was made, never from what a reader says of
 * it.
 */
public final class InvalidSpecs {
    private final Random random;
    private final List<InvalidSpec> specs = new ArrayList<>();

    /**
     * One of them.
     *
     * @param fault what was done to it, such as {@code truncated at 311}
     * @param fileName ends in {@code .json} or {@code .yaml}
     * @param text the description
     */
    public record InvalidSpec(String fault, String fileName, String text) {
        @Override
        public String toString() {
            return fileName + ": " + fault;
        }
    }

    private InvalidSpecs(long seed) {
        this.random = new Random(seed);
    }

    /** At least 300, of every kind and every version of the format. */
    public static List<InvalidSpec> from(long seed) {
        InvalidSpecs made = new InvalidSpecs(seed);
        for (Version version : Version.values()) {
            for (int i = 0; i < 8; i++) {
                ObjectNode valid = SpecGenerator.generate(made.random.nextLong(), version);
                made.truncated(valid);
                made.wrongTypes(valid);
                made.brokenReference(valid);
                made.duplicateKey(valid);
            }
            made.oversized(SpecGenerator.generate(made.random.nextLong(), version));
            made.nested(version);
        }
        made.aliasBombs();
        return List.copyOf(made.specs);
    }

    /** Any beginning of a JSON object that lacks its last brace, and YAML that ends within quotes. */
    private void truncated(ObjectNode valid) {
        String json = valid.toString();
        for (int i = 0; i < 3; i++) {
            int end = random.nextInt(json.length());
            add("truncated at " + end, "json", json.substring(0, end));
        }
        // our writer quotes the version of the format's own text and folds nothing, so that quote marks are delimiters
        String yaml = SpecGenerator.yaml(valid);
        int quote = yaml.indexOf('"', random.nextInt(yaml.length() / 2));
        int open = quotesBefore(yaml, quote) % 2 == 0 ? quote : yaml.indexOf('"', quote + 1);
        add("truncated within quotes at " + (open + 2), "yaml", yaml.substring(0, open + 2));
    }

    private static long quotesBefore(String text, int end) {
        return text.substring(0, end).chars().filter(c -> c == '"').count();
    }

    private void wrongTypes(ObjectNode valid) {
        List<TypedPlaces.TypedPlace> places = TypedPlaces.of(valid);
        for (int i = 0; i < 5; i++) {
            TypedPlaces.TypedPlace place = places.get(random.nextInt(places.size()));
            ObjectNode mutated = valid.deepCopy();
            List<JsonNode> wrong = place.wrong();
            JsonNode value = wrong.get(random.nextInt(wrong.size()));
            TypedPlaces.replace(mutated, place.pointer(), value);
            String fault = place.pointer() + " became " + value;
            if (random.nextBoolean()) {
                add(fault, "json", mutated.toString());
            } else {
                add(fault, "yaml", SpecGenerator.yaml(mutated));
            }
        }
    }

    private void brokenReference(ObjectNode valid) {
        List<String> references = new ArrayList<>();
        references(valid, "", references);
        String[] wrong = {"#/nowhere/at/all", "https://example.org/other.json#/a", "other.yaml", "", "#missing-slash/x"
        };
        ObjectNode mutated = valid.deepCopy();
        String at = references.get(random.nextInt(references.size()));
        String to = wrong[random.nextInt(wrong.length)];
        TypedPlaces.replace(mutated, at, mutated.textNode(to));
        add(at + " leads to '" + to + "'", "json", mutated.toString());
    }

    private static void references(JsonNode node, String pointer, List<String> found) {
        node.properties().forEach(e -> {
            String next = pointer + "/" + e.getKey().replace("~", "~0").replace("/", "~1");
            // only what an operation or a schema uses is read, and an unused component is not
            boolean read = !next.matches("/components/(requestBodies|responses)/.*");
            if (e.getKey().equals("$ref") && read && !isDroppedBody(next)) {
                found.add(next);
            }
            references(e.getValue(), next, found);
        });
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            references(node.get(i), pointer + "/" + i, found);
        }
    }

    private static boolean isDroppedBody(String pointer) {
        return pointer.matches("/paths/[^/]+/(get|head|options)/requestBody.*");
    }

    private void duplicateKey(ObjectNode valid) {
        String json = valid.toString();
        add("'info' twice", "json", json.substring(0, json.length() - 1) + ",\"info\":{\"title\":\"again\"}}");
        add("'info' twice", "yaml", SpecGenerator.yaml(valid) + "info:\n  title: again\n");
    }

    private void oversized(ObjectNode valid) {
        ObjectNode large = valid.deepCopy();
        large.put("x-filling", "f".repeat(4 * 1024 * 1024));
        add("larger than 4 MiB", "json", large.toString());
    }

    private void nested(Version version) {
        for (int depth : new int[] {150, 5_000, 200_000}) {
            String start = SpecGenerator.generate(depth, version).toString();
            String open = start.substring(0, start.length() - 1) + ",\"x-deep\":";
            add(depth + " lists deep", "json", open + "[".repeat(depth) + "]".repeat(depth) + "}");
            add(depth + " objects deep", "json", open + "{\"a\":".repeat(depth) + "1" + "}".repeat(depth) + "}");
            String yaml = SpecGenerator.yaml(SpecGenerator.generate(depth, version));
            add(depth + " lists deep", "yaml", yaml + "x-deep: " + "[".repeat(depth) + "]".repeat(depth) + "\n");
        }
    }

    private void aliasBombs() {
        for (Version version : Version.values()) {
            String yaml = SpecGenerator.yaml(SpecGenerator.generate(1, version));
            for (int width : new int[] {9, 30}) {
                StringBuilder bomb = new StringBuilder("x-bomb:\n  - &a0 [lol, lol]\n");
                for (int i = 1; i < 9; i++) {
                    bomb.append("  - &a%d [%s]\n".formatted(i, ("*a" + (i - 1) + ", ").repeat(width)));
                }
                add("aliases of aliases, " + width + " wide", "yaml", yaml + bomb);
            }
            add("an alias of itself", "yaml", yaml + "x-self: &self [*self]\n");
            add("an alias of nothing", "yaml", yaml + "x-none: *nothing\n");
        }
    }

    private void add(String fault, String extension, String text) {
        specs.add(new InvalidSpec(fault.toLowerCase(Locale.ROOT), "spec" + specs.size() + "." + extension, text));
    }
}
