package dev.apim.core.fluent;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Calls a backend or URL; without a variable, what it answers is the response. Azure: {@code invoke-request}.
 * Immutable.
 */
public final class InvokeRequest implements PolicyStep {
    private static final List<String> ORDER = List.of("header", "body");

    private final PolicyXml xml;

    InvokeRequest(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public InvokeRequest id(String value) {
        return new InvokeRequest(xml.attribute("id", value));
    }

    /** The method. Default {@code GET}. May be an expression. */
    public InvokeRequest method(String value) {
        return new InvokeRequest(xml.attribute("method", value));
    }

    /** Absolute URL; with backend-id, a path behind it. May be an expression. */
    public InvokeRequest url(String value) {
        return new InvokeRequest(xml.attribute("url", value));
    }

    /** Resource name of a backend. May be an expression. */
    public InvokeRequest backendId(String value) {
        return new InvokeRequest(xml.attribute("backend-id", value));
    }

    /** Variable for the response. */
    public InvokeRequest responseVariableName(String value) {
        return new InvokeRequest(xml.attribute("response-variable-name", value));
    }

    /** A header to send. May be repeated. */
    public InvokeRequest header(UnaryOperator<Header> with) {
        Header child = with.apply(new Header(PolicyXml.of("header")));
        return new InvokeRequest(xml.child(ORDER, child.xml));
    }

    /** What to send. */
    public InvokeRequest body(String value) {
        return new InvokeRequest(xml.onlyChild(ORDER, "body", value));
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

    /** A header to send. Azure: {@code header}. Immutable. */
    public static final class Header {
        private final PolicyXml xml;

        Header(PolicyXml xml) {
            this.xml = xml;
        }

        /** Its name. Required. May be an expression. */
        public Header name(String value) {
            return new Header(xml.attribute("name", value));
        }

        /** Its value. Required. May be an expression. */
        public Header value(String value) {
            return new Header(xml.attribute("value", value));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }
    }
}
