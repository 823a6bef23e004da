package dev.apim.core.secret;

import static dev.apim.resource.SecretStore.Kind.CERTIFICATE;
import static dev.apim.resource.SecretStore.Kind.ENVIRONMENT;
import static dev.apim.resource.SecretStore.Kind.NAMED_VALUE;
import static dev.apim.resource.SecretStore.Kind.PRIMARY_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.ApimException;
import dev.apim.resource.SecretStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which store answers, and under which names. */
class SecretStoresTest {
    @TempDir
    private Path directory;

    @Test
    void overridesGoBeforeTheEnvironmentAndThatBeforeTheDirectory() throws IOException {
        Files.writeString(directory.resolve("APIM_NAMEDVALUE_A"), "file");
        Files.writeString(directory.resolve("APIM_NAMEDVALUE_B"), "file");
        Files.writeString(directory.resolve("APIM_NAMEDVALUE_C"), "file\n");
        SecretStore overrides = (kind, name) -> name.equals("a") ? Optional.of("override") : Optional.empty();

        SecretStore chain = SecretStores.chain(
                overrides, Map.of("APIM_NAMEDVALUE_A", "variable", "APIM_NAMEDVALUE_B", "variable"), directory);

        assertThat(chain.find(NAMED_VALUE, "a")).contains("override");
        assertThat(chain.find(NAMED_VALUE, "b")).contains("variable");
        assertThat(chain.find(NAMED_VALUE, "c")).contains("file");
        assertThat(chain.find(NAMED_VALUE, "d")).isEmpty();
    }

    @Test
    void namesAreInUpperCaseWithUnderscores() {
        assertThat(SecretStores.environmentName(NAMED_VALUE, "db-pass.word")).isEqualTo("APIM_NAMEDVALUE_DB_PASS_WORD");
        assertThat(SecretStores.environmentName(PRIMARY_KEY, "workspaces/w/acme"))
                .isEqualTo("APIM_PRIMARYKEY_WORKSPACES_W_ACME");
        assertThat(SecretStores.environmentName(ENVIRONMENT, "Acme_Key")).isEqualTo("Acme_Key");
    }

    @Test
    void aCertificateFileMayHoldBytes() throws IOException {
        byte[] der = {0x30, (byte) 0x82, 0, 1};
        Files.write(directory.resolve("APIM_CERTIFICATE_C"), der);

        assertThat(SecretStores.directory(directory).find(CERTIFICATE, "c"))
                .contains(Base64.getEncoder().encodeToString(der));
    }

    @Test
    void aNameThatIsAPathFindsNothing(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("x"), "stolen");

        SecretStore store = SecretStores.directory(directory);

        assertThat(store.find(ENVIRONMENT, "../" + other.getFileName() + "/x")).isEmpty();
        assertThat(store.find(ENVIRONMENT, "..")).isEmpty();
    }

    @Test
    void aFileThatIsNoSecretIsRefusedWithoutItsText() throws IOException {
        Files.writeString(directory.resolve("BIG"), "canary".repeat(200_000));

        assertThatThrownBy(() -> SecretStores.directory(directory).find(ENVIRONMENT, "BIG"))
                .isInstanceOf(ApimException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void anEmptyVariableIsNone() {
        assertThat(SecretStores.environment(Map.of("APIM_NAMEDVALUE_A", "")).find(NAMED_VALUE, "a"))
                .isEmpty();
    }
}
