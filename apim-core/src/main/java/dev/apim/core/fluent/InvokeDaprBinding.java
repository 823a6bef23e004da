package dev.apim.core.fluent;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Invokes an output binding through the Dapr sidecar. Azure: {@code invoke-dapr-binding}. Immutable. */
public final class InvokeDaprBinding implements PolicyStep {
    private static final List<String> ORDER = List.of("metadata", "data");

    private final PolicyXml xml;

    InvokeDaprBinding(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public InvokeDaprBinding id(String value) {
        return new InvokeDaprBinding(xml.attribute("id", value));
    }

    /** The binding. Required. May be an expression. */
    public InvokeDaprBinding name(String value) {
        return new InvokeDaprBinding(xml.attribute("name", value));
    }

    /** What the binding is to do. */
    public InvokeDaprBinding operation(String value) {
        return new InvokeDaprBinding(xml.attribute("operation", value));
    }

    /** Whether a failed call is passed over. Default {@code false}. */
    public InvokeDaprBinding ignoreError(boolean value) {
        return new InvokeDaprBinding(xml.attribute("ignore-error", value));
    }

    /** The same as text, such as a named value in braces. */
    public InvokeDaprBinding ignoreError(String value) {
        return new InvokeDaprBinding(xml.attribute("ignore-error", value));
    }

    /** Variable for the sidecar's response. */
    public InvokeDaprBinding responseVariableName(String value) {
        return new InvokeDaprBinding(xml.attribute("response-variable-name", value));
    }

    /** Seconds to wait for it. From 1 to 240. Default {@code 5}. */
    public InvokeDaprBinding timeout(Duration value) {
        return new InvokeDaprBinding(xml.seconds("timeout", value));
    }

    /** The same as text, in seconds, or an expression. */
    public InvokeDaprBinding timeout(String value) {
        return new InvokeDaprBinding(xml.attribute("timeout", value));
    }

    /** How the text is rendered. One of {@code Liquid}, {@code liquid}. */
    public InvokeDaprBinding template(String value) {
        return new InvokeDaprBinding(xml.attribute("template", value));
    }

    /** Media type of the text. Default {@code application/json}. */
    public InvokeDaprBinding contentType(String value) {
        return new InvokeDaprBinding(xml.attribute("content-type", value));
    }

    /** What the binding is told beside the data. */
    public InvokeDaprBinding metadata(UnaryOperator<Metadata> with) {
        Metadata child = with.apply(new Metadata(PolicyXml.of("metadata")));
        return new InvokeDaprBinding(xml.onlyChild(ORDER, child.xml));
    }

    /** The data. */
    public InvokeDaprBinding data(String value) {
        return new InvokeDaprBinding(xml.onlyChild(ORDER, "data", value));
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

    /** What the binding is told beside the data. Azure: {@code metadata}. Immutable. */
    public static final class Metadata {
        private static final List<String> ORDER = List.of("item");

        private final PolicyXml xml;

        Metadata(PolicyXml xml) {
            this.xml = xml;
        }

        /** One thing it is told. May be repeated. */
        public Metadata item(UnaryOperator<Item> with) {
            Item child = with.apply(new Item(PolicyXml.of("item")));
            return new Metadata(xml.child(ORDER, child.xml));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }

        /** One thing it is told. Azure: {@code item}. Immutable. */
        public static final class Item {
            private final PolicyXml xml;

            Item(PolicyXml xml) {
                this.xml = xml;
            }

            /** Its name. Required. May be an expression. */
            public Item key(String value) {
                return new Item(xml.attribute("key", value));
            }

            /** With this text, or an expression. */
            public Item text(String value) {
                return new Item(xml.text(value));
            }

            /** Its XML. */
            @Override
            public String toString() {
                return xml.toString();
            }
        }
    }
}
