package dev.apim.core.fluent;

import java.util.List;

/** Sets, adds to or removes a header. Azure: {@code set-header}. Immutable. */
public final class SetHeader implements PolicyStep {
    private static final List<String> ORDER =
            List.of("value");

    private final PolicyXml xml;

    SetHeader(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public SetHeader id(String value) {
        return new SetHeader(xml.attribute("id", value));
    }

    /** Name of the header. Required. May be an expression. */
    public SetHeader name(String value) {
        return new SetHeader(xml.attribute("name", value));
    }

    /**
     * What to do where it is there already. One of {@code override}, {@code skip}, {@code append}, {@code delete}.
     * Default {@code override}. May be an expression.
     */
    public SetHeader existsAction(String value) {
        return new SetHeader(xml.attribute("exists-action", value));
    }

    /** A value. May be repeated. */
    public SetHeader value(String value) {
        return new SetHeader(xml.child(ORDER, PolicyXml.of("value").text(value)));
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
