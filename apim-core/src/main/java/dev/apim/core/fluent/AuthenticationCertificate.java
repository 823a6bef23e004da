package dev.apim.core.fluent;

/** Names the gateway to the backend by a client certificate. Azure: {@code authentication-certificate}. Immutable. */
public final class AuthenticationCertificate implements PolicyStep {
    private final PolicyXml xml;

    AuthenticationCertificate(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public AuthenticationCertificate id(String value) {
        return new AuthenticationCertificate(xml.attribute("id", value));
    }

    /** Thumbprint of a certificate. May be an expression. */
    public AuthenticationCertificate thumbprint(String value) {
        return new AuthenticationCertificate(xml.attribute("thumbprint", value));
    }

    /** Name of a certificate. May be an expression. */
    public AuthenticationCertificate certificateId(String value) {
        return new AuthenticationCertificate(xml.attribute("certificate-id", value));
    }

    /** A key store (PKCS #12), as bytes. May be an expression. */
    public AuthenticationCertificate body(String value) {
        return new AuthenticationCertificate(xml.attribute("body", value));
    }

    /** Password of the key store in body. May be an expression. */
    public AuthenticationCertificate password(String value) {
        return new AuthenticationCertificate(xml.attribute("password", value));
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
}
