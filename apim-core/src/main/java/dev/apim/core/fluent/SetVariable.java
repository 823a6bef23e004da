package dev.apim.core.fluent;

/** Keeps a value for the rest of the request. Azure: {@code set-variable}. Immutable. */
public final class SetVariable implements PolicyStep {
    private final PolicyXml xml;

    SetVariable(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public SetVariable id(String value) {
        return new SetVariable(xml.attribute("id", value));
    }

    /** Name of the variable. Required. */
    public SetVariable name(String value) {
        return new SetVariable(xml.attribute("name", value));
    }

    /** Value; a literal is a string. Required. May be an expression. */
    public SetVariable value(String value) {
        return new SetVariable(xml.attribute("value", value));
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
