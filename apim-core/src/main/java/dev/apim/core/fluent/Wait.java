package dev.apim.core.fluent;

/** Runs its children side by side. Azure: {@code wait}. Immutable. */
public final class Wait implements PolicyStep {
    private final PolicyXml xml;

    Wait(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public Wait id(String value) {
        return new Wait(xml.attribute("id", value));
    }

    /**
     * Whether it waits for all children or for the first. One of {@code all}, {@code any}. Default {@code all}. May be
     * an expression.
     */
    public Wait mode(String value) {
        return new Wait(xml.attribute("for", value));
    }

    /** With these policies, behind those it has. */
    public Wait steps(PolicyStep... steps) {
        return new Wait(xml.steps(steps));
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
