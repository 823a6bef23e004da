package dev.apim.core.fluent;

import java.time.Duration;
import java.util.List;

/** Calls another service and keeps its response in a variable. Azure: {@code send-request}. Immutable. */
public final class SendRequest implements PolicyStep {
    private static final List<String> ORDER = List.of(
            "set-url",
            "set-method",
            "set-header",
            "set-body",
            "authentication-certificate",
            "authentication-basic",
            "authentication-managed-identity",
            "proxy");

    private final PolicyXml xml;

    SendRequest(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public SendRequest id(String value) {
        return new SendRequest(xml.attribute("id", value));
    }

    /**
     * A new request, or a copy of the one under way. One of {@code new}, {@code copy}. Default {@code new}. May be an
     * expression.
     */
    public SendRequest mode(String value) {
        return new SendRequest(xml.attribute("mode", value));
    }

    /** Variable for the response. Required. */
    public SendRequest responseVariableName(String value) {
        return new SendRequest(xml.attribute("response-variable-name", value));
    }

    /** Seconds to wait for the whole response. From 1 on. Default {@code 60}. */
    public SendRequest timeout(Duration value) {
        return new SendRequest(xml.seconds("timeout", value));
    }

    /** The same as text, in seconds, or an expression. */
    public SendRequest timeout(String value) {
        return new SendRequest(xml.attribute("timeout", value));
    }

    /** Whether a failed call leaves the variable null. Default {@code false}. */
    public SendRequest ignoreError(boolean value) {
        return new SendRequest(xml.attribute("ignore-error", value));
    }

    /** The same as text, such as a named value in braces. */
    public SendRequest ignoreError(String value) {
        return new SendRequest(xml.attribute("ignore-error", value));
    }

    /** Where to send it. */
    public SendRequest setUrl(String value) {
        return new SendRequest(xml.onlyChild(ORDER, "set-url", value));
    }

    /** Sets the request's method. */
    public SendRequest setMethod(String value) {
        return new SendRequest(xml.onlyChild(ORDER, "set-method", value));
    }

    /** Sets, adds to or removes a header. May be repeated. */
    public SendRequest setHeader(SetHeader step) {
        return new SendRequest(xml.child(ORDER, step.element()));
    }

    /** Replaces the body. */
    public SendRequest setBody(SetBody step) {
        return new SendRequest(xml.onlyChild(ORDER, step.element()));
    }

    /** Names the gateway to the backend by a client certificate. */
    public SendRequest authenticationCertificate(AuthenticationCertificate step) {
        return new SendRequest(xml.onlyChild(ORDER, step.element()));
    }

    /** Names the gateway to the backend by user and password. */
    public SendRequest authenticationBasic(AuthenticationBasic step) {
        return new SendRequest(xml.onlyChild(ORDER, step.element()));
    }

    /** Names the gateway to the backend by a token of its identity. */
    public SendRequest authenticationManagedIdentity(AuthenticationManagedIdentity step) {
        return new SendRequest(xml.onlyChild(ORDER, step.element()));
    }

    /** Sends the request through an HTTP proxy. */
    public SendRequest proxy(Proxy step) {
        return new SendRequest(xml.onlyChild(ORDER, step.element()));
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
