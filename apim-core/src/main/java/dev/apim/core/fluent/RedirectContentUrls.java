package dev.apim.core.fluent;

/** Puts the gateway's URL in bodies where the backend's stands. Azure: {@code redirect-content-urls}. Immutable. */
public final class RedirectContentUrls implements PolicyStep {
    private final PolicyXml xml;

    RedirectContentUrls(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public RedirectContentUrls id(String value) {
        return new RedirectContentUrls(xml.attribute("id", value));
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
