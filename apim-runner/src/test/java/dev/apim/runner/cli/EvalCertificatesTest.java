package dev.apim.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates of a described request, made by the JDK's keytool. */
class EvalCertificatesTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    private static String store = "";
    private static String der = "";

    @BeforeAll
    static void aKeyIsMade() throws Exception {
        Path file = folder.resolve("client.p12");
        keytool("-genkeypair", "-alias", "c", "-keyalg", "RSA", "-dname", "CN=client.test", "-keystore", file);
        store = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        Path exported = folder.resolve("client.der");
        keytool("-exportcert", "-alias", "c", "-file", exported, "-keystore", file);
        der = Base64.getEncoder().encodeToString(Files.readAllBytes(exported));
    }

    private static void keytool(Object... arguments) throws Exception {
        java.util.List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        command.addAll(java.util.List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Cli eval(String expression, String request) throws IOException {
        Path file = Files.writeString(folder.resolve("request.json"), request);
        return Cli.run("eval", "@(" + expression + ")", "--request", file);
    }

    private static String pem() {
        return "-----BEGIN CERTIFICATE-----\\n" + der + "\\n-----END CERTIFICATE-----\\n";
    }

    @Test
    void theClientsCertificateIsThereInPemOrBase64() throws IOException {
        String subject = "context.Request.Certificate.Subject + context.Request.Certificate.HasPrivateKey";

        assertThat(eval(subject, "{\"certificate\": \"" + der + "\"}").out()).isEqualTo("CN=client.testFalse\n");
        assertThat(eval(subject, "{\"certificate\": \"" + pem() + "\"}").out()).isEqualTo("CN=client.testFalse\n");
    }

    @Test
    void aClientWithoutOneHasNone() throws IOException {
        assertThat(eval("context.Request.Certificate == null", "{}").out()).isEqualTo("True\n");
        assertThat(eval("context.Request.Certificate?.Thumbprint ?? \"none\"", "{}")
                        .out())
                .isEqualTo("none\n");
    }

    @Test
    void theClientsIsFoundAmongThoseOfTheDeployment() throws IOException {
        String request =
                "{\"certificate\": \"" + der + "\", \"deployment\": {\"certificates\": {\"known\": {\"data\": \""
                        + store + "\", \"password\": \"" + PASSWORD + "\"}, \"plain\": \"" + der + "\"}}}";

        assertThat(eval(
                                "context.Deployment.Certificates.Any(c => c.Value.Thumbprint == context.Request.Certificate.Thumbprint)",
                                request)
                        .out())
                .isEqualTo("True\n");
        assertThat(eval("context.Deployment.Certificates[\"known\"].GetRSAPrivateKey() != null", request)
                        .out())
                .isEqualTo("True\n");
        assertThat(eval("context.Deployment.Certificates[\"plain\"].HasPrivateKey", request)
                        .out())
                .isEqualTo("False\n");
    }

    @Test
    void noPrivateKeyLeavesTheDeployment() throws IOException {
        String request = "{\"deployment\": {\"certificates\": {\"known\": {\"data\": \"" + store
                + "\", \"password\": \"" + PASSWORD + "\"}}}}";

        Cli refused = eval("context.Deployment.Certificates[\"known\"].Export(X509ContentType.Pfx).Length", request);

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("private keys stay");
    }

    @Test
    void whatIsNoCertificateIsAMistakeThatShowsNothingOfIt() throws IOException {
        Cli bad = eval(
                "1",
                "{\"certificate\": \"c2VjcmV0\",\n\"deployment\": {\"certificates\": {\"known\": {\"data\": \"" + store
                        + "\", \"password\": \"wrong\"}}}}");

        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.err())
                .contains(":1:17: error: expected a certificate in PEM", ":2:")
                .doesNotContain("c2VjcmV0", "wrong");
    }
}
