package dev.apim.core.fluent;

/** Sets the status code and the reason phrase. Azure: {@code set-status}. Immutable. */
public final class SetStatus implements PolicyStep {
    private final PolicyXml xml;

    SetStatus(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public SetStatus id(String value) {
        return new SetStatus(xml.attribute("id", value));
    }

    /** Status code. From 200 to 599. Required. */
    public SetStatus code(int value) {
        return new SetStatus(xml.attribute("code", value));
    }

    /** The same as text, or an expression. */
    public SetStatus code(String value) {
        return new SetStatus(xml.attribute("code", value));
    }

    /** Reason phrase; else the standard one. May be an expression. */
    public SetStatus reason(String value) {
        return new SetStatus(xml.attribute("reason", value));
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
