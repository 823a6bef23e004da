package dev.apim.core.fluent;

/**
 * Names the gateway to the backend by a token of its identity. Azure: {@code authentication-managed-identity}.
 * Immutable.
 */
public final class AuthenticationManagedIdentity implements PolicyStep {
    private final PolicyXml xml;

    AuthenticationManagedIdentity(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public AuthenticationManagedIdentity id(String value) {
        return new AuthenticationManagedIdentity(xml.attribute("id", value));
    }

    /** What the token is for, such as https://vault.azure.net. Required. May be an expression. */
    public AuthenticationManagedIdentity resource(String value) {
        return new AuthenticationManagedIdentity(xml.attribute("resource", value));
    }

    /** A user-assigned identity; absent: the system's. May be an expression. */
    public AuthenticationManagedIdentity clientId(String value) {
        return new AuthenticationManagedIdentity(xml.attribute("client-id", value));
    }

    /** Variable for the token, which is then not put into Authorization. */
    public AuthenticationManagedIdentity outputTokenVariableName(String value) {
        return new AuthenticationManagedIdentity(xml.attribute("output-token-variable-name", value));
    }

    /** Whether the request goes on without a token. Default {@code false}. */
    public AuthenticationManagedIdentity ignoreError(boolean value) {
        return new AuthenticationManagedIdentity(xml.attribute("ignore-error", value));
    }

    /** The same as text, such as a named value in braces. */
    public AuthenticationManagedIdentity ignoreError(String value) {
        return new AuthenticationManagedIdentity(xml.attribute("ignore-error", value));
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
