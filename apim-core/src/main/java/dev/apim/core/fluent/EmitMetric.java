package dev.apim.core.fluent;

import java.util.List;
import java.util.function.UnaryOperator;

/** Emits a value of a metric. Azure: {@code emit-metric}. Immutable. */
public final class EmitMetric implements PolicyStep {
    private static final List<String> ORDER = List.of("dimension");

    private final PolicyXml xml;

    EmitMetric(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public EmitMetric id(String value) {
        return new EmitMetric(xml.attribute("id", value));
    }

    /** Name of the metric. Required. */
    public EmitMetric name(String value) {
        return new EmitMetric(xml.attribute("name", value));
    }

    /** Namespace of the metric. Default {@code API Management}. */
    public EmitMetric namespace(String value) {
        return new EmitMetric(xml.attribute("namespace", value));
    }

    /** The value. Default {@code 1}. */
    public EmitMetric value(double value) {
        return new EmitMetric(xml.attribute("value", value));
    }

    /** The same as text, or an expression. */
    public EmitMetric value(String value) {
        return new EmitMetric(xml.attribute("value", value));
    }

    /** What the value belongs to. May be repeated. */
    public EmitMetric dimension(UnaryOperator<Dimension> with) {
        Dimension child = with.apply(new Dimension(PolicyXml.of("dimension")));
        return new EmitMetric(xml.child(ORDER, child.xml));
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

    /** What the value belongs to. Azure: {@code dimension}. Immutable. */
    public static final class Dimension {
        private final PolicyXml xml;

        Dimension(PolicyXml xml) {
            this.xml = xml;
        }

        /** Name of the dimension. Required. May be an expression. */
        public Dimension name(String value) {
            return new Dimension(xml.attribute("name", value));
        }

        /** Its value; not needed for the known dimensions. May be an expression. */
        public Dimension value(String value) {
            return new Dimension(xml.attribute("value", value));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }
    }
}
