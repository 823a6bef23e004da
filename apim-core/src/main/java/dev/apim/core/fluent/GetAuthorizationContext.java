package dev.apim.core.fluent;

/** Gets an access token that the credential manager holds. Azure: {@code get-authorization-context}. Immutable. */
public final class GetAuthorizationContext implements PolicyStep {
    private final PolicyXml xml;

    GetAuthorizationContext(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public GetAuthorizationContext id(String value) {
        return new GetAuthorizationContext(xml.attribute("id", value));
    }

    /** The service that the token is for. Required. May be an expression. */
    public GetAuthorizationContext providerId(String value) {
        return new GetAuthorizationContext(xml.attribute("provider-id", value));
    }

    /** Who is acted for there. Required. May be an expression. */
    public GetAuthorizationContext authorizationId(String value) {
        return new GetAuthorizationContext(xml.attribute("authorization-id", value));
    }

    /** Variable for the result (Authorization). Required. May be an expression. */
    public GetAuthorizationContext contextVariableName(String value) {
        return new GetAuthorizationContext(xml.attribute("context-variable-name", value));
    }

    /**
     * Who asks: the gateway, or who the token in identity says. One of {@code managed}, {@code jwt}. Default {@code
     * managed}. May be an expression.
     */
    public GetAuthorizationContext identityType(String value) {
        return new GetAuthorizationContext(xml.attribute("identity-type", value));
    }

    /** A token of who asks, for identity-type jwt. May be an expression. */
    public GetAuthorizationContext identity(String value) {
        return new GetAuthorizationContext(xml.attribute("identity", value));
    }

    /** Whether a failure leaves the variable null. Default {@code false}. */
    public GetAuthorizationContext ignoreError(boolean value) {
        return new GetAuthorizationContext(xml.attribute("ignore-error", value));
    }

    /** The same as text, or an expression. */
    public GetAuthorizationContext ignoreError(String value) {
        return new GetAuthorizationContext(xml.attribute("ignore-error", value));
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
