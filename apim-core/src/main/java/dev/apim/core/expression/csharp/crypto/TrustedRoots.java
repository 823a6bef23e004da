package dev.apim.core.expression.csharp.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The certificates that the JDK trusts, read when first asked for. */
final class TrustedRoots {
    private static final class Loaded {
        static final Set<TrustAnchor> ANCHORS = anchors();

        private Loaded() {}

        private static Set<TrustAnchor> anchors() {
            Set<TrustAnchor> anchors = new HashSet<>();
            try {
                TrustManagerFactory factory =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init((KeyStore) null);
                for (TrustManager manager : factory.getTrustManagers()) {
                    if (manager instanceof X509TrustManager x509) {
                        for (X509Certificate root : x509.getAcceptedIssuers()) {
                            anchors.add(new TrustAnchor(root, null));
                        }
                    }
                }
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("The JDK's trusted certificates cannot be read.", e);
            }
            return Set.copyOf(anchors);
        }
    }

    private TrustedRoots() {}

    static boolean isTrusted(X509Certificate certificate, Instant at) {
        Set<TrustAnchor> anchors = Loaded.ANCHORS;
        boolean isRoot = anchors.stream().anyMatch(anchor -> certificate.equals(anchor.getTrustedCert()));
        try {
            if (isRoot) {
                certificate.checkValidity(Date.from(at));
                return true;
            }
            CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false; // the answer: nobody trusted vouches for it
        }
    }
}
