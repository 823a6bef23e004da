package dev.apim.core.fluent;

import java.util.List;

/** Sets, adds to or removes a query parameter. Azure: {@code set-query-parameter}. Immutable. */
public final class SetQueryParameter implements PolicyStep {
    private static final List<String> ORDER =
            List.of("value");

    private final PolicyXml xml;

    SetQueryParameter(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public SetQueryParameter id(String value) {
        return new SetQueryParameter(xml.attribute("id", value));
    }

    /** Name of the parameter. Required. May be an expression. */
    public SetQueryParameter name(String value) {
        return new SetQueryParameter(xml.attribute("name", value));
    }

    /**
     * What to do where it is there already. One of {@code override}, {@code skip}, {@code append}, {@code delete}.
     * Default {@code override}. May be an expression.
     */
    public SetQueryParameter existsAction(String value) {
        return new SetQueryParameter(xml.attribute("exists-action", value));
    }

    /** A value; several make several parameters. May be repeated. */
    public SetQueryParameter value(String value) {
        return new SetQueryParameter(xml.child(ORDER, PolicyXml.of("value").text(value)));
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
