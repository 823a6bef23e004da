package dev.apim.core.policies.access;

import dev.apim.model.Certificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Who vouches for a certificate: authorities of the configuration, and those that the JDK trusts.
 *
 * @param certificates from the client's up to, and with, the one that is trusted
 * @param configured whether the last is the configuration's
 */
record CertificateChain(List<X509Certificate> certificates, boolean configured) {
    private static final Map<Certificate, List<X509Certificate>> AUTHORITIES =
            Collections.synchronizedMap(new WeakHashMap<>());

    private static final class Roots {
        static final Set<X509Certificate> OF_JDK = ofJdk();

        private Roots() {}
    }

    /** The way from a certificate to somebody trusted, or {@code null}. When it counts is not asked. */
    static @Nullable CertificateChain of(X509Certificate leaf, Collection<Certificate> configuration, Instant now) {
        List<X509Certificate> known = authorities(configuration);
        Set<TrustAnchor> anchors = new HashSet<>();
        known.stream().filter(CertificateChain::isOwnIssuer).forEach(root -> anchors.add(new TrustAnchor(root, null)));
        CertificateChain own = anchors.isEmpty() ? null : build(leaf, anchors, known, now, true);
        if (own != null) {
            return own;
        }
        Set<TrustAnchor> ofJdk = new HashSet<>();
        Roots.OF_JDK.forEach(root -> ofJdk.add(new TrustAnchor(root, null)));
        return ofJdk.isEmpty() ? null : build(leaf, ofJdk, known, now, false);
    }

    /** Who signed the first; one that is trusted itself is its own. */
    X509Certificate issuer() {
        return certificates.get(Math.min(1, certificates.size() - 1));
    }

    /** Who of the configuration signed it, whether anybody trusts that one or not; {@code null} where nobody did. */
    static @Nullable X509Certificate issuer(X509Certificate leaf, Collection<Certificate> configuration) {
        for (X509Certificate authority : authorities(configuration)) {
            if (authority.getSubjectX500Principal().equals(leaf.getIssuerX500Principal()) && signed(leaf, authority)) {
                return authority;
            }
        }
        return null;
    }

    /** The certificate of a resource itself. */
    static Optional<X509Certificate> own(Certificate certificate) {
        return authorities(List.of(certificate)).stream()
                .filter(one -> CertificateIdentity.thumbprint(one).equalsIgnoreCase(certificate.thumbprint()))
                .findFirst();
    }

    private static @Nullable CertificateChain build(
            X509Certificate leaf,
            Set<TrustAnchor> anchors,
            Collection<X509Certificate> between,
            Instant now,
            boolean configured) {
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(leaf);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(within(leaf, now)));
            List<X509Certificate> all = new ArrayList<>(between);
            all.add(leaf);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
            PKIXCertPathBuilderResult result = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            List<X509Certificate> path = new ArrayList<>();
            result.getCertPath().getCertificates().forEach(one -> path.add((X509Certificate) one));
            path.add(result.getTrustAnchor().getTrustedCert());
            return new CertificateChain(List.copyOf(path), configured);
        } catch (GeneralSecurityException nobodyVouches) {
            return null;
        }
    }

    /** Now, or the nearest time at which the certificate itself counts: its own times are asked elsewhere. */
    private static Instant within(X509Certificate leaf, Instant now) {
        Instant from = leaf.getNotBefore().toInstant();
        Instant to = leaf.getNotAfter().toInstant();
        return now.isBefore(from) ? from : now.isAfter(to) ? to : now;
    }

    private static List<X509Certificate> authorities(Collection<Certificate> configuration) {
        List<X509Certificate> all = new ArrayList<>();
        for (Certificate certificate : configuration) {
            all.addAll(AUTHORITIES.computeIfAbsent(certificate, CertificateChain::read));
        }
        return all;
    }

    private static List<X509Certificate> read(Certificate certificate) {
        List<X509Certificate> found = new ArrayList<>();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(
                    new ByteArrayInputStream(certificate.pkcs12()),
                    certificate.password().toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                java.security.cert.Certificate[] chain = store.getCertificateChain(alias);
                List<java.security.cert.Certificate> all =
                        chain == null ? List.of(store.getCertificate(alias)) : List.of(chain);
                for (java.security.cert.Certificate one : all) {
                    if (one instanceof X509Certificate x509 && x509.getBasicConstraints() >= 0) {
                        found.add(x509);
                    }
                }
            }
        } catch (GeneralSecurityException | IOException unreadable) {
            return List.of(); // it was read once when the configuration was loaded
        }
        return List.copyOf(found);
    }

    private static boolean isOwnIssuer(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                && signed(certificate, certificate);
    }

    static boolean signed(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Set<X509Certificate> ofJdk() {
        try {
            Set<X509Certificate> roots = new HashSet<>();
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) {
                    roots.addAll(List.of(x509.getAcceptedIssuers()));
                }
            }
            return Set.copyOf(roots);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK's trusted certificates cannot be read.", e);
        }
    }
}
