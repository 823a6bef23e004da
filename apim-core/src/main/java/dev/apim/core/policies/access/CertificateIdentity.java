package dev.apim.core.policies.access;

import dev.apim.core.policies.message.Literals;
import dev.apim.policy.AttributeSpec;
import dev.apim.policy.AttributeSpec.Type;
import dev.apim.policy.CompileContext;
import dev.apim.policy.ElementSpec;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Value;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * What a client's certificate must be: all that is written of it.
 *
 * @param thumbprint SHA-1 of the DER form, hexadecimal
 * @param serialNumber hexadecimal
 * @param commonName of the subject
 * @param subject whole
 * @param dnsName among its alternative names
 * @param issuerSubject whole
 * @param issuerThumbprint of the issuer's certificate
 * @param issuerCertificateId resource name of the issuer's certificate
 */
record CertificateIdentity(
        @Nullable String thumbprint,
        @Nullable BigInteger serialNumber,
        @Nullable String commonName,
        @Nullable X500Principal subject,
        @Nullable String dnsName,
        @Nullable X500Principal issuerSubject,
        @Nullable String issuerThumbprint,
        @Nullable String issuerCertificateId) {
    private static final Map<String, String> KEYWORDS =
            Map.of("E", "1.2.840.113549.1.9.1", "S", "2.5.4.8", "SERIALNUMBER", "2.5.4.5", "T", "2.5.4.12");
    private static final int DNS = 2;

    static ElementSpec spec() {
        return ElementSpec.of("identity", "What a certificate must be: all that is said of it.")
                .attributes(
                        AttributeSpec.of("thumbprint", Type.STRING, "Its thumbprint."),
                        AttributeSpec.of("serial-number", Type.STRING, "Its serial number, hexadecimal."),
                        AttributeSpec.of("common-name", Type.STRING, "The common name of its subject."),
                        AttributeSpec.of("subject", Type.STRING, "Its subject, as a distinguished name."),
                        AttributeSpec.of("dns-name", Type.STRING, "A DNS name among its alternative names."),
                        AttributeSpec.of("issuer-subject", Type.STRING, "The subject of its issuer."),
                        AttributeSpec.of("issuer-thumbprint", Type.STRING, "The thumbprint of its issuer."),
                        AttributeSpec.of(
                                "issuer-certificate-id", Type.STRING, "Name of the certificate of its issuer."));
    }

    static CertificateIdentity compile(PolicyElement element, CompileContext context) {
        boolean named = element.attribute("issuer-certificate-id").isPresent();
        if (named
                && (element.attribute("issuer-subject").isPresent()
                        || element.attribute("issuer-thumbprint").isPresent())) {
            context.doubt(
                    element.position(),
                    "issuer-certificate-id says who the issuer is; remove issuer-subject and issuer-thumbprint");
        }
        if (element.attributes().isEmpty()) {
            context.doubt(element.position(), "<identity> says nothing, so every certificate matches it");
        }
        return new CertificateIdentity(
                hex(element, "thumbprint"),
                serial(element, context),
                text(element, "common-name"),
                name(element, "subject", context),
                text(element, "dns-name"),
                name(element, "issuer-subject", context),
                hex(element, "issuer-thumbprint"),
                text(element, "issuer-certificate-id"));
    }

    private static @Nullable String text(PolicyElement element, String attribute) {
        return element.attribute(attribute).map(value -> value.text().strip()).orElse(null);
    }

    private static @Nullable String hex(PolicyElement element, String attribute) {
        String text = text(element, attribute);
        return text == null ? null : text.replaceAll("[^0-9A-Fa-f]", "").toUpperCase(Locale.ROOT);
    }

    private static @Nullable BigInteger serial(PolicyElement element, CompileContext context) {
        Value value = element.attribute("serial-number").orElse(null);
        if (value == null || !Literals.isFinal(value)) {
            return null;
        }
        String digits = value.text().replaceAll("[\\s:]", "");
        if (!digits.matches("[0-9A-Fa-f]{1,64}")) {
            Literals.refuse(value, "serial-number: expected hexadecimal digits, found '" + value.text() + "'", context);
            return null;
        }
        return new BigInteger(digits, 16);
    }

    private static @Nullable X500Principal name(PolicyElement element, String attribute, CompileContext context) {
        Value value = element.attribute(attribute).orElse(null);
        if (value == null || !Literals.isFinal(value)) {
            return null;
        }
        try {
            return new X500Principal(value.text().strip(), KEYWORDS);
        } catch (IllegalArgumentException e) {
            Literals.refuse(
                    value,
                    attribute + ": expected a distinguished name such as CN=client, O=Contoso, found '" + value.text()
                            + "'",
                    context);
            return null;
        }
    }

    /**
     * Whether a certificate is this one.
     *
     * @param issuer its issuer's certificate, if that is known
     * @param named the certificate of {@link #issuerCertificateId}, if there is one
     */
    boolean matches(X509Certificate certificate, @Nullable X509Certificate issuer, @Nullable X509Certificate named) {
        return (thumbprint == null || thumbprint.equals(thumbprint(certificate)))
                && (serialNumber == null || serialNumber.equals(certificate.getSerialNumber()))
                && (commonName == null || commonName.equalsIgnoreCase(commonName(certificate)))
                && (subject == null || subject.equals(certificate.getSubjectX500Principal()))
                && (dnsName == null || hasDnsName(certificate, dnsName))
                && (issuerSubject == null || issuerSubject.equals(certificate.getIssuerX500Principal()))
                && (issuerThumbprint == null || issuer != null && issuerThumbprint.equals(thumbprint(issuer)))
                && (issuerCertificateId == null || issuer != null && issuer.equals(named));
    }

    static String thumbprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            return ""; // what has no form has no thumbprint
        }
    }

    private static @Nullable String commonName(X509Certificate certificate) {
        try {
            List<Rdn> parts = new LdapName(certificate.getSubjectX500Principal().getName()).getRdns();
            for (int i = parts.size() - 1; i >= 0; i--) {
                if (parts.get(i).getType().equalsIgnoreCase("CN")) {
                    return String.valueOf(parts.get(i).getValue());
                }
            }
            return null;
        } catch (InvalidNameException e) {
            return null;
        }
    }

    private static boolean hasDnsName(X509Certificate certificate, String wanted) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names != null
                    && names.stream()
                            .anyMatch(name ->
                                    name.get(0).equals(DNS) && wanted.equalsIgnoreCase(String.valueOf(name.get(1))));
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
