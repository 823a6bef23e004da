package dev.apim.core.artifact;

import static dev.apim.core.resource.Found.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.ApimException;
import dev.apim.ConfigurationException;
import dev.apim.Position;
import dev.apim.core.resource.ApiEntry;
import dev.apim.core.resource.Configuration;
import dev.apim.model.Operation;
import dev.apim.resource.Resource;
import dev.apim.resource.ResourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder in either spelling gives. */
class ArtifactFolderTest {
    @TempDir
    private Path directory;

    private Folder folder;

    @BeforeEach
    void open() {
        folder = new Folder(directory);
    }

    private Folder older() {
        return folder.file("policy.xml", Folder.POLICY)
                .info(
                        "version sets/orders/versionSetInformation.json",
                        "\"displayName\":\"Orders\",\"versioningScheme\":\"Segment\"")
                .info(
                        "apis/orders-v1/apiInformation.json",
                        "\"path\":\"orders/v1\",\"apiVersion\":\"v1\",\"apiVersionSetId\":\"/subscriptions/0/resourceGroups/g/providers/Microsoft.ApiManagement/service/contoso/apiVersionSets/orders\"")
                .file("apis/orders-v1/specification.yaml", "get-order GET /orders\nput-order PUT /orders")
                .file("apis/orders-v1/policy.xml", Folder.POLICY)
                .file("apis/orders-v1/operations/get-order/policy.xml", Folder.POLICY)
                .info(
                        "apis/orders-v1;rev=2/apiInformation.json",
                        "\"path\":\"orders/v1\",\"apiVersion\":\"v1\",\"apiRevision\":\"2\",\"apiVersionSetId\":\"orders\"")
                .info("products/starter/productInformation.json", "\"displayName\":\"Starter\",\"state\":\"published\"")
                .file("products/starter/policy.xml", Folder.POLICY)
                .file("products/starter/apis/orders-v1/productApiInformation.json", "{}")
                .file("products/starter/groups/developers/productGroupInformation.json", "{}")
                .info(
                        "named values/base/namedValueInformation.json",
                        "\"displayName\":\"base-url\",\"value\":\"https://base.test\"")
                .info("backends/main/backendInformation.json", "\"url\":\"{{base-url}}/x\",\"protocol\":\"http\"")
                .info("policy fragments/limits/policyFragmentInformation.json", "\"description\":\"d\"")
                .file("policy fragments/limits/policy.xml", "<fragment/>")
                .info("tags/internal/tagInformation.json", "\"displayName\":\"Internal\"")
                .file("tags/internal/apis/orders-v1/tagApiInformation.json", "{}")
                .info(
                        "subscriptions/acme/subscriptionInformation.json",
                        "\"displayName\":\"Acme\",\"scope\":\"/products/starter\"");
    }

    private Folder newer() {
        return folder.file("policy.xml", Folder.POLICY)
                .info(
                        "versionSets/orders/versionSetInformation.json",
                        "\"displayName\":\"Orders\",\"versioningScheme\":\"Segment\"")
                .info(
                        "apis/orders-v1/apiInformation.json",
                        "\"path\":\"orders\",\"apiVersion\":\"v1\",\"apiVersionSetId\":\"/apiVersionSets/orders\",\"serviceUrl\":\"https://described.test\",\"displayName\":\"From the description\"")
                .info(
                        "apis/orders-v1/operations/get-order/operationInformation.json",
                        "\"displayName\":\"get-order\",\"method\":\"GET\",\"urlTemplate\":\"/orders\"")
                .info(
                        "apis/orders-v1/operations/put-order/operationInformation.json",
                        "\"displayName\":\"put-order\",\"method\":\"PUT\",\"urlTemplate\":\"/orders\"")
                .file("apis/orders-v1/policy.xml", Folder.POLICY)
                .file("apis/orders-v1/operations/get-order/policy.xml", Folder.POLICY)
                .info(
                        "apis/orders-v1;rev=2/apiInformation.json",
                        "\"path\":\"orders\",\"apiVersion\":\"v1\",\"apiRevision\":\"2\",\"apiVersionSetId\":\"orders\"")
                .info("products/starter/productInformation.json", "\"displayName\":\"Starter\",\"state\":\"published\"")
                .file("products/starter/policy.xml", Folder.POLICY)
                .file("products/starter/apis.json", "[{\"name\": \"orders-v1\"}]")
                .file("products/starter/groups.json", "[{\"name\": \"developers\"}]")
                .info(
                        "namedValues/base/namedValueInformation.json",
                        "\"displayName\":\"base-url\",\"value\":\"https://base.test\"")
                .info("backends/main/backendInformation.json", "\"url\":\"{{base-url}}/x\",\"protocol\":\"http\"")
                .info(
                        "policyFragments/limits/policyFragmentInformation.json",
                        "\"value\":\"<fragment/>\",\"format\":\"rawxml\"")
                .info("tags/internal/tagInformation.json", "\"displayName\":\"Internal\"")
                .file("apis/orders-v1/tags/internal/tagInformation.json", "{}")
                .info(
                        "subscriptions/acme/subscriptionInformation.json",
                        "\"displayName\":\"Acme\",\"scope\":\"/products/starter\"");
    }

