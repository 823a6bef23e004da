package dev.apim.core.fluent;

import java.util.List;
import java.util.function.UnaryOperator;

/** Transforms the body by an XSLT 1.0 stylesheet. Azure: {@code xsl-transform}. Immutable. */
public final class XslTransform implements PolicyStep {
    private static final List<String> ORDER = List.of("parameter", "xsl:stylesheet", "xsl:transform");

    private final PolicyXml xml;

    XslTransform(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public XslTransform id(String value) {
        return new XslTransform(xml.attribute("id", value));
    }

    /** The value of an xsl:param. May be repeated. */
    public XslTransform parameter(UnaryOperator<Parameter> with) {
        Parameter child = with.apply(new Parameter(PolicyXml.of("parameter")));
        return new XslTransform(xml.child(ORDER, child.xml));
    }

    /** The stylesheet. The whole element, as it is written in a file of its own. */
    public XslTransform stylesheet(String markup) {
        return new XslTransform(xml.onlyChild(ORDER, PolicyXml.asWritten("xsl:stylesheet", markup)));
    }

    /** The stylesheet. The whole element, as it is written in a file of its own. */
    public XslTransform transform(String markup) {
        return new XslTransform(xml.onlyChild(ORDER, PolicyXml.asWritten("xsl:transform", markup)));
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

    /** The value of an xsl:param. Azure: {@code parameter}. Immutable. */
    public static final class Parameter {
        private final PolicyXml xml;

        Parameter(PolicyXml xml) {
            this.xml = xml;
        }

        /** Of the xsl:param. Required. */
        public Parameter name(String value) {
            return new Parameter(xml.attribute("name", value));
        }

        /** With this text, or an expression. */
        public Parameter text(String value) {
            return new Parameter(xml.text(value));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }
    }
}
