package dev.apim.core.artifact;

import static dev.apim.core.resource.Found.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.core.resource.Property;
import dev.apim.core.resource.ResourceType;
import dev.apim.core.resource.ResourceTypes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Folders that are wrong by construction: one mistake in one file of a sound folder. Each is refused, where the mistake is. */
class InvalidArtifactsTest {
    /** Where a sound example of each type stands, and its properties. */
    private static final Map<String, String[]> SOUND = Map.ofEntries(
            Map.entry("apis", new String[] {"apis/a/apiInformation.json", "\"path\":\"a\",\"displayName\":\"A\""}),
            Map.entry("apis/operations", new String[] {
                "apis/a/operations/o/operationInformation.json",
                "\"displayName\":\"O\",\"method\":\"GET\",\"urlTemplate\":\"/o\""
            }),
            Map.entry("apis/schemas", new String[] {
                "apis/a/schemas/s/schemaInformation.json", "\"contentType\":\"x/y\",\"document\":{}"
            }),
            Map.entry("apiVersionSets", new String[] {
                "versionSets/v/versionSetInformation.json", "\"displayName\":\"V\",\"versioningScheme\":\"Segment\""
            }),
            Map.entry("products", new String[] {"products/p/productInformation.json", "\"displayName\":\"P\""}),
            Map.entry(
                    "products/apiLinks",
                    new String[] {"products/p/apiLinks/l/productApiLinkInformation.json", "\"apiId\":\"/apis/a\""}),
            Map.entry("products/groupLinks", new String[] {
                "products/p/groupLinks/l/productGroupLinkInformation.json", "\"groupId\":\"/groups/guests\""
            }),
            Map.entry("groups", new String[] {"groups/g/groupInformation.json", "\"displayName\":\"G\""}),
            Map.entry("users", new String[] {
                "users/u/userInformation.json", "\"email\":\"u@x\",\"firstName\":\"U\",\"lastName\":\"V\""
            }),
            Map.entry(
                    "subscriptions",
                    new String[] {"subscriptions/s/subscriptionInformation.json", "\"scope\":\"/apis/a\""}),
            Map.entry(
                    "namedValues",
                    new String[] {"namedValues/n/namedValueInformation.json", "\"displayName\":\"n\",\"value\":\"x\""}),
            Map.entry("backends", new String[] {"backends/b/backendInformation.json", "\"url\":\"https://b.test\""}),
            Map.entry(
                    "policyFragments",
                    new String[] {"policyFragments/f/policyFragmentInformation.json", "\"value\":\"<fragment/>\""}),
            Map.entry(
                    "schemas",
                    new String[] {"schemas/s/schemaInformation.json", "\"schemaType\":\"json\",\"document\":{}"}),
            Map.entry("tags", new String[] {"tags/t/tagInformation.json", "\"displayName\":\"T\""}),
            Map.entry("workspaces", new String[] {"workspaces/w/workspaceInformation.json", "\"displayName\":\"W\""}));

    @TempDir
    private Path directory;

    /**
     * One mistake.
     *
     * @param what it is
     * @param file that holds it
     * @param text of the file
     */
    record Mistake(String what, String file, String text) {
        @Override
        public String toString() {
            return file + ": " + what;
        }
    }

