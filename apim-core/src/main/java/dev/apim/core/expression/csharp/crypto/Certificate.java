package dev.apim.core.expression.csharp.crypto;

import dev.apim.core.expression.csharp.time.DateTime;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** .NET's {@code X509Certificate2}: a certificate, perhaps with its private key, which nothing shows. Immutable. */
public final class Certificate {
    private static final String UNREADABLE = "Cannot find the requested object.";

    private final X509Certificate x509;
    private final @Nullable PrivateKey privateKey;

    private Certificate(X509Certificate x509, @Nullable PrivateKey privateKey) {
        this.x509 = x509;
        this.privateKey = privateKey;
    }

    /**
     * Of a certificate of the JDK's.
     *
     * @param privateKey that belongs to it, if it is known
     */
    public static Certificate of(X509Certificate x509, @Nullable PrivateKey privateKey) {
        return new Certificate(x509, privateKey);
    }

    /** Of DER, PEM or PKCS #12. */
    public static Certificate read(byte[] bytes, @Nullable String password) {
        if (bytes.length == 0) {
            throw dev.apim.core.expression.csharp.value.DotNetException.argument(
                    "Array cannot be empty or null.", "rawData");
        }
        boolean isPkcs12 = bytes.length > 5 && bytes[0] == 0x30 && contentType(bytes) == 3;
        return isPkcs12 ? pkcs12(bytes, password) : new Certificate(plain(bytes), null);
    }

    /** The number of {@code X509ContentType}: 3 of PKCS #12, 1 of a certificate, else 0. */
    static int contentType(byte[] bytes) {
        if (new String(bytes, StandardCharsets.ISO_8859_1).contains("-----BEGIN CERTIFICATE-----")) {
            return 1;
        }
        List<Der> children = Der.read(bytes).children();
        boolean startsWithNumber = !children.isEmpty() && children.get(0).tag() == 0x02;
        return startsWithNumber ? 3 : children.size() == 3 ? 1 : 0;
    }

    private static X509Certificate plain(byte[] bytes) {
        return Crypto.ask(
                () -> (X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes)),
                UNREADABLE);
    }

    private static Certificate pkcs12(byte[] bytes, @Nullable String password) {
        char[] secret = password == null ? new char[0] : password.toCharArray();
        return Crypto.ask(
                () -> {
                    KeyStore store = KeyStore.getInstance("PKCS12");
                    try {
                        store.load(new ByteArrayInputStream(bytes), secret);
                    } catch (java.io.IOException e) {
                        throw new GeneralSecurityException(e);
                    }
                    return entry(store, secret);
                },
                "The specified network password is not correct.");
    }

    /** The first with a private key, else the first. */
    private static Certificate entry(KeyStore store, char[] secret) throws GeneralSecurityException {
        List<String> aliases = Collections.list(store.aliases());
        String alias = aliases.get(0);
        for (String candidate : aliases) {
            if (store.isKeyEntry(candidate)) {
                alias = candidate;
                break;
            }
        }
        PrivateKey key = store.isKeyEntry(alias) ? (PrivateKey) store.getKey(alias, secret) : null;
        return new Certificate((X509Certificate) store.getCertificate(alias), key);
    }

    /** The certificate. */
    public X509Certificate x509() {
        return x509;
    }

    boolean hasPrivateKey() {
        return privateKey != null;
    }

    DistinguishedName subject() {
        return DistinguishedName.of(x509.getSubjectX500Principal());
    }

    DistinguishedName issuer() {
        return DistinguishedName.of(x509.getIssuerX500Principal());
    }

    byte[] raw() {
        return Crypto.ask(x509::getEncoded, UNREADABLE);
    }

    byte[] hash(HashKind kind) {
        byte[] bytes = raw();
        return Crypto.ask(() -> MessageDigest.getInstance(kind.digest()).digest(bytes), kind + " is not available.");
    }

    String thumbprint() {
        return Crypto.hex(hash(HashKind.SHA1));
    }

    byte[] serialNumber() {
        return x509.getSerialNumber().toByteArray();
    }

    DateTime notBefore() {
        return local(x509.getNotBefore());
    }

    DateTime notAfter() {
        return local(x509.getNotAfter());
    }

    private static DateTime local(Date date) {
        return DateTime.from(date.toInstant()).withKind(DateTime.Kind.LOCAL);
    }

    @Nullable
    RsaKey rsaPublicKey() {
        return x509.getPublicKey() instanceof RSAPublicKey key ? RsaKey.of(key, null) : null;
    }

    @Nullable
    RsaKey rsaPrivateKey() {
        return privateKey != null && x509.getPublicKey() instanceof RSAPublicKey key
                ? RsaKey.of(key, privateKey)
                : null;
    }

    /** .NET's are equal by issuer and serial number. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Certificate that
                && that.x509.getIssuerX500Principal().equals(x509.getIssuerX500Principal())
                && that.x509.getSerialNumber().equals(x509.getSerialNumber());
    }

    @Override
    public int hashCode() {
        return x509.getSerialNumber().hashCode();
    }

    @Override
    public String toString() {
        String date = "MM/dd/yyyy HH:mm:ss";
        return "[Subject]\r\n  " + subject().name()
                + "\r\n\r\n[Issuer]\r\n  " + issuer().name()
                + "\r\n\r\n[Serial Number]\r\n  " + Crypto.hex(serialNumber())
                + "\r\n\r\n[Not Before]\r\n  " + notBefore().format(date)
                + "\r\n\r\n[Not After]\r\n  " + notAfter().format(date)
                + "\r\n\r\n[Thumbprint]\r\n  " + thumbprint() + "\r\n";
    }
}
