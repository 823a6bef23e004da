package dev.apim.core.fluent;

/** Converts an XML body to JSON. Azure: {@code xml-to-json}. Immutable. */
public final class XmlToJson implements PolicyStep {
    private final PolicyXml xml;

    XmlToJson(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public XmlToJson id(String value) {
        return new XmlToJson(xml.attribute("id", value));
    }

    /**
     * Names as in XML, or plain ones. One of {@code javascript-friendly}, {@code direct}. Required. May be an
     * expression.
     */
    public XmlToJson kind(String value) {
        return new XmlToJson(xml.attribute("kind", value));
    }

    /**
     * Always, or only to what says it is XML. One of {@code always}, {@code content-type-xml}. Required. May be an
     * expression.
     */
    public XmlToJson apply(String value) {
        return new XmlToJson(xml.attribute("apply", value));
    }

    /** Whether the caller has to ask for JSON in Accept. Default {@code true}. */
    public XmlToJson considerAcceptHeader(boolean value) {
        return new XmlToJson(xml.attribute("consider-accept-header", value));
    }

    /** The same as text, or an expression. */
    public XmlToJson considerAcceptHeader(String value) {
        return new XmlToJson(xml.attribute("consider-accept-header", value));
    }

    /** Whether an element in another is an array even where it is alone. Default {@code false}. */
    public XmlToJson alwaysArrayChildElements(boolean value) {
        return new XmlToJson(xml.attribute("always-array-child-elements", value));
    }

    /** The same as text, or an expression. */
    public XmlToJson alwaysArrayChildElements(String value) {
        return new XmlToJson(xml.attribute("always-array-child-elements", value));
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
