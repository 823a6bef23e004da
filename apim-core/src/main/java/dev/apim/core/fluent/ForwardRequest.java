package dev.apim.core.fluent;

import java.time.Duration;

/** Sends the request to the backend. Azure: {@code forward-request}. Immutable. */
public final class ForwardRequest implements PolicyStep {
    private final PolicyXml xml;

    ForwardRequest(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public ForwardRequest id(String value) {
        return new ForwardRequest(xml.attribute("id", value));
    }

    /** Seconds to wait for the response head. From 1 on. Default {@code 300}. */
    public ForwardRequest timeout(Duration value) {
        return new ForwardRequest(xml.seconds("timeout", value));
    }

    /** The same as text, in seconds, or an expression. */
    public ForwardRequest timeout(String value) {
        return new ForwardRequest(xml.attribute("timeout", value));
    }

    /** The same in milliseconds; instead of timeout. From 1 on. */
    public ForwardRequest timeoutMs(Duration value) {
        return new ForwardRequest(xml.milliseconds("timeout-ms", value));
    }

    /** The same as text, in milliseconds, or an expression. */
    public ForwardRequest timeoutMs(String value) {
        return new ForwardRequest(xml.attribute("timeout-ms", value));
    }

    /** Seconds to wait for 100 Continue. From 1 on. */
    public ForwardRequest continueTimeout(Duration value) {
        return new ForwardRequest(xml.seconds("continue-timeout", value));
    }

    /** The same as text, in seconds, or an expression. */
    public ForwardRequest continueTimeout(String value) {
        return new ForwardRequest(xml.attribute("continue-timeout", value));
    }

    /** Protocol towards the backend. One of {@code 1}, {@code 2or1}, {@code 2}. Default {@code 1}. */
    public ForwardRequest httpVersion(String value) {
        return new ForwardRequest(xml.attribute("http-version", value));
    }

    /** Whether redirects are followed here, at most 3. Default {@code false}. */
    public ForwardRequest followRedirects(boolean value) {
        return new ForwardRequest(xml.attribute("follow-redirects", value));
    }

    /** The same as text, or an expression. */
    public ForwardRequest followRedirects(String value) {
        return new ForwardRequest(xml.attribute("follow-redirects", value));
    }

    /** Whether the body is kept, so that a retry can send it again. Default {@code false}. */
    public ForwardRequest bufferRequestBody(boolean value) {
        return new ForwardRequest(xml.attribute("buffer-request-body", value));
    }

    /** The same as text, such as a named value in braces. */
    public ForwardRequest bufferRequestBody(String value) {
        return new ForwardRequest(xml.attribute("buffer-request-body", value));
    }

    /** Whether the response may be held back in small chunks. Default {@code true}. */
    public ForwardRequest bufferResponse(boolean value) {
        return new ForwardRequest(xml.attribute("buffer-response", value));
    }

    /** The same as text, such as a named value in braces. */
    public ForwardRequest bufferResponse(String value) {
        return new ForwardRequest(xml.attribute("buffer-response", value));
    }

    /** Whether a response of 400 to 599 is an error. Default {@code false}. */
    public ForwardRequest failOnErrorStatusCode(boolean value) {
        return new ForwardRequest(xml.attribute("fail-on-error-status-code", value));
    }

    /** The same as text, such as a named value in braces. */
    public ForwardRequest failOnErrorStatusCode(String value) {
        return new ForwardRequest(xml.attribute("fail-on-error-status-code", value));
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
