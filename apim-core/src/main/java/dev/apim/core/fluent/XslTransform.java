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
    public XslTransform xsl:stylesheet(UnaryOperator<Xsl:stylesheet> with) {
        Xsl:stylesheet child = with.apply(new Xsl:stylesheet(PolicyXml.of("xsl:stylesheet")));
        return new XslTransform(xml.onlyChild(ORDER, child.xml));
    }

    /** The stylesheet. */
    public XslTransform xsl:transform(UnaryOperator<Xsl:transform> with) {
        Xsl:transform child = with.apply(new Xsl:transform(PolicyXml.of("xsl:transform")));
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
    public static final class Xsl:stylesheet {
        private final PolicyXml xml;

        Xsl:stylesheet(PolicyXml xml) {
            this.xml = xml;
        }

        /** 1.0. */
        public Xsl:stylesheet version(String value) {
            return new Xsl:stylesheet(xml.attribute("version", value));
        }

        /** As in XSLT. */
        public Xsl:stylesheet excludeResultPrefixes(String value) {
            return new Xsl:stylesheet(xml.attribute("exclude-result-prefixes", value));
        }

        /** As in XSLT; none is known. */
        public Xsl:stylesheet extensionElementPrefixes(String value) {
            return new Xsl:stylesheet(xml.attribute("extension-element-prefixes", value));
        }

        /** With this text, or an expression. */
        public Xsl:stylesheet text(String value) {
            return new Xsl:stylesheet(xml.text(value));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }
    }

    /** The stylesheet. Azure: {@code xsl:transform}. Immutable. */
    public static final class Xsl:transform {
        private final PolicyXml xml;

        Xsl:transform(PolicyXml xml) {
            this.xml = xml;
        }

        /** 1.0. */
        public Xsl:transform version(String value) {
            return new Xsl:transform(xml.attribute("version", value));
        }

        /** As in XSLT. */
        public Xsl:transform excludeResultPrefixes(String value) {
            return new Xsl:transform(xml.attribute("exclude-result-prefixes", value));
        }

        /** As in XSLT; none is known. */
        public Xsl:transform extensionElementPrefixes(String value) {
            return new Xsl:transform(xml.attribute("extension-element-prefixes", value));
        }

        /** With this text, or an expression. */
        public Xsl:transform text(String value) {
            return new Xsl:transform(xml.text(value));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }
    }
}
