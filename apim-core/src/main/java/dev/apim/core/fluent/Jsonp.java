package dev.apim.core.fluent;

/** Wraps the response body in a call of the function that the client names. Azure: {@code jsonp}. Immutable. */
public final class Jsonp implements PolicyStep {
    private final PolicyXml xml;

    Jsonp(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public Jsonp id(String value) {
        return new Jsonp(xml.attribute("id", value));
    }

    /** The query parameter that names the function. Required. May be an expression. */
    public Jsonp callbackParameterName(String value) {
        return new Jsonp(xml.attribute("callback-parameter-name", value));
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
