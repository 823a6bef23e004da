package dev.apim.core.expression.csharp.crypto;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one name that .NET's {@code GetNameInfo} tells of a certificate. */
final class CertificateNames {
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String EMAIL = "1.2.840.113549.1.9.1";
    private static final List<String> SIMPLE = List.of(COMMON_NAME, "2.5.4.11", "2.5.4.10", EMAIL);
    private static final int ALTERNATIVE_EMAIL = 1;
    private static final int ALTERNATIVE_DNS = 2;
    private static final int ALTERNATIVE_URL = 6;

    private CertificateNames() {}

    /** By the number of {@code X509NameType}; empty where there is none. */
    static String of(Certificate certificate, long type, boolean ofIssuer) {
        DistinguishedName name = ofIssuer ? certificate.issuer() : certificate.subject();
        X509Certificate x509 = certificate.x509();
        return switch ((int) type) {
            case 0 -> simple(name, x509, ofIssuer);
            case 1 -> first(alternative(x509, ofIssuer, ALTERNATIVE_EMAIL), name.value(EMAIL));
            case 3 -> first(alternative(x509, ofIssuer, ALTERNATIVE_DNS), name.value(COMMON_NAME));
            case 4 -> first(alternative(x509, ofIssuer, ALTERNATIVE_DNS), null);
            case 5 -> first(alternative(x509, ofIssuer, ALTERNATIVE_URL), null);
            default -> "";
        };
    }

    private static String simple(DistinguishedName name, X509Certificate x509, boolean ofIssuer) {
        for (String oid : SIMPLE) {
            String value = name.value(oid);
            if (value != null) {
                return value;
            }
        }
        return first(alternative(x509, ofIssuer, ALTERNATIVE_EMAIL), null);
    }

    /** The first that there is, else empty. */
    private static String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other != null ? other : "";
    }

    private static @Nullable String alternative(X509Certificate x509, boolean ofIssuer, int type) {
        try {
            Collection<List<?>> names = ofIssuer ? x509.getIssuerAlternativeNames() : x509.getSubjectAlternativeNames();
            if (names == null) {
                return null;
            }
            for (List<?> name : names) {
                if (name.get(0).equals(type)) {
                    return String.valueOf(name.get(1));
                }
            }
            return null;
        } catch (CertificateParsingException e) {
            return null; // a name nobody can read is none
        }
    }
}
