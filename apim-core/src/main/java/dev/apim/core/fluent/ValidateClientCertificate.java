package dev.apim.core.fluent;

import java.util.List;
import java.util.function.UnaryOperator;

/** Lets only clients with an accepted certificate pass. Azure: {@code validate-client-certificate}. Immutable. */
public final class ValidateClientCertificate implements PolicyStep {
    private static final List<String> ORDER = List.of("identities");

    private final PolicyXml xml;

    ValidateClientCertificate(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public ValidateClientCertificate id(String value) {
        return new ValidateClientCertificate(xml.attribute("id", value));
    }

    /** Whether it must not have been revoked. Default {@code true}. */
    public ValidateClientCertificate validateRevocation(boolean value) {
        return new ValidateClientCertificate(xml.attribute("validate-revocation", value));
    }

    /** The same as text, such as a named value in braces. */
    public ValidateClientCertificate validateRevocation(String value) {
        return new ValidateClientCertificate(xml.attribute("validate-revocation", value));
    }

    /** Whether somebody trusted must vouch for it. Default {@code true}. */
    public ValidateClientCertificate validateTrust(boolean value) {
        return new ValidateClientCertificate(xml.attribute("validate-trust", value));
    }

    /** The same as text, such as a named value in braces. */
    public ValidateClientCertificate validateTrust(String value) {
        return new ValidateClientCertificate(xml.attribute("validate-trust", value));
    }

    /** Whether its time must have come. Default {@code true}. */
    public ValidateClientCertificate validateNotBefore(boolean value) {
        return new ValidateClientCertificate(xml.attribute("validate-not-before", value));
    }

    /** The same as text, such as a named value in braces. */
    public ValidateClientCertificate validateNotBefore(String value) {
        return new ValidateClientCertificate(xml.attribute("validate-not-before", value));
    }

    /** Whether its time must not be over. Default {@code true}. */
    public ValidateClientCertificate validateNotAfter(boolean value) {
        return new ValidateClientCertificate(xml.attribute("validate-not-after", value));
    }

    /** The same as text, such as a named value in braces. */
    public ValidateClientCertificate validateNotAfter(String value) {
        return new ValidateClientCertificate(xml.attribute("validate-not-after", value));
    }

    /** Whether the request goes on all the same. Default {@code false}. */
    public ValidateClientCertificate ignoreError(boolean value) {
        return new ValidateClientCertificate(xml.attribute("ignore-error", value));
    }

    /** The same as text, such as a named value in braces. */
    public ValidateClientCertificate ignoreError(String value) {
        return new ValidateClientCertificate(xml.attribute("ignore-error", value));
    }

    /** Certificates that pass; without any, all that are valid do. */
    public ValidateClientCertificate identities(UnaryOperator<Identities> with) {
        Identities child = with.apply(new Identities(PolicyXml.of("identities")));
        return new ValidateClientCertificate(xml.onlyChild(ORDER, child.xml));
    }

    @Override
    public PolicyXml element() {
        return xml;
    }

    /** Its XML. */
    @Override
    public String toString() {
        return xml.toString();
    }

    /** Certificates that pass; without any, all that are valid do. Azure: {@code identities}. Immutable. */
    public static final class Identities {
        private static final List<String> ORDER = List.of("identity");

        private final PolicyXml xml;

        Identities(PolicyXml xml) {
            this.xml = xml;
        }

        /** What a certificate must be: all that is said of it. May be repeated. */
        public Identities identity(UnaryOperator<Identity> with) {
            Identity child = with.apply(new Identity(PolicyXml.of("identity")));
            return new Identities(xml.child(ORDER, child.xml));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }

        /** What a certificate must be: all that is said of it. Azure: {@code identity}. Immutable. */
        public static final class Identity {
            private final PolicyXml xml;

            Identity(PolicyXml xml) {
                this.xml = xml;
            }

            /** Its thumbprint. */
            public Identity thumbprint(String value) {
                return new Identity(xml.attribute("thumbprint", value));
            }

            /** Its serial number, hexadecimal. */
            public Identity serialNumber(String value) {
                return new Identity(xml.attribute("serial-number", value));
            }

            /** The common name of its subject. */
            public Identity commonName(String value) {
                return new Identity(xml.attribute("common-name", value));
            }

            /** Its subject, as a distinguished name. */
            public Identity subject(String value) {
                return new Identity(xml.attribute("subject", value));
            }

            /** A DNS name among its alternative names. */
            public Identity dnsName(String value) {
                return new Identity(xml.attribute("dns-name", value));
            }

            /** The subject of its issuer. */
            public Identity issuerSubject(String value) {
                return new Identity(xml.attribute("issuer-subject", value));
            }

            /** The thumbprint of its issuer. */
            public Identity issuerThumbprint(String value) {
                return new Identity(xml.attribute("issuer-thumbprint", value));
            }

            /** Name of the certificate of its issuer. */
            public Identity issuerCertificateId(String value) {
                return new Identity(xml.attribute("issuer-certificate-id", value));
            }

            /** Its XML. */
            @Override
            public String toString() {
                return xml.toString();
            }
        }
    }
}
