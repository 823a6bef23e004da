package dev.apim.core.fluent;

import java.util.List;
import java.util.function.UnaryOperator;

/** Writes a message to the trace and to the log. Azure: {@code trace}. Immutable. */
public final class Trace implements PolicyStep {
    private static final List<String> ORDER = List.of("message", "metadata");

    private final PolicyXml xml;

    Trace(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public Trace id(String value) {
        return new Trace(xml.attribute("id", value));
    }

    /** Who says it. Required. */
    public Trace source(String value) {
        return new Trace(xml.attribute("source", value));
    }

    /** How much it matters. One of {@code verbose}, {@code information}, {@code error}. Default {@code verbose}. */
    public Trace severity(String value) {
        return new Trace(xml.attribute("severity", value));
    }

    /** With this text, or an expression. */
    public Trace text(String value) {
        return new Trace(xml.text(value));
    }

    /** What to say. */
    public Trace message(String value) {
        return new Trace(xml.onlyChild(ORDER, "message", value));
    }

    /** Something to say along with it. May be repeated. */
    public Trace metadata(UnaryOperator<Metadata> with) {
        Metadata child = with.apply(new Metadata(PolicyXml.of("metadata")));
        return new Trace(xml.child(ORDER, child.xml));
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

    /** Something to say along with it. Azure: {@code metadata}. Immutable. */
    public static final class Metadata {
        private final PolicyXml xml;

        Metadata(PolicyXml xml) {
            this.xml = xml;
        }

        /** Its name. Required. May be an expression. */
        public Metadata name(String value) {
            return new Metadata(xml.attribute("name", value));
        }

        /** Its value. Required. May be an expression. */
        public Metadata value(String value) {
            return new Metadata(xml.attribute("value", value));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }
    }
}
