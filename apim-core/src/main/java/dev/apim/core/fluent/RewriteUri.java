package dev.apim.core.fluent;

/** Replaces the path and query sent to the backend. Azure: {@code rewrite-uri}. Immutable. */
public final class RewriteUri implements PolicyStep {
    private final PolicyXml xml;

    RewriteUri(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public RewriteUri id(String value) {
        return new RewriteUri(xml.attribute("id", value));
    }

    /** Path and query, relative to the backend. Required. May be an expression. */
    public RewriteUri template(String value) {
        return new RewriteUri(xml.attribute("template", value));
    }

    /** Whether query parameters that the operation's template does not name are kept. Default {@code true}. */
    public RewriteUri copyUnmatchedParams(boolean value) {
        return new RewriteUri(xml.attribute("copy-unmatched-params", value));
    }

    /** The same as text, or an expression. */
    public RewriteUri copyUnmatchedParams(String value) {
        return new RewriteUri(xml.attribute("copy-unmatched-params", value));
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
