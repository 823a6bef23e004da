package dev.apim.core.fluent;

/** Replaces the body. Azure: {@code set-body}. Immutable. */
public final class SetBody implements PolicyStep {
    private final PolicyXml xml;

    SetBody(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public SetBody id(String value) {
        return new SetBody(xml.attribute("id", value));
    }

    /** How the text is rendered. One of {@code liquid}, {@code none}. */
    public SetBody template(String value) {
        return new SetBody(xml.attribute("template", value));
    }

    /** How a template sees xsi:nil elements. One of {@code blank}, {@code null}. Default {@code blank}. */
    public SetBody xsiNil(String value) {
        return new SetBody(xml.attribute("xsi-nil", value));
    }

    /** Whether a template sees dates. Default {@code true}. */
    public SetBody parseDate(boolean value) {
        return new SetBody(xml.attribute("parse-date", value));
    }

    /** The same as text, such as a named value in braces. */
    public SetBody parseDate(String value) {
        return new SetBody(xml.attribute("parse-date", value));
    }

    /** With this text, or an expression. */
    public SetBody text(String value) {
        return new SetBody(xml.text(value));
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