    @Test
    void theOlderToolsFolderIsRead() {
        assertConfigured(older().valid());
        assertThat(folder.issues).isEmpty();
    }

    @Test
    void theNewerToolsFolderIsRead() {
        assertConfigured(newer().valid());
        assertThat(folder.issues).isEmpty();
    }

    private static void assertConfigured(Configuration configuration) {
        ApiEntry api = in(configuration.apis(), "/apis/orders-v1");
        assertThat(api.api().path()).isEqualTo("orders");
        assertThat(api.api().displayName()).isEqualTo("From the description");
        assertThat(api.api().serviceUrl()).isEqualTo("https://described.test");
        assertThat(api.api().subscriptionRequired()).isTrue();
        assertThat(api.operations()).extracting(Operation::id).containsExactly("get-order", "put-order");
        assertThat(api.operationPolicies()).containsOnlyKeys("get-order");
        assertThat(api.policy()).isNotNull();
        assertThat(in(configuration.apis(), "/apis/orders-v1;rev=2").api())
                .satisfies(revision -> assertThat(revision.isCurrent()).isFalse())
                .satisfies(revision -> assertThat(revision.revision()).isEqualTo("2"))
                .satisfies(revision -> assertThat(revision.path()).isEqualTo("orders"));
        assertThat(in(configuration.products(), "starter").product().apiIds()).containsExactly("orders-v1");
        assertThat(in(configuration.products(), "starter").product().groupIds()).containsExactly("developers");
        assertThat(in(configuration.products(), "starter").policy()).isNotNull();
        assertThat(in(configuration.backends(), "main").url()).isEqualTo("https://base.test/x");
        assertThat(in(configuration.fragments(), "limits").document().value()).isEqualTo("<fragment/>");
        assertThat(in(configuration.subscriptions(), "acme").primaryKey()).matches("[0-9a-f]{32}");
        assertThat(configuration.policy()).isPresent();
    }

    @Test
    void workspacesHoldTheSameTreeAndKeepTheirNamesToThemselves() {
        folder.api("orders", "orders")
                .info("workspaces/w/workspaceInformation.json", "\"displayName\":\"W\"")
                .file("workspaces/w/policy.xml", Folder.POLICY)
                .info("workspaces/w/apis/orders/apiInformation.json", "\"path\":\"w/orders\",\"displayName\":\"x\"")
                .info(
                        "workspaces/w/namedValues/n/namedValueInformation.json",
                        "\"displayName\":\"n\",\"value\":\"inner\"")
                .info("namedValues/n/namedValueInformation.json", "\"displayName\":\"n\",\"value\":\"outer\"")
                .info("workspaces/w/products/p/productInformation.json", "\"displayName\":\"P\"")
                .info(
                        "workspaces/w/products/p/apiLinks/l/productApiLinkInformation.json",
                        "\"apiId\":\"/workspaces/w/apis/orders\"");

        Configuration configuration = folder.valid();

        assertThat(configuration.apis()).containsOnlyKeys("/apis/orders", "/workspaces/w/apis/orders");
        assertThat(in(configuration.apis(), "/workspaces/w/apis/orders").workspaceId())
                .isEqualTo("w");
        assertThat(in(configuration.namedValues(), "n").value()).isEqualTo("outer");
        assertThat(in(configuration.namedValues(), Configuration.key("w", "n")).value())
                .isEqualTo("inner");
        assertThat(in(configuration.products(), Configuration.key("w", "p"))
                        .product()
                        .apiIds())
                .containsExactly("orders");
        assertThat(in(configuration.workspaces(), "w").policy()).isNotNull();
    }

