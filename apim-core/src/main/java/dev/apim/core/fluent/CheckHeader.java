package dev.apim.core.fluent;

import java.util.List;

/** Lets only requests with a header, of certain values, pass. Azure: {@code check-header}. Immutable. */
public final class CheckHeader implements PolicyStep {
    private static final List<String> ORDER = List.of("value");

    private final PolicyXml xml;

    CheckHeader(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public CheckHeader id(String value) {
        return new CheckHeader(xml.attribute("id", value));
    }

    /** Name of the header. Required. May be an expression. */
    public CheckHeader name(String value) {
        return new CheckHeader(xml.attribute("name", value));
    }

    /** Status of the answer to others. From 200 to 599. Required. */
    public CheckHeader failedCheckHttpcode(int value) {
        return new CheckHeader(xml.attribute("failed-check-httpcode", value));
    }

    /** The same as text, or an expression. */
    public CheckHeader failedCheckHttpcode(String value) {
        return new CheckHeader(xml.attribute("failed-check-httpcode", value));
    }

    /** Message of the answer to others. Required. May be an expression. */
    public CheckHeader failedCheckErrorMessage(String value) {
        return new CheckHeader(xml.attribute("failed-check-error-message", value));
    }

    /** Whether case makes no difference to values. Required. */
    public CheckHeader ignoreCase(boolean value) {
        return new CheckHeader(xml.attribute("ignore-case", value));
    }

    /** The same as text, or an expression. */
    public CheckHeader ignoreCase(String value) {
        return new CheckHeader(xml.attribute("ignore-case", value));
    }

    /** A value that passes; without any, whatever is there does. May be repeated. */
    public CheckHeader value(String value) {
        return new CheckHeader(xml.child(ORDER, "value", value));
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
