package dev.apim.core.fluent;

/** Names the gateway to the backend by user and password. Azure: {@code authentication-basic}. Immutable. */
public final class AuthenticationBasic implements PolicyStep {
    private final PolicyXml xml;

    AuthenticationBasic(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public AuthenticationBasic id(String value) {
        return new AuthenticationBasic(xml.attribute("id", value));
    }

    /** Name of the user. Required. May be an expression. */
    public AuthenticationBasic username(String value) {
        return new AuthenticationBasic(xml.attribute("username", value));
    }

    /** Password of the user. Required. May be an expression. */
    public AuthenticationBasic password(String value) {
        return new AuthenticationBasic(xml.attribute("password", value));
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
