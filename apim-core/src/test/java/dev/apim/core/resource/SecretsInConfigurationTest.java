package dev.apim.core.resource;

import static dev.apim.core.resource.Found.in;
import static dev.apim.core.resource.Found.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.core.secret.SecretStores;
import dev.apim.resource.ResourcePath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the secrets of a configuration come from, and what happens when they are nowhere. */
class SecretsInConfigurationTest {
    private static final String SECRET = "{'displayName':'db-password','secret':true}";

    @Test
    void aSecretComesFromTheEnvironmentEvenWhereThePlaceholderIsWritten() {
        Tree tree =
                Tree.of().put("/namedValues/db-password", "{'displayName':'db-password','secret':true,'value':'***'}");
        tree.secrets = SecretStores.environment(Map.of("APIM_NAMEDVALUE_DB_PASSWORD", "real"));

        assertThat(in(tree.valid().namedValues(), "db-password"))
                .satisfies(value -> assertThat(value.value()).isEqualTo("real"))
                .satisfies(value -> assertThat(value.secret()).isTrue());
    }

    @Test
    void missingSecretsThatAreUsedAreOneErrorWithLinesToPaste() {
        Tree tree = Tree.of()
                .put("/namedValues/db-password", SECRET)
                .put("/namedValues/vault", "{'displayName':'vault','keyVault':{'secretIdentifier':'https://v/s'}}")
                .policy("/", "<policies><inbound>{{db-password}}</inbound></policies>")
                .put(
                        "/backends/b",
                        "{'url':'https://b.test/{{vault}}','protocol':'http','credentials':{'certificateIds':['/certificates/client']}}");

        assertThat(tree.read()).isEmpty();
        Issue issue = there(tree.issues.stream().filter(Issue::isError).toList().get(0));
        assertThat(tree.errors()).hasSize(1);
        assertThat(issue.message())
                .startsWith("no secret store has what the configuration refers to: certificate 'client', named value"
                        + " 'db-password', named value 'vault'");
        assertThat(there(issue.excerpt()).lines())
                .containsExactly(
                        "export APIM_CERTIFICATE_CLIENT='…'",
                        "export APIM_NAMEDVALUE_DB_PASSWORD='…'",
                        "export APIM_NAMEDVALUE_VAULT='…'");
    }

    @Test
    void aMissingSecretThatNothingUsesIsLeftOut() {
        Tree tree = Tree.of().put("/namedValues/db-password", SECRET);

        assertThat(tree.valid().namedValues()).isEmpty();
        assertThat(tree.issues).isEmpty();
    }

    @Test
    void usingAMissingSecretLaterIsRefused() {
        Tree tree = Tree.of().put("/namedValues/db-password", SECRET);
        Configuration before = tree.valid();

        assertThat(tree.change(
                        before,
                        List.of(Tree.resource("/policies/policy", "{'value':'<policies>{{db-password}}</policies>'}"))))
                .isEmpty();
    }

    @Test
    void aCertificateIsReadFromItsKeyStore() {
        Tree tree = Tree.of()
                .put(
                        "/certificates/client",
                        "{'data':'" + TestCertificate.DATA + "','password':'" + TestCertificate.PASSWORD + "'}")
                .put(
                        "/backends/b",
                        "{'url':'https://b.test','protocol':'http','credentials':{'certificate':['"
                                + TestCertificate.THUMBPRINT + "']}}");

        Configuration configuration = tree.valid();

        assertThat(in(configuration.certificates(), "client"))
                .satisfies(c -> assertThat(c.subject()).isEqualTo("CN=client.test"))
                .satisfies(c -> assertThat(c.thumbprint()).isEqualTo(TestCertificate.THUMBPRINT))
                .satisfies(c -> assertThat(c.expirationDate().toString()).startsWith("2126"));
        assertThat(in(configuration.backends(), "b").certificateIds()).containsExactly("client");
    }

    @Test
    void aCertificateThatOnlyASecretStoreHoldsIsThereWhenSomethingRefersToIt() {
        Tree tree = Tree.of()
                .put(
                        "/apis/a/policies/policy",
                        "{'value':'<authentication-certificate certificate-id=\\\"client\\\"/>'}")
                .api("a");
        tree.secrets = SecretStores.environment(Map.of(
                "APIM_CERTIFICATE_CLIENT",
                TestCertificate.DATA,
                "APIM_CERTIFICATEPASSWORD_CLIENT",
                TestCertificate.PASSWORD));

        assertThat(tree.valid().certificates()).containsOnlyKeys("client");
    }

    @Test
    void aKeyStoreWithAnotherPasswordIsAnErrorWithoutItsText() {
        Tree tree =
                Tree.of().put("/certificates/client", "{'data':'" + TestCertificate.DATA + "','password':'canary'}");

        assertThat(tree.read()).isEmpty();
        assertThat(tree.errors())
                .singleElement()
                .asString()
                .startsWith("/certificates/client:1:9: error: data of certificate 'client' cannot be read")
                .doesNotContain("canary")
                .doesNotContain(TestCertificate.DATA.substring(0, 20));
    }

    @Test
    void keysMayBeWrittenNamedOrMade() {
        Tree tree = Tree.of()
                .put("/subscriptions/s", "{'scope':'/apis','primaryKey':'written','secondaryKey':'{{env:ACME}}'}")
                .put("/subscriptions/t", "{'scope':'/apis'}");
        tree.secrets = SecretStores.environment(Map.of("ACME", "named", "APIM_PRIMARYKEY_T", "stored"));

        Configuration configuration = tree.valid();

        assertThat(in(configuration.subscriptions(), "s").primaryKey()).isEqualTo("written");
        assertThat(in(configuration.subscriptions(), "s").secondaryKey()).isEqualTo("named");
        assertThat(in(configuration.subscriptions(), "t").primaryKey()).isEqualTo("stored");
        assertThat(in(configuration.subscriptions(), "t").secondaryKey())
                .isEqualTo(tree.keys.of(ResourcePath.of("/subscriptions/t")).secondary());
    }

    @Test
    void aNamedVariableThatIsNotSetIsAnErrorAtItsPlace() {
        Tree tree = Tree.of().put("/subscriptions/s", "{'scope':'/apis','primaryKey':'{{env:ACME}}'}");

        assertThat(tree.read()).isEmpty();
        assertThat(tree.errors())
                .containsExactly(
                        "/subscriptions/s:1:31: error: primaryKey refers to the environment variable ACME, which"
                                + " is not set: export ACME=… or correct the name");
    }

    @Test
    void secretsAppearInNoMessage() {
        Tree tree = Tree.of()
                .put("/namedValues/a", "{'displayName':'a','secret':true,'value':'" + "canary".repeat(700) + "'}")
                .put("/subscriptions/s", "{'scope':'/apis','primaryKey':['canary']}")
                .put(
                        "/backends/b",
                        "{'url':'https://x.test','credentials':{'authorization':{'scheme':'B','parameter':7}}}")
                .put("/users/u", "{'email':'u','firstName':'f','lastName':'l','password':{'x':'canary'}}");

        assertThat(tree.read()).isEmpty();
        assertThat(tree.issues).hasSize(4);
        assertThat(tree.issues.toString()).doesNotContain("canary");
    }
}
