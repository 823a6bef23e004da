package dev.apim.core.fluent;

/** Ends the request with an example or a sample. Azure: {@code mock-response}. Immutable. */
public final class MockResponse implements PolicyStep {
    private final PolicyXml xml;

    MockResponse(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public MockResponse id(String value) {
        return new MockResponse(xml.attribute("id", value));
    }

    /** Status, and which response to take. From 200 to 599. Default {@code 200}. */
    public MockResponse statusCode(int value) {
        return new MockResponse(xml.attribute("status-code", value));
    }

    /** The same as text, such as a named value in braces. */
    public MockResponse statusCode(String value) {
        return new MockResponse(xml.attribute("status-code", value));
    }

    /** Media type, and which representation to take; else the first. */
    public MockResponse contentType(String value) {
        return new MockResponse(xml.attribute("content-type", value));
    }

    /** Which example to take, from 0. From 0 on. Default {@code 0}. */
    public MockResponse index(int value) {
        return new MockResponse(xml.attribute("index", value));
    }

    /** The same as text, such as a named value in braces. */
    public MockResponse index(String value) {
        return new MockResponse(xml.attribute("index", value));
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
