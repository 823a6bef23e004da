package dev.apim.runner.cli;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.model.Certificate;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The certificates that a described request meets: PEM, or base64 of DER or of a PKCS #12 store. */
final class DescribedCertificates {
    private static final String EXPECTED =
            "expected a certificate in PEM, or as base64 of its DER form or of a PKCS#12 store";

    private DescribedCertificates() {}

    /** What the client identified itself with. */
    static @Nullable X509Certificate ofClient(RequestFile file) {
        return read(file, "certificate", bytes(file, "certificate"), "");
    }

    /** By name: a certificate, or an object of {@code data} and {@code password}. */
    static Map<String, Certificate> ofDeployment(RequestFile part) {
        Map<String, Certificate> all = new LinkedHashMap<>();
        part.node().fieldNames().forEachRemaining(name -> {
            Certificate certificate = certificate(part, name);
            if (certificate != null) {
                all.put(name, certificate);
            }
        });
        return all;
    }

    private static @Nullable Certificate certificate(RequestFile part, String name) {
        boolean isObject = part.node().path(name).isObject();
        RequestFile holder = isObject ? part.part(name) : part;
        String member = isObject ? "data" : name;
        if (isObject) {
            holder.only("data", "password");
        }
        String password = isObject ? holder.text("password", "") : "";
        byte[] bytes = bytes(holder, member);
        X509Certificate x509 = read(holder, member, bytes, password);
        return x509 == null
                ? null
                : new Certificate(
                        name,
                        bytes,
                        password,
                        x509.getSubjectX500Principal().getName(),
                        thumbprint(x509),
                        x509.getNotAfter().toInstant());
    }

    private static byte[] bytes(RequestFile file, String member) {
        String text = file.text(member, "");
        if (text.contains("-----BEGIN")) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0]; // what is no base64 is no certificate either, and is reported as such
        }
    }

    private static @Nullable X509Certificate read(RequestFile file, String member, byte[] bytes, String password) {
        try {
            return dev.apim.core.expression.csharp.crypto.Certificate.read(bytes, password)
                    .x509();
        } catch (DotNetException unreadable) {
            // The cause may quote the text, which may be a secret.
            file.mistake(member, EXPECTED + ", with its password where it has one");
            return null;
        }
    }

    private static String thumbprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read has no digest", e);
        }
    }
}
