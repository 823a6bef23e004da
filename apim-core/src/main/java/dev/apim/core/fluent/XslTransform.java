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

    /** The stylesheet. */
    public XslTransform xslStylesheet(UnaryOperator<XslStylesheet> with) {
        XslStylesheet child = with.apply(new XslStylesheet(PolicyXml.of("xsl:stylesheet")));
        return new XslTransform(xml.onlyChild(ORDER, child.xml));
    }

    /** The stylesheet. */
    public XslTransform xslTransform(UnaryOperator<XslTransformElement> with) {
        XslTransformElement child = with.apply(new XslTransformElement(PolicyXml.of("xsl:transform")));
        return new XslTransform(xml.onlyChild(ORDER, child.xml));
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

    /** The stylesheet. Azure: {@code xsl:stylesheet}. Immutable. */
    public static final class XslStylesheet {
        private final PolicyXml xml;

        XslStylesheet(PolicyXml xml) {
            this.xml = xml;
        }

        /** 1.0. */
        public XslStylesheet version(String value) {
            return new XslStylesheet(xml.attribute("version", value));
        }

        /** As in XSLT. */
        public XslStylesheet excludeResultPrefixes(String value) {
            return new XslStylesheet(xml.attribute("exclude-result-prefixes", value));
        }

        /** As in XSLT; none is known. */
        public XslStylesheet extensionElementPrefixes(String value) {
            return new XslStylesheet(xml.attribute("extension-element-prefixes", value));
        }

        /** With this text, or an expression. */
        public XslStylesheet text(String value) {
            return new XslStylesheet(xml.text(value));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }
    }

    /** The stylesheet. Azure: {@code xsl:transform}. Immutable. */
    public static final class XslTransformElement {
        private final PolicyXml xml;

        XslTransformElement(PolicyXml xml) {
            this.xml = xml;
        }

        /** 1.0. */
        public XslTransformElement version(String value) {
            return new XslTransformElement(xml.attribute("version", value));
        }

        /** As in XSLT. */
        public XslTransformElement excludeResultPrefixes(String value) {
            return new XslTransformElement(xml.attribute("exclude-result-prefixes", value));
        }

        /** As in XSLT; none is known. */
        public XslTransformElement extensionElementPrefixes(String value) {
            return new XslTransformElement(xml.attribute("extension-element-prefixes", value));
        }

        /** With this text, or an expression. */
        public XslTransformElement text(String value) {
            return new XslTransformElement(xml.text(value));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }
    }
}
