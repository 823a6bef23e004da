package dev.apim.core.fluent;

import java.time.Duration;
import java.util.List;

/** Calls another service and does not wait for its response. Azure: {@code send-one-way-request}. Immutable. */
public final class SendOneWayRequest implements PolicyStep {
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

    SendOneWayRequest(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public SendOneWayRequest id(String value) {
        return new SendOneWayRequest(xml.attribute("id", value));
    }

    /**
     * A new request, or a copy of the one under way. One of {@code new}, {@code copy}. Default {@code new}. May be an
     * expression.
     */
    public SendOneWayRequest mode(String value) {
        return new SendOneWayRequest(xml.attribute("mode", value));
    }

    /** Seconds after which the call is given up. From 1 on. Default {@code 60}. */
    public SendOneWayRequest timeout(Duration value) {
        return new SendOneWayRequest(xml.seconds("timeout", value));
    }

    /** The same as text, in seconds, or an expression. */
    public SendOneWayRequest timeout(String value) {
        return new SendOneWayRequest(xml.attribute("timeout", value));
    }

    /** Where to send it. */
    public SendOneWayRequest setUrl(String value) {
        return new SendOneWayRequest(xml.onlyChild(ORDER, "set-url", value));
    }

    /** Sets the request's method. */
    public SendOneWayRequest setMethod(String value) {
        return new SendOneWayRequest(xml.onlyChild(ORDER, "set-method", value));
    }

    /** Sets, adds to or removes a header. May be repeated. */
    public SendOneWayRequest setHeader(SetHeader step) {
        return new SendOneWayRequest(xml.child(ORDER, step.element()));
    }

    /** Replaces the body. */
    public SendOneWayRequest setBody(SetBody step) {
        return new SendOneWayRequest(xml.onlyChild(ORDER, step.element()));
    }

    /** Names the gateway to the backend by a client certificate. */
    public SendOneWayRequest authenticationCertificate(AuthenticationCertificate step) {
        return new SendOneWayRequest(xml.onlyChild(ORDER, step.element()));
    }

    /** Names the gateway to the backend by user and password. */
    public SendOneWayRequest authenticationBasic(AuthenticationBasic step) {
        return new SendOneWayRequest(xml.onlyChild(ORDER, step.element()));
    }

    /** Names the gateway to the backend by a token of its identity. */
    public SendOneWayRequest authenticationManagedIdentity(AuthenticationManagedIdentity step) {
        return new SendOneWayRequest(xml.onlyChild(ORDER, step.element()));
    }

    /** Sends the request through an HTTP proxy. */
    public SendOneWayRequest proxy(Proxy step) {
        return new SendOneWayRequest(xml.onlyChild(ORDER, step.element()));
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
