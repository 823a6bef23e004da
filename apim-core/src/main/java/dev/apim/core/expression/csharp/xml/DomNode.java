package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.value.CollectionView;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** .NET's {@code XmlNode}: a document, an element, an attribute, a text. One and the same for one place of a tree. */
final class DomNode implements CollectionView {
    private static final String KEY = "node";

    private Node node;

    private DomNode(Node node) {
        this.node = node;
    }

    /** The node of a place. */
    static @Nullable DomNode of(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        if (node.getUserData(KEY) instanceof DomNode known) {
            return known;
        }
        DomNode made = new DomNode(node);
        node.setUserData(KEY, made, null);
        return made;
    }

    /** A document that is not loaded yet. */
    static DomNode document(Document empty) {
        return new DomNode(empty);
    }

    /** Makes a document another. */
    void load(Document document) {
        node = document;
        document.setUserData(KEY, this, null);
    }

    Node node() {
        return node;
    }

    Document owner() {
        return node instanceof Document document ? document : node.getOwnerDocument();
    }

    /** .NET's {@code XmlNodeType}, which numbers the kinds as DOM does. */
    int kind() {
        return node instanceof org.w3c.dom.Text text && node.getNodeType() == Node.TEXT_NODE && isBlank(text)
                ? NodeKind.WHITE_SPACE
                : node.getNodeType();
    }

    private static boolean isBlank(org.w3c.dom.Text text) {
        return XmlNames.isBlank(text.getData());
    }

    /** What it holds. */
    static List<DomNode> children(Node node) {
        List<DomNode> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(java.util.Objects.requireNonNull(of(child)));
        }
        return children;
    }

    @Override
    public int count() {
        return children(node).size();
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return new ArrayList<@Nullable Object>(children(node)).iterator();
    }

    /** As LINQ's tree has it, for writing. */
    static @Nullable XNode tree(Node node) {
        return switch (node.getNodeType()) {
            case Node.ELEMENT_NODE -> element((Element) node);
            case Node.CDATA_SECTION_NODE -> new XCData(node.getNodeValue());
            case Node.TEXT_NODE -> new XPlainText(node.getNodeValue());
            case Node.COMMENT_NODE -> new XComment(node.getNodeValue());
            case Node.PROCESSING_INSTRUCTION_NODE -> new XInstruction(node.getNodeName(), node.getNodeValue());
            default -> null;
        };
    }

    private static XElement element(Element element) {
        XElement made = new XElement(name(element));
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (made.attribute(name(attribute)) == null) {
                made.add(new XAttribute(name(attribute), attribute.getValue()));
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            XNode copy = tree(child);
            if (copy != null) {
                made.children().insert(made.children().last(), copy);
            }
        }
        if (element.getUserData(DomLoading.OPEN) != null) {
            made.children().blank();
        }
        return made;
    }

    private static XName name(Node node) {
        String uri = node.getNamespaceURI();
        boolean plain = uri == null || node.getNodeName().equals("xmlns");
        String local = node.getLocalName();
        return new XName(plain ? XNamespace.NONE : new XNamespace(uri), local == null ? node.getNodeName() : local);
    }

    @Override
    public String toString() {
        return switch (node.getNodeType()) {
            case Node.DOCUMENT_NODE -> "System.Xml.XmlDocument";
            case Node.ELEMENT_NODE -> "System.Xml.XmlElement";
            case Node.ATTRIBUTE_NODE -> "System.Xml.XmlAttribute";
            case Node.TEXT_NODE -> "System.Xml.XmlText";
            case Node.CDATA_SECTION_NODE -> "System.Xml.XmlCDataSection";
            case Node.COMMENT_NODE -> "System.Xml.XmlComment";
            default -> "System.Xml.XmlNode";
        };
    }
}
