package dev.apim.runner.corpus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** An RSA certificate with its key as a key vault gives it: PKCS #12 without a password, made by the JDK's keytool when first asked for. */
final class VaultCertificate {
    static final String ENCODED = make();

    private static final String NAME = "vault";
    private static final String PASSWORD = "changeit";

    private VaultCertificate() {}

    private static String make() {
        try {
            Path directory = Files.createTempDirectory("vault");
            Path file = directory.resolve("vault.p12");
            try {
                keytool(file);
                return Base64.getEncoder().encodeToString(withoutPassword(Files.readAllBytes(file)));
            } finally {
                Files.deleteIfExists(file);
                Files.delete(directory);
            }
        } catch (IOException | GeneralSecurityException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void keytool(Path file) throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        (keytool + " -genkeypair -alias " + NAME + " -keyalg RSA -keysize 2048 -dname CN=vault.test"
                                        + " -storetype PKCS12 -storepass " + PASSWORD + " -keystore " + file)
                                .split(" "))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }

    private static byte[] withoutPassword(byte[] locked) throws IOException, GeneralSecurityException {
        char[] password = PASSWORD.toCharArray();
        char[] none = new char[0];
        KeyStore closed = KeyStore.getInstance("PKCS12");
        closed.load(new ByteArrayInputStream(locked), password);
        KeyStore open = KeyStore.getInstance("PKCS12");
        open.load(null, null);
        open.setKeyEntry(NAME, closed.getKey(NAME, password), none, closed.getCertificateChain(NAME));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        open.store(bytes, none);
        return bytes.toByteArray();
    }
}
