package dev.apim.core.artifact;

import static dev.apim.core.resource.Found.in;
import static dev.apim.core.resource.Found.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.core.resource.Configuration;
import dev.apim.resource.ResourcePath;
import dev.apim.resource.SecretStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What differs in one environment. */
class OverridesTest {
    private static final String BACKEND =
            "\"url\":\"https://dev.test\",\"protocol\":\"http\",\"tls\":{\"validateCertificateChain\":true,\"validateCertificateName\":false}";

    @TempDir
    private Path directory;

    private Folder folder;

    @BeforeEach
    void open() {
        folder = new Folder(directory);
    }

    @Test
    void propertiesAreMergedDeepByName() {
        folder.info("backends/main/backendInformation.json", BACKEND).overriding("""
                        apimServiceName: prod
                        backends:
                          - name: main
                            properties:
                              url: https://prod.test
                              tls:
                                validateCertificateChain: false
                        """);

        assertThat(in(folder.valid().backends(), "main"))
                .satisfies(b -> assertThat(b.url()).isEqualTo("https://prod.test"))
                .satisfies(b -> assertThat(b.validateCertificateChain()).isFalse())
                .satisfies(b -> assertThat(b.validateCertificateName()).isFalse());
        assertThat(folder.issues).isEmpty();
    }

    @Test
    void nestedListsReachWhatLiesBeneath() {
        folder.api("a", "a")
                .info(
                        "apis/a/operations/o/operationInformation.json",
                        "\"displayName\":\"O\",\"method\":\"GET\",\"urlTemplate\":\"/o\"")
                .file("apis/a/policy.xml", Folder.POLICY)
                .info("workspaces/w/apis/b/apiInformation.json", "\"path\":\"b\",\"displayName\":\"B\"")
                .info(
                        "version sets/v/versionSetInformation.json",
                        "\"displayName\":\"V\",\"versioningScheme\":\"Segment\"")
                .overriding("""
                        versionSets:
                          - name: v
                            properties: {displayName: Other}
                        apis:
                          - name: a
                            operations:
                              - name: o
                                properties: {displayName: Changed}
                            policies:
                              - name: policy
                                properties:
                                  format: rawxml
                                  value: "<policies/>"
                        workspaces:
                          - name: w
                            apis:
                              - name: b
                                properties: {path: other}
                        """);

        Configuration configuration = folder.valid();

        assertThat(in(configuration.apis(), "/apis/a").operations().get(0).displayName())
                .isEqualTo("Changed");
        assertThat(there(in(configuration.apis(), "/apis/a").policy())
                        .document()
                        .value())
                .isEqualTo("<policies/>");
        assertThat(there(in(configuration.apis(), "/apis/a").policy()).start().toString())
                .isEqualTo("configuration.prod.yaml:13:18");
        assertThat(in(configuration.apis(), "/workspaces/w/apis/b").api().path())
                .isEqualTo("other");
        assertThat(in(configuration.versionSets(), "v").displayName()).isEqualTo("Other");
    }

    @Test
    void aMistakeInTheOverridesIsReportedThere() {
        folder.info("backends/main/backendInformation.json", BACKEND)
                .overriding("backends:\n  - name: main\n    properties:\n      protocol: ftp\n");

        assertThat(folder.configuration()).isEmpty();
        assertThat(folder.errors())
                .containsExactly("configuration.prod.yaml:4:17: error: protocol is 'ftp', expected one of http, soap");
    }

    @Test
    void whatNamesNothingIsAWarning() {
        folder.api("a", "a").overriding("apis:\n  - name: b\n    properties: {path: x}\nnonsense:\n  - name: c\n");

        folder.valid();

        assertThat(folder.warnings())
                .anyMatch(w -> w.endsWith("'nonsense' is no known collection: passed over"))
                .anyMatch(w -> w.endsWith("there is no /apis/b to override: correct its name"))
                .hasSize(2);
    }

    @Test
    void secretsInTheOverridesReachTheRecordAndNeverTheResource() {
        folder.info("namedValues/key/namedValueInformation.json", "\"displayName\":\"key\",\"secret\":true")
                .info("subscriptions/acme/subscriptionInformation.json", "\"displayName\":\"Acme\",\"scope\":\"/apis\"")
                .overriding("""
                        namedValues:
                          - name: key
                            properties: {value: canary-value}
                        subscriptions:
                          - name: acme
                            properties: {primaryKey: canary-key}
                        """);

        Configuration configuration = folder.valid();

        assertThat(in(configuration.namedValues(), "key").value()).isEqualTo("canary-value");
        assertThat(in(configuration.subscriptions(), "acme").primaryKey()).isEqualTo("canary-key");
        assertThat(folder.load().values()).noneMatch(r -> r.properties().contains("canary"));
        assertThat(configuration.subscriptions() + " " + configuration.namedValues())
                .doesNotContain("canary");
    }

    @Test
    void writingBackLeavesTheFolderItsOwnValues() {
        folder.info("backends/main/backendInformation.json", BACKEND)
                .overriding("backends:\n  - name: main\n    properties: {url: 'https://prod.test', title: P}\n");

        folder.store()
                .put(
                        ResourcePath.of("/backends/main"),
                        "{\"url\":\"https://prod.test\",\"title\":\"P\",\"protocol\":\"soap\"}",
                        null);

        assertThat(folder.read("backends/main/backendInformation.json"))
                .contains("https://dev.test", "soap")
                .doesNotContain("prod.test", "title");
    }

    @Test
    void malformedOverridesAreErrorsAtTheirPlace() {
        List<String> texts = List.of(
                "- a\n- b",
                "apis:\n  - properties: {}",
                "apis:\n  - name: a\n    properties: text",
                "apis:\n  - name: a\n    properties: {x: 1}\n  - name: A\n    properties: {x: 2}",
                "apis: [\n",
                "apis:\n  - name: 'a/b'\n");
        for (String text : texts) {
            List<Issue> issues = new ArrayList<>();
            assertThat(Overrides.parse("o.yaml", text, issues::add)).as(text).isEmpty();
            assertThat(issues).as(text).anyMatch(Issue::isError);
        }
    }

    @Test
    void noOverridesHaveNoSecrets() {
        assertThat(Overrides.none().secrets().find(SecretStore.Kind.NAMED_VALUE, "x"))
                .isEmpty();
    }
}