    @Test
    void aPolicyOfAnOperationThatIsNotThereIsAWarningAtItsFile() {
        older().file("apis/orders-v1/operations/gone/policy.xml", Folder.POLICY);

        assertThat(in(folder.valid().apis(), "/apis/orders-v1").operationPolicies())
                .doesNotContainKey("gone");
        assertThat(folder.warnings())
                .singleElement()
                .asString()
                .startsWith(
                        "apis/orders-v1/operations/gone/policy.xml:1:1: warning: the policy belongs to operation 'gone'");
    }

    @Test
    void aDescriptionThatNothingReadsNamesTheJarToAdd() {
        older().readers = List.of();

        folder.load();

        assertThat(folder.warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .startsWith("apis/orders-v1/specification.yaml:1:1: warning:")
                        .endsWith("add the jar apim-import"));
    }

    @Test
    void aMistakeInADescriptionIsReportedThere() {
        older().file("apis/orders-v1/specification.yaml", "get-order GET /orders\nnonsense");

        assertThat(folder.configuration()).isEmpty();
        assertThat(folder.errors()).contains("apis/orders-v1/specification.yaml:2:1: error: expected three words");
    }

    @Test
    void aGraphqlDescriptionBecomesASchema() {
        folder.info("apis/g/apiInformation.json", "\"path\":\"g\",\"type\":\"graphql\",\"displayName\":\"G\"")
                .file("apis/g/specification.graphql", "type Query { a: Int }");

        assertThat(in(folder.valid().apis(), "/apis/g").schemas())
                .singleElement()
                .satisfies(schema -> assertThat(schema.document()).isEqualTo("type Query { a: Int }"));
    }

    @Test
    void kindsWithoutAUseAreKeptAndNamedInOneWarning() {
        folder.info("loggers/azuremonitor/loggerInformation.json", "\"loggerType\":\"azureMonitor\"")
                .info("diagnostics/azuremonitor/diagnosticInformation.json", "\"loggerId\":\"/loggers/azuremonitor\"")
                .info("gateways/g/gatewayInformation.json", "\"description\":\"d\"");

        Configuration configuration = folder.valid();

        assertThat(configuration.loggers().get("azuremonitor"))
                .satisfies(logger -> assertThat(logger.type()).isEqualTo("azureMonitor"));
        assertThat(configuration.resource(ResourcePath.of("/gateways/g"))).isPresent();
        assertThat(folder.warnings()).singleElement().asString().endsWith("their kinds: diagnostics, gateways");
    }

    @Test
    void anUnknownFolderIsAWarning() {
        folder.api("a", "a").file("apis/a/notes/readme.txt", "x").file("stuff/x.json", "{}");

        folder.valid();

        assertThat(folder.warnings())
                .containsExactlyInAnyOrder(
                        "stuff:1:1: warning: the folder is none that Azure's tools write here: passed over with all in it",
                        "apis/a/notes:1:1: warning: the folder is none that Azure's tools write here: passed over with all in it");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        folder.file("policy.xml", "\uFEFF<policies/>");

        assertThat(folder.valid().policy().orElseThrow().document().value()).isEqualTo("<policies/>");
    }

    @Test
    void malformedUtf8IsAnErrorAtItsLineAndColumn() {
        folder.bytes("policy.xml", new byte[] {'<', 'a', '>', '\n', 'x', (byte) 0xC3, '(', '\n'});

        folder.load();

        assertThat(folder.errors())
                .containsExactly("policy.xml:2:2: error: the file is not UTF-8 here: save it in that encoding");
    }

    @Test
    void aFileBeyondTheLimitIsRefused() {
        folder.file("policy.xml", "x".repeat(256 * 1024 + 1));

        folder.load();

        assertThat(folder.errors())
                .singleElement()
                .asString()
                .startsWith("policy.xml:1:1: error: the file has 262145 bytes");
    }

    @Test
    void linksThatLeaveTheFolderAreRefused(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("policy.xml"), "<stolen/>");
        Files.createSymbolicLink(directory.resolve("policy.xml"), elsewhere.resolve("policy.xml"));
        Files.createSymbolicLink(directory.resolve("products"), elsewhere);
        folder.api("a", "a");
        Files.createSymbolicLink(directory.resolve("apis/b"), elsewhere);

        Map<ResourcePath, Resource> resources = folder.load();

