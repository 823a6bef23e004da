package dev.apim.core.fluent;

/** Runs a policy fragment in its place. Azure: {@code include-fragment}. Immutable. */
public final class IncludeFragment implements PolicyStep {
    private final PolicyXml xml;

    IncludeFragment(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public IncludeFragment id(String value) {
        return new IncludeFragment(xml.attribute("id", value));
    }

    /** Name of the fragment. Required. */
    public IncludeFragment fragmentId(String value) {
        return new IncludeFragment(xml.attribute("fragment-id", value));
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
