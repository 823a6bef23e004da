package dev.apim.core.expression.csharp.crypto;

import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Certificates of PEM texts, and the names of servers they are for. */
final class PemCertificates {
    private static final int DNS = 2;

    private PemCertificates() {}

    static Certificate read(String pem, @Nullable String keyPem) {
        List<KeyMaterial.Block> blocks = KeyMaterial.blocks(pem);
        KeyMaterial.Block found = blocks.stream()
                .filter(block -> block.label().equals("CERTIFICATE"))
                .findFirst()
                .orElseThrow(
                        () -> Crypto.failure(
                                "The certificate contents do not contain a PEM with a CERTIFICATE label, or the content is malformed."));
        Certificate certificate = Certificate.read(found.bytes(), null);
        return keyPem == null ? certificate : Certificate.of(certificate.x509(), key(certificate, keyPem));
    }

    private static PrivateKey key(Certificate certificate, String pem) {
        KeyMaterial.Block block = KeyMaterial.blocks(pem).stream()
                .filter(candidate -> candidate.label().equals("PRIVATE KEY"))
                .findFirst()
                .orElseThrow(
                        () -> Crypto.failure(
                                "The key contents do not contain a PEM, the content is malformed, or the key does not match the certificate."));
        String algorithm = certificate.x509().getPublicKey().getAlgorithm().equals("RSA") ? "RSA" : "EC";
        return Crypto.ask(
                () -> KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(block.bytes())),
                "The key contents do not contain a PEM, the content is malformed, or the key does not match the certificate.");
    }

    static boolean matches(Certificate certificate, String host, boolean wildcards, boolean commonName) {
        List<String> names = alternatives(certificate);
        String common = certificate.subject().value("2.5.4.3");
        if (names.isEmpty() && commonName && common != null) {
            names = List.of(common);
        }
        return names.stream().anyMatch(name -> matches(name.toLowerCase(Locale.ROOT), host, wildcards));
    }

    private static boolean matches(String name, String host, boolean wildcards) {
        if (!wildcards || !name.startsWith("*.")) {
            return name.equals(host);
        }
        int dot = host.indexOf('.');
        return dot > 0 && host.substring(dot).equals(name.substring(1));
    }

    private static List<String> alternatives(Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> all = certificate.x509().getSubjectAlternativeNames();
            if (all != null) {
                all.stream()
                        .filter(name -> name.get(0).equals(DNS))
                        .forEach(name -> names.add(String.valueOf(name.get(1))));
            }
        } catch (CertificateParsingException e) {
            return List.of(); // names nobody can read are none
        }
        return names;
    }
}
