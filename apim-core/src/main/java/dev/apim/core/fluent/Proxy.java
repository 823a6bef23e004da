package dev.apim.core.fluent;

/** Sends the request through an HTTP proxy. Azure: {@code proxy}. Immutable. */
public final class Proxy implements PolicyStep {
    private final PolicyXml xml;

    Proxy(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public Proxy id(String value) {
        return new Proxy(xml.attribute("id", value));
    }

    /** The proxy, such as http://proxy:3128. Required. May be an expression. */
    public Proxy url(String value) {
        return new Proxy(xml.attribute("url", value));
    }

    /** For Basic credentials. May be an expression. */
    public Proxy username(String value) {
        return new Proxy(xml.attribute("username", value));
    }

    /** For Basic credentials. May be an expression. */
    public Proxy password(String value) {
        return new Proxy(xml.attribute("password", value));
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
