package dev.apim.core.xml;

import java.io.StringReader;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;

/**
 * The only place where XML factories of the JDK are made: a DOCTYPE is refused, nothing outside the given text is ever read, and
 * depth, names and attributes are limited. Always the JDK's own implementations, whatever else the class path holds. The parsers
 * report errors to their caller and print nothing.
 */
public final class SecureXml {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String GENERAL_ENTITIES = "http://xml.org/sax/features/external-general-entities";
    private static final String PARAMETER_ENTITIES = "http://xml.org/sax/features/external-parameter-entities";
    private static final String LOAD_DTD = "http://apache.org/xml/features/nonvalidating/load-external-dtd";
    private static final Map<String, Integer> LIMITS = Map.of(
            "jdk.xml.maxElementDepth", 256,
            "jdk.xml.elementAttributeLimit", 256,
            "jdk.xml.maxXMLNameLimit", 1_000);

    private SecureXml() {}

    /** A namespace-aware builder of DOM trees. Not thread-safe. */
    public static DocumentBuilder documentBuilder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setFeature(GENERAL_ENTITIES, false);
            factory.setFeature(PARAMETER_ENTITIES, false);
            factory.setFeature(LOAD_DTD, false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            LIMITS.forEach((name, value) -> factory.setAttribute(name, value.toString()));
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new ThrowingHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw missing(e);
        }
    }

    /** A namespace-aware SAX parser. Not thread-safe. */
    public static SAXParser saxParser() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setFeature(GENERAL_ENTITIES, false);
            factory.setFeature(PARAMETER_ENTITIES, false);
            factory.setFeature(LOAD_DTD, false);
            factory.setXIncludeAware(false);
            SAXParser parser = factory.newSAXParser();
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            for (Map.Entry<String, Integer> limit : LIMITS.entrySet()) {
                parser.setProperty(limit.getKey(), limit.getValue().toString());
            }
            return parser;
        } catch (ParserConfigurationException | SAXException e) {
            throw missing(e);
        }
    }

    /** A factory of namespace-aware StAX readers and event readers. A DOCTYPE is an error when it is met. */
    public static XMLInputFactory inputFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        LIMITS.forEach((name, value) -> factory.setProperty(name, value.toString()));
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    /** A factory of XSLT 1.0 transformers without extension functions, {@code document()} and inclusion of other files. */
    public static TransformerFactory transformerFactory() {
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
            factory.setURIResolver((href, base) -> {
                throw new TransformerException("other documents are not read");
            });
            return factory;
        } catch (TransformerConfigurationException e) {
            throw missing(e);
        }
    }

    /** A factory of XML Schema 1.0 schemas that include no other file. */
    public static SchemaFactory schemaFactory() {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory;
        } catch (SAXNotRecognizedException | SAXNotSupportedException e) {
            throw missing(e);
        }
    }

    /** An evaluator of XPath 1.0 without extension functions. Not thread-safe. */
    public static XPath xpath() {
        try {
            XPathFactory factory = XPathFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newXPath();
        } catch (XPathFactoryConfigurationException e) {
            throw missing(e);
        }
    }

    /** Text as input for the parsers made here. */
    public static InputSource input(String text) {
        return new InputSource(new StringReader(text));
    }

    private static IllegalStateException missing(Exception e) {
        return new IllegalStateException("the Java runtime cannot parse XML securely: " + e.getMessage(), e);
    }
}