        assertThat(resources).containsOnlyKeys(ResourcePath.of("/apis/a"));
        assertThat(folder.errors()).hasSize(3).allMatch(error -> error.contains("the link leads out of"));
    }

    @Test
    void aLinkWithinTheFolderIsFollowed() throws IOException {
        folder.file("shared.xml", Folder.POLICY);
        Files.createSymbolicLink(directory.resolve("policy.xml"), directory.resolve("shared.xml"));

        assertThat(folder.valid().policy()).isPresent();
    }

    @Test
    void positionsPointIntoTheAuthorsFile() {
        folder.file(
                "products/p/productInformation.json",
                "{\n  \"properties\": {\n    \"displayName\": \"P\",\n    \"state\": \"sold\"\n  }\n}");

        assertThat(folder.configuration()).isEmpty();
        assertThat(folder.errors())
                .containsExactly("products/p/productInformation.json:4:14: error: state is 'sold', expected one of"
                        + " notPublished, published");
    }

    @Test
    void aPolicyStartsAtTheFirstCharacterOfItsFileOrAtItsStringInJson() {
        folder.file("policy.xml", Folder.POLICY)
                .file(
                        "policyFragments/f/policyFragmentInformation.json",
                        "{\"properties\": {\n  \"value\": \"<fragment/>\"}}");

        Configuration configuration = folder.valid();

        assertThat(configuration.policy().orElseThrow().start())
                .isEqualTo(Position.startOf(directory.resolve("policy.xml").toString()));
        assertThat(in(configuration.fragments(), "f").start())
                .isEqualTo(new Position(
                        directory
                                .resolve("policyFragments/f/policyFragmentInformation.json")
                                .toString(),
                        2,
                        12));
    }

    @Test
    void changesAreWrittenInTheSpellingTheFolderHas() {
        newer();
        ArtifactFolderStore store = folder.store();

        store.put(ResourcePath.of("/namedValues/next"), "{\"displayName\":\"next\",\"value\":\"1\"}", null);
        store.put(ResourcePath.of("/products/starter/groups/guests"), "{}", null);
        store.put(
                ResourcePath.of("/apis/orders-v1/policies/policy"),
                "{\"value\":\"<policies/>\",\"format\":\"rawxml\"}",
                "*");
        store.delete(ResourcePath.of("/products/starter/groups/developers"), null);

        assertThat(folder.read("namedValues/next/namedValueInformation.json"))
                .isEqualTo("{\n  \"properties\" : {\n    \"displayName\" : \"next\",\n    \"value\" : \"1\"\n  }\n}\n");
        assertThat(folder.read("products/starter/groups.json"))
                .contains("guests")
                .doesNotContain("developers");
        assertThat(folder.read("apis/orders-v1/policy.xml")).isEqualTo("<policies/>");
        assertThat(directory.resolve("named values")).doesNotExist();
        assertThat(in(folder.valid().products(), "starter").product().groupIds())
                .containsExactly("guests");
    }

    @Test
    void anOperationOfADescriptionCanBeChangedButNotTakenOut() {
        older();
        ArtifactFolderStore store = folder.store();
        ResourcePath operation = ResourcePath.of("/apis/orders-v1/operations/put-order");

        assertThatThrownBy(() -> store.delete(operation, "*"))
                .isInstanceOf(ApimException.class)
                .hasMessageContaining("specification.yaml: take it out there");
        store.put(operation, "{\"displayName\":\"Better\",\"method\":\"PUT\",\"urlTemplate\":\"/better\"}", "*");

        assertThat(in(folder.valid().apis(), "/apis/orders-v1").operations())
                .extracting(Operation::displayName)
                .containsExactly("get-order", "Better");
    }

    @Test
    void aBrokenFileIsNotTakenForAnAbsentResource() {
        folder.file("apis/a/apiInformation.json", "{ nonsense");
        ArtifactFolderStore store = folder.store();

        assertThatThrownBy(() -> store.find(ResourcePath.of("/apis/a"))).isInstanceOf(ConfigurationException.class);
        assertThat(store.find(ResourcePath.of("/apis/b"))).isEqualTo(Optional.empty());
    }

    @Test
    void aNameThatLeavesTheFolderIsRefused() {
        ArtifactFolderStore store = folder.api("a", "a").store();

        for (String path : List.of("/apis/..", "/apis/a/operations/..", "/backends/.hidden", "/caches/x/y/z")) {
            assertThatThrownBy(() -> store.put(ResourcePath.of(path), "{}", null))
                    .isInstanceOf(ApimException.class);
        }
        assertThat(directory).isDirectoryNotContaining("glob:**.json");
    }
}
