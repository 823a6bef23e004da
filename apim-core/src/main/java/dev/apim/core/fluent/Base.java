package dev.apim.core.fluent;

/** Runs the same section of the next broader scope. Azure: {@code base}. Immutable. */
public final class Base implements PolicyStep {
    private final PolicyXml xml;

    Base(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public Base id(String value) {
        return new Base(xml.attribute("id", value));
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
