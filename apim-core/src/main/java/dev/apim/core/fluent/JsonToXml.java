package dev.apim.core.fluent;

/** Converts a JSON body to XML. Azure: {@code json-to-xml}. Immutable. */
public final class JsonToXml implements PolicyStep {
    private final PolicyXml xml;

    JsonToXml(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public JsonToXml id(String value) {
        return new JsonToXml(xml.attribute("id", value));
    }

    /**
     * Always, or only to what says it is JSON. One of {@code always}, {@code content-type-json}. Required. May be an
     * expression.
     */
    public JsonToXml apply(String value) {
        return new JsonToXml(xml.attribute("apply", value));
    }

    /** Whether the caller has to ask for XML in Accept. Default {@code true}. */
    public JsonToXml considerAcceptHeader(boolean value) {
        return new JsonToXml(xml.attribute("consider-accept-header", value));
    }

    /** The same as text, or an expression. */
    public JsonToXml considerAcceptHeader(String value) {
        return new JsonToXml(xml.attribute("consider-accept-header", value));
    }

    /** Whether dates are written as .NET writes them. Default {@code true}. */
    public JsonToXml parseDate(boolean value) {
        return new JsonToXml(xml.attribute("parse-date", value));
    }

    /** The same as text, such as a named value in braces. */
    public JsonToXml parseDate(String value) {
        return new JsonToXml(xml.attribute("parse-date", value));
    }

    /** What stands between a prefix and a name. Default {@code _}. May be an expression. */
    public JsonToXml namespaceSeparator(String value) {
        return new JsonToXml(xml.attribute("namespace-separator", value));
    }

    /** What the names of members begin with that declare namespaces. May be an expression. */
    public JsonToXml namespacePrefix(String value) {
        return new JsonToXml(xml.attribute("namespace-prefix", value));
    }

    /** The member whose own members are attributes. May be an expression. */
    public JsonToXml attributeBlockName(String value) {
        return new JsonToXml(xml.attribute("attribute-block-name", value));
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
