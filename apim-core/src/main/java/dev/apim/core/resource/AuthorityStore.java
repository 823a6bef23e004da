package dev.apim.core.resource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

/** An authority's certificate without a key, put into a key store, which is what certificates of a configuration are kept in. */
final class AuthorityStore {
    /** What the certificate is called in its store. */
    static final String ALIAS = "authority";

    private static final String PEM = "-----BEGIN CERTIFICATE-----";

    private AuthorityStore() {}

    /** Whether the bytes are a certificate, in DER or PEM, and no key store: the first item of that would be a number. */
    static boolean isCertificate(byte[] bytes) {
        if (new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1).contains(PEM)) {
            return true;
        }
        int inner = bytes.length < 6 || bytes[0] != 0x30 ? -1 : (bytes[1] & 0x80) == 0 ? 2 : 2 + (bytes[1] & 0x7F);
        return inner > 0 && inner < bytes.length && bytes[inner] == 0x30;
    }

    /** The store; its password is empty. */
    static byte[] of(byte[] certificate) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(
                ALIAS,
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, new char[0]);
        return bytes.toByteArray();
    }
}
