package dev.apim.testkit.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate authority of the JDK's keytool: makes certificates, and lists of those it revoked. */
final class Authority {
    static final String PASSWORD = "changeit";

    private final Path folder;

    Authority(Path folder) {
        this.folder = folder;
        keytool(
                "-genkeypair",
                "-alias",
                "ca",
                "-dname",
                "CN=Test CA, O=Contoso",
                "-ext",
                "bc:c",
                "-ext",
                "ku=keyCertSign,cRLSign",
                "-keystore",
                file("ca"));
    }

    /** Signs a certificate with extensions. */
    X509Certificate issue(String name, String... more) {
        keytool("-genkeypair", "-alias", name, "-dname", "CN=" + name + ", O=Contoso", "-keystore", file(name));
        keytool(
                "-certreq",
                "-alias",
                name,
                "-keystore",
                file(name),
                "-file",
                folder.resolve(name + ".csr").toString());
        List<String> command = new ArrayList<>(List.of(
                "-gencert",
                "-alias",
                "ca",
                "-keystore",
                file("ca"),
                "-infile",
                folder.resolve(name + ".csr").toString(),
                "-outfile",
                folder.resolve(name + ".cer").toString()));
        command.addAll(List.of(more));
        keytool(command.toArray(String[]::new));
        try {
            return certificate(Files.readAllBytes(folder.resolve(name + ".cer")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A certificate that nobody signed but its owner. */
    X509Certificate selfSigned(String name) {
        keytool("-genkeypair", "-alias", name, "-dname", "CN=" + name, "-keystore", file(name));
        return own(name);
    }

    X509Certificate own(String name) {
        try (InputStream in = Files.newInputStream(Path.of(file(name)))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return (X509Certificate) store.getCertificate(name);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A list of what was revoked. */
    byte[] revoked(X509Certificate... certificates) {
        List<String> command = new ArrayList<>(List.of(
                "-gencrl",
                "-alias",
                "ca",
                "-keystore",
                file("ca"),
                "-startdate",
                "-1d",
                "-file",
                folder.resolve("crl").toString()));
        for (X509Certificate certificate : certificates) {
            command.addAll(List.of("-id", certificate.getSerialNumber().toString()));
        }
        keytool(command.toArray(String[]::new));
        try {
            return Files.readAllBytes(folder.resolve("crl"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Its key store as a resource of the configuration. */
    String resource() {
        return resource("ca");
    }

    String resource(String name) {
        try {
            String data = Base64.getEncoder().encodeToString(Files.readAllBytes(Path.of(file(name))));
            return "{\"data\":\"" + data + "\",\"password\":\"" + PASSWORD + "\"}";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static X509Certificate certificate(byte[] bytes) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String file(String name) {
        return folder.resolve(name + ".p12").toString();
    }

    private static void keytool(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        if (arguments[0].equals("-genkeypair")) {
            command.addAll(List.of(
                    "-keyalg", "EC", "-groupname", "secp256r1", "-startdate", "2025/01/01", "-validity", "36500"));
        } else if (arguments[0].equals("-gencert") && !List.of(arguments).contains("-startdate")) {
            command.addAll(List.of("-startdate", "2025/01/01", "-validity", "36500"));
        }
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(said);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
