package dev.apim.core.policies.access;

import dev.apim.model.Certificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * A certificate of the configuration, taken out of its key store. Shows nothing of the key.
 *
 * @param key private
 * @param certificate that belongs to it
 */
record OpenedCertificate(PrivateKey key, X509Certificate certificate) {
    private static final Map<Certificate, Optional<OpenedCertificate>> OPENED =
            Collections.synchronizedMap(new WeakHashMap<>());

    /** Opened once, since opening takes milliseconds; empty where it cannot be opened. */
    static Optional<OpenedCertificate> of(Certificate certificate) {
        return OPENED.computeIfAbsent(certificate, OpenedCertificate::open);
    }

    private static Optional<OpenedCertificate> open(Certificate certificate) {
        char[] password = certificate.password().toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(certificate.pkcs12()), password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key
                        && store.getCertificate(alias) instanceof X509Certificate x509) {
                    return Optional.of(new OpenedCertificate(key, x509));
                }
            }
            return Optional.empty();
        } catch (GeneralSecurityException | IOException unreadable) {
            return Optional.empty(); // it was read once when the configuration was loaded
        }
    }

    @Override
    public String toString() {
        return "OpenedCertificate";
    }
}
