package dev.apim.validation;

import dev.apim.core.xml.SecureXml;
import dev.apim.validation.Definition.BrokenSchemaException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The elements {@code xs:schema} of a document, and schemas that consist of others. */
final class SchemaElements {
    private static final String XSD = XMLConstants.W3C_XML_SCHEMA_NS_URI;

    /** The attributes of XML itself (W3C: xml.xsd), which many schemas import. */
    static final String XML = "<xs:schema xmlns:xs=\"" + XSD + "\" targetNamespace=\"" + XMLConstants.XML_NS_URI + "\">"
            + "<xs:attribute name=\"lang\"><xs:simpleType><xs:union memberTypes=\"xs:language\"><xs:simpleType>"
            + "<xs:restriction base=\"xs:string\"><xs:enumeration value=\"\"/></xs:restriction></xs:simpleType>"
            + "</xs:union></xs:simpleType></xs:attribute>"
            + "<xs:attribute name=\"space\"><xs:simpleType><xs:restriction base=\"xs:NCName\">"
            + "<xs:enumeration value=\"default\"/><xs:enumeration value=\"preserve\"/></xs:restriction>"
            + "</xs:simpleType></xs:attribute>"
            + "<xs:attribute name=\"base\" type=\"xs:anyURI\"/><xs:attribute name=\"id\" type=\"xs:ID\"/></xs:schema>";

    private SchemaElements() {}

    /** The element itself, or all within it. */
    static List<Element> in(Element root) {
        if (isXsd(root, "schema")) {
            return List.of(root);
        }
        List<Element> found = new ArrayList<>();
        var all = root.getElementsByTagNameNS(XSD, "schema");
        for (int i = 0; i < all.getLength(); i++) {
            found.add((Element) all.item(i));
        }
        return found;
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (@Nullable Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static boolean isXsd(Element element, String name) {
        return XSD.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    /** A schema as a document of its own, with the prefixes that are declared around it. */
    static String text(Element schema) throws BrokenSchemaException {
        for (@Nullable Node around = schema.getParentNode();
                around instanceof Element;
                around = around.getParentNode()) {
            copyPrefixes((Element) around, schema);
        }
        StringWriter text = new StringWriter();
        try {
            Transformer copy = SecureXml.transformerFactory().newTransformer();
            copy.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            copy.transform(new DOMSource(schema), new StreamResult(text));
        } catch (TransformerException e) {
            throw new BrokenSchemaException("it cannot be read: " + e.getMessage());
        }
        return text.toString();
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

    /** A schema of no namespace that imports these; the part without one it includes. */
    static String importing(Collection<String> namespaces) {
        StringBuilder text = new StringBuilder("<xs:schema xmlns:xs=\"" + XSD + "\">");
        for (String namespace : namespaces) {
            text.append(
                    namespace.isEmpty()
                            ? "<xs:include schemaLocation=\"apim:/none\"/>"
                            : "<xs:import namespace=\"" + quoted(namespace) + "\"/>");
        }
        return text.append("</xs:schema>").toString();
    }

    /** A schema of a namespace that consists of these parts. */
    static String including(String namespace, List<String> parts) {
        StringBuilder text = new StringBuilder("<xs:schema xmlns:xs=\"" + XSD + "\"");
        if (!namespace.isEmpty()) {
            text.append(" targetNamespace=\"").append(quoted(namespace)).append('"');
        }
        text.append('>');
        parts.forEach(part ->
                text.append("<xs:include schemaLocation=\"").append(part).append("\"/>"));
        return text.append("</xs:schema>").toString();
    }

    private static String quoted(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
