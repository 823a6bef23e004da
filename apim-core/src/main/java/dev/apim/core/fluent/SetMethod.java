package dev.apim.core.fluent;

/** Sets the request's method. Azure: {@code set-method}. Immutable. */
public final class SetMethod implements PolicyStep {
    private final PolicyXml xml;

    SetMethod(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public SetMethod id(String value) {
        return new SetMethod(xml.attribute("id", value));
    }

    /** With this text, or an expression. */
    public SetMethod text(String value) {
        return new SetMethod(xml.text(value));
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
