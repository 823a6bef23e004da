package dev.apim.validation;

import dev.apim.core.xml.SecureXml;
import dev.apim.validation.Definition.BrokenSchemaException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Compiles XML schemas: one {@code xs:schema}, or several in another element, as WADL grammars and WSDL types are. What they include is
 * put into them beforehand, so that the compiler never looks for a file.
 */
final class XmlSchemas {
    private static final String XSD = XMLConstants.W3C_XML_SCHEMA_NS_URI;
    private final Function<String, Optional<String>> included;
    private final Set<String> seen = new HashSet<>();
    private final List<Element> roots = new ArrayList<>();

    private XmlSchemas(Function<String, Optional<String>> included) {
        this.included = included;
    }

    /**
     * Compiles a document.
     *
     * @param included the text of a schema of the service or workspace by name
     */
    static Schema compile(String text, Function<String, Optional<String>> included) throws BrokenSchemaException {
        XmlSchemas schemas = new XmlSchemas(included);
        schemas.add(text);
        return schemas.compile();
    }

    private void add(String text) throws BrokenSchemaException {
        for (Element schema : schemas(parse(text).getDocumentElement())) {
            resolve(schema);
            roots.add(schema);
        }
    }

    private static List<Element> schemas(Element root) throws BrokenSchemaException {
        if (isXsd(root, "schema")) {
            return List.of(root);
        }
        List<Element> found = new ArrayList<>();
        var all = root.getElementsByTagNameNS(XSD, "schema");
        for (int i = 0; i < all.getLength(); i++) {
            found.add((Element) all.item(i));
        }
        if (found.isEmpty()) {
            throw new BrokenSchemaException("it holds no xs:schema");
        }
        return found;
    }

    /** Another part of the same namespace is put in its place; another namespace is compiled beside this one. */
    private void resolve(Element schema) throws BrokenSchemaException {
        for (Element child : children(schema)) {
            String location = child.getAttribute("schemaLocation");
            if (isXsd(child, "include") || isXsd(child, "redefine")) {
                String name = name(location);
                if (seen.add(name)) {
                    include(schema, child, parse(text(name, location)).getDocumentElement());
                }
                schema.removeChild(child);
            } else if (isXsd(child, "import") && !location.isEmpty()) {
                String name = name(location);
                if (seen.add(name) && included.apply(name).isPresent()) {
                    add(text(name, location));
                }
                child.removeAttribute("schemaLocation");
            }
        }
    }

    private void include(Element into, Element place, Element part) throws BrokenSchemaException {
        resolve(part);
        Document document = into.getOwnerDocument();
        for (Element child : children(part)) {
            Element copy = (Element) document.importNode(child, true);
            copyPrefixes(part, copy);
            // Imports and includes stand first in a schema.
            Node before = isXsd(child, "import") ? place : null;
            into.insertBefore(copy, before);
        }
    }

    private static void copyPrefixes(Element from, Element to) {
        for (int i = 0; i < from.getAttributes().getLength(); i++) {
            Node attribute = from.getAttributes().item(i);
            boolean prefix = XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI());
            if (prefix && !to.hasAttribute(attribute.getNodeName())) {
                to.setAttributeNS(
                        XMLConstants.XMLNS_ATTRIBUTE_NS_URI, attribute.getNodeName(), attribute.getNodeValue());
            }
        }
    }

    private String text(String name, String location) throws BrokenSchemaException {
        Optional<String> text = included.apply(name);
        if (text.isEmpty()) {
            throw new BrokenSchemaException("it includes '" + location + "', but there is no schema '" + name + "'");
        }
        return text.get();
    }

    /** {@code /schemas/name}, as Azure writes it, or the name with or without {@code .xsd}. */
    private static String name(String location) {
        String last = location.substring(location.lastIndexOf('/') + 1);
        return last.endsWith(".xsd") ? last.substring(0, last.length() - 4) : last;
    }

    private Schema compile() throws BrokenSchemaException {
        Source[] sources = roots.stream().map(DOMSource::new).toArray(Source[]::new);
        try {
            var factory = SecureXml.schemaFactory();
            factory.setErrorHandler(new Strict());
            return factory.newSchema(sources);
        } catch (SAXException e) {
            throw new BrokenSchemaException(String.valueOf(e.getMessage()));
        }
    }

    private static Document parse(String text) throws BrokenSchemaException {
        try {
            return SecureXml.documentBuilder().parse(SecureXml.input(text));
        } catch (SAXException | IOException e) {
            throw new BrokenSchemaException("it is not XML: " + e.getMessage());
        }
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (@Nullable Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static boolean isXsd(Element element, String name) {
        return XSD.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
