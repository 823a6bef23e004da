package dev.apim.core.fluent;

/** Replaces a text in the body, wherever it stands. Azure: {@code find-and-replace}. Immutable. */
public final class FindAndReplace implements PolicyStep {
    private final PolicyXml xml;

    FindAndReplace(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public FindAndReplace id(String value) {
        return new FindAndReplace(xml.attribute("id", value));
    }

    /** The text to look for, taken to the letter. Required. May be an expression. */
    public FindAndReplace from(String value) {
        return new FindAndReplace(xml.attribute("from", value));
    }

    /** What takes its place; empty removes it. Required. May be an expression. */
    public FindAndReplace to(String value) {
        return new FindAndReplace(xml.attribute("to", value));
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
