package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.xml.SecureXml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * An {@code XmlNode}: read, selected, never changed. Two are equal that are the same node.
 *
 * @param node of the JDK's tree
 */
record DomNode(Node node) {
    private static final int LONGEST_PATH = 1_000;

    static DomNode parse(Evaluation evaluation, String text) {
        evaluation.make(text.length());
        evaluation.steps(1 + text.length() / 16);
        XmlMistake.check(text);
        try {
            Document document = SecureXml.documentBuilder().parse(SecureXml.input(text));
            document.normalizeDocument();
            return new DomNode(document);
        } catch (SAXException | IOException e) {
            throw XmlNames.error("The XML could not be read.");
        }
    }

    static @Nullable DomNode of(@Nullable Node node) {
        return node == null ? null : new DomNode(node);
    }

    /** The nodes that an XPath 1.0 expression leads to, in document order. */
    DomNodes select(Evaluation evaluation, String path, @Nullable NamespaceContext names) {
        evaluation.steps(1 + path.length());
        if (path.length() > LONGEST_PATH) {
            throw mistake(path);
        }
        try {
            XPathFactory factory = XPathFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            XPath xpath = factory.newXPath();
            if (names != null) {
                xpath.setNamespaceContext(names);
            }
            return DomNodes.of((NodeList) xpath.evaluate(path, node, XPathConstants.NODESET));
        } catch (XPathExpressionException | XPathFactoryConfigurationException e) {
            throw mistake(path);
        }
    }

    private static RuntimeException mistake(String path) {
        return new dev.apim.core.expression.csharp.value.DotNetException(
                "System.Xml.XPath.XPathException", "'" + path + "' has an invalid token.");
    }

    List<DomNode> attributes() {
        List<DomNode> all = new ArrayList<>();
        for (int i = 0; node.hasAttributes() && i < node.getAttributes().getLength(); i++) {
            all.add(new DomNode(node.getAttributes().item(i)));
        }
        return all;
    }

    String name() {
        return switch (node.getNodeType()) {
            case Node.CDATA_SECTION_NODE -> "#cdata-section";
            default -> node.getNodeName();
        };
    }

    String innerText() {
        return node.getNodeType() == Node.DOCUMENT_NODE
                ? of(((Document) node).getDocumentElement()).innerText()
                : String.valueOf(node.getTextContent());
    }

    String innerXml() {
        if (node.getNodeType() == Node.ATTRIBUTE_NODE) {
            return node.getNodeValue();
        }
        StringBuilder text = new StringBuilder();
        DomNodes.of(node.getChildNodes()).forEach(child -> text.append(((DomNode) child).outerXml()));
        return text.toString();
    }

    /** As .NET writes it: nothing is indented, an empty element is {@code <a />}. */
    String outerXml() {
        return DomText.of(node);
    }

    @Override
    public String toString() {
        return DomTypes.nameOf(node);
    }
}