    static Stream<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        SOUND.forEach((name, example) -> {
            ResourceType type = ResourceTypes.named(name).orElseThrow();
            malformed(example[0]).forEach(mistakes::add);
            type.properties().forEach(rule -> broken(rule, example, mistakes));
        });
        references(mistakes);
        meanings(mistakes);
        return mistakes.stream();
    }

    private static List<Mistake> malformed(String file) {
        return List.of(
                new Mistake("empty", file, ""),
                new Mistake("cut off", file, "{\"properties\": {\"displayName\": \"x\""),
                new Mistake("a list", file, "[]"),
                new Mistake("no JSON", file, "properties: {}"),
                new Mistake("a name twice", file, "{\"properties\": {\"path\": \"x\", \"path\": \"y\"}}"),
                new Mistake("no properties", file, "{\"name\": \"x\"}"),
                new Mistake("properties that are a list", file, "{\"properties\": []}"),
                new Mistake("more after the end", file, "{\"properties\": {}} {}"),
                new Mistake("too deep", file, "{\"properties\": " + "[".repeat(200) + "]".repeat(200) + "}"),
                new Mistake("too large", file, "{\"properties\": {\"x\": \"" + "x".repeat(1024 * 1024) + "\"}}"));
    }

    private static void broken(Property rule, String[] example, List<Mistake> mistakes) {
        String file = example[0];
        if (rule.isRequired()) {
            mistakes.add(new Mistake("no " + rule.name(), file, with(example, rule.name(), null)));
        }
        for (String wrong : wrongKinds(rule.kind())) {
            mistakes.add(new Mistake(rule.name() + " = " + wrong, file, with(example, rule.name(), wrong)));
        }
        if (rule.kind() == Property.Kind.TEXT && rule.max() < 5_000 && rule.max() > 0) {
            String text = "\"" + "x".repeat((int) rule.max() + 1) + "\"";
            mistakes.add(new Mistake(rule.name() + " too long", file, with(example, rule.name(), text)));
        }
        if (rule.kind() == Property.Kind.TEXT && rule.min() > 0) {
            mistakes.add(new Mistake(rule.name() + " empty", file, with(example, rule.name(), "\"\"")));
        }
        if (!rule.values().isEmpty()) {
            String wrong = rule.kind() == Property.Kind.TEXTS ? "[\"nonsense\"]" : "\"nonsense\"";
            mistakes.add(new Mistake(rule.name() + " nonsense", file, with(example, rule.name(), wrong)));
        }
    }

    private static List<String> wrongKinds(Property.Kind kind) {
        return switch (kind) {
            case TEXT -> List.of("7", "true", "[]", "{}");
            case FLAG -> List.of("\"true\"", "1", "{}");
            case INTEGER -> List.of("\"7\"", "1.5", "{}");
            case TEXTS -> List.of("\"x\"", "[7]", "{}");
            case OBJECT -> List.of("\"x\"", "[]", "7");
            case OBJECTS -> List.of("\"x\"", "{}", "[7]");
        };
    }

    private static String with(String[] example, String name, @org.jspecify.annotations.Nullable String value) {
        List<String> members = new ArrayList<>();
        for (String member : example[1].split(",(?=\")", -1)) {
            if (!member.startsWith("\"" + name + "\":")) {
                members.add(member);
            }
        }
        if (value != null) {
            members.add("\"" + name + "\":" + value);
        }
        return "{\"properties\": {\n" + String.join(",\n", members) + "}}";
    }

    private static void references(List<Mistake> mistakes) {
        for (String bad : List.of("/apis/nowhere", "nowhere", "/products/p", "/", "", "/apis/", "/apis/a/b/c", "//a")) {
            mistakes.add(new Mistake("apiId " + bad, file("products/apiLinks"), info("\"apiId\":\"" + bad + "\"")));
        }
        for (String bad : List.of(
                "/products/nowhere", "/apis/nowhere", "/groups/g", "p", "", "/products", "/workspaces/x/apis/a")) {
            mistakes.add(new Mistake("scope " + bad, file("subscriptions"), info("\"scope\":\"" + bad + "\"")));
        }
        for (String bad : List.of("nowhere", "/apiVersionSets/nowhere", "/apis/a")) {
            mistakes.add(new Mistake(
                    "version set " + bad, file("apis"), info("\"path\":\"a\",\"apiVersionSetId\":\"" + bad + "\"")));
        }
        for (String bad : List.of(
                "products/p/apis/nowhere/productApiInformation.json",
                "products/p/groups/nowhere/productGroupInformation.json",
                "groups/g/users/nowhere/groupUserInformation.json",
                "tags/t/apis/nowhere/tagApiInformation.json",
                "tags/t/products/nowhere/tagProductInformation.json")) {
            mistakes.add(new Mistake("leads nowhere", bad, "{}"));
        }
        mistakes.add(new Mistake("leads nowhere", "products/p/apis.json", "[{\"name\": \"nowhere\"}]"));
        mistakes.add(new Mistake("no list", "products/p/apis.json", "{}"));
        mistakes.add(new Mistake("no name", "products/p/groups.json", "[{}]"));
    }

    private static void meanings(List<Mistake> mistakes) {
        String operation = "apis/a/operations/other/operationInformation.json";
        for (String template : List.of("o", "/o", "/O/", "/{x}", "/{", "/}", "/{}", "/a b", "/a#b")) {
            mistakes.add(new Mistake(
                    "template " + template,
                    operation,
                    info("\"displayName\":\"O\",\"method\":\"GET\",\"urlTemplate\":\"" + template + "\"")));
        }
        for (String path : List.of("a", "A", "/a/", "x?y", "x#y", "x y", "{x}", "x/../y", "..", "x\\\\y")) {
            mistakes.add(
                    new Mistake("path " + path, "apis/other/apiInformation.json", info("\"path\":\"" + path + "\"")));
        }
        for (String name : List.of("a;rev=", "a;rev=1", "gone;rev=2", "a*b", "a#b", "a&b", "a+b", "a<b")) {
            mistakes.add(new Mistake("name", "apis/" + name + "/apiInformation.json", info("\"path\":\"other\"")));
        }
        mistakes.add(new Mistake(
                "another revision", "apis/a;rev=2/apiInformation.json", info("\"path\":\"a\",\"apiRevision\":\"3\"")));
        mistakes.add(new Mistake(
                "no query name", file("apiVersionSets"), info("\"displayName\":\"V\",\"versioningScheme\":\"Query\"")));
        mistakes.add(new Mistake(
                "no header name",
                file("apiVersionSets"),
                info("\"displayName\":\"V\",\"versioningScheme\":\"Header\"")));
        mistakes.add(new Mistake(
                "name taken",
                "namedValues/m/namedValueInformation.json",
                info("\"displayName\":\"N\",\"value\":\"x\"")));
        mistakes.add(new Mistake(
                "email taken",
                "users/v/userInformation.json",
                info("\"email\":\"U@x\",\"firstName\":\"U\",\"lastName\":\"V\"")));
        for (String backend : List.of(
                "\"type\":\"Pool\"",
                "\"type\":\"Pool\",\"pool\":{\"services\":[]}",
                "\"type\":\"Pool\",\"pool\":{\"services\":[{\"id\":\"/backends/nowhere\"}]}",
                "\"type\":\"Pool\",\"pool\":{\"services\":[{\"id\":\"/backends/c\"}]}",
                "\"url\":\"b.test\"",
                "\"url\":\"ftp://b.test\"",
                "\"url\":\"https://{{nowhere}}\"",
                "\"url\":\"{{n}}\"",
                "\"url\":\"https://b\",\"credentials\":{\"certificate\":[\"AB\"]}",
                "\"url\":\"https://b\",\"credentials\":{\"certificateIds\":[\"nowhere\"]}")) {
            mistakes.add(new Mistake("backend " + backend, "backends/c/backendInformation.json", info(backend)));
        }
        for (String certificate : List.of("\"data\":\"%%%\"", "\"data\":\"AAAA\"", "\"data\":\"{{env:NOWHERE}}\"")) {
            mistakes.add(new Mistake("certificate", "certificates/c/certificateInformation.json", info(certificate)));
        }
        mistakes.add(new Mistake("too large", "policy.xml", "x".repeat(256 * 1024 + 1)));
        mistakes.add(new Mistake("too large", "policyFragments/f/policy.xml", "x".repeat(512 * 1024 + 1)));
        mistakes.add(new Mistake("malformed", "apis/a/specification.yaml", "one two three\nfour"));
        mistakes.add(new Mistake("no file of its own", "products/q/policy.xml", Folder.POLICY));
    }

    private static String file(String type) {
        return in(SOUND, type)[0];
    }

    private static String info(String properties) {
        return "{\"properties\": {" + properties + "}}";
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("mistakes")
    void aMistakeIsRefusedWhereItIs(Mistake mistake) {
        Folder folder = sound().file(mistake.file(), mistake.text());

        assertThat(folder.configuration()).isEmpty();
        assertThat(folder.issues)
                .filteredOn(Issue::isError)
                .isNotEmpty()
                .allSatisfy(issue -> assertThat(issue.message()).isNotBlank().doesNotContain("Exception"))
                .anySatisfy(issue -> assertThat(issue.position().source())
                        .startsWith(
                                directory.resolve(mistake.file().split("/")[0]).toString()));
    }

    @Test
    void theFolderIsSoundWithoutAMistake() {
        sound().valid();

        assertThat(mistakes().count()).isGreaterThanOrEqualTo(300);
    }

    private Folder sound() {
        Folder folder = new Folder(directory);
        SOUND.values().forEach(example -> folder.info(example[0], example[1]));
        return folder.file("products/p/apis/a/productApiInformation.json", "{}");
    }
}
