package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.xml.SecureXml;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** .NET's {@code XmlNamespaceManager}, and the paths that use it. */
final class DomPath implements NamespaceContext {
    private static final int VISITS_A_STEP = 2;
    private static final int COMPARISONS_A_STEP = 256;

    private final Map<String, String> uris = new LinkedHashMap<>();

    void add(String prefix, String uri) {
        uris.put(prefix, uri);
    }

    /** What a prefix stands for, null where it is unknown. */
    @Nullable
    String find(String prefix) {
        return switch (prefix) {
            case "xml" -> XMLConstants.XML_NS_URI;
            case "xmlns" -> XMLConstants.XMLNS_ATTRIBUTE_NS_URI;
            default -> uris.get(prefix);
        };
    }

    @Override
    public String getNamespaceURI(String prefix) {
        return Objects.requireNonNullElse(find(prefix), "");
    }

    @Override
    public @Nullable String getPrefix(String uri) {
        return null;
    }

    @Override
    public Iterator<String> getPrefixes(String uri) {
        return Collections.emptyIterator();
    }

    /**
     * How large a document is.
     *
     * @param nodes in it
     * @param names of elements and attributes, different ones
     */
    private record Size(long nodes, long names) {
        static Size of(Node from) {
            Node root = from.getOwnerDocument() == null ? from : from.getOwnerDocument();
            Set<String> names = new HashSet<>();
            long nodes = 0;
            Node at = root;
            while (at != null) {
                nodes++;
                count(at, names);
                Node next = at.getFirstChild();
                while (next == null && at != null && at != root) {
                    next = at.getNextSibling();
                    at = at.getParentNode();
                }
                at = next;
            }
            return new Size(nodes, names.size());
        }

        private static void count(Node node, Set<String> names) {
            names.add(node.getNodeName());
            NamedNodeMap attributes = node.getAttributes();
            for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
                names.add(attributes.item(i).getNodeName());
            }
        }

        /** The processor compares each name with all others where their hashes are one. */
        long comparisons() {
            return names * names;
        }
    }

    /** The nodes that a path leads to. */
    static List<DomNode> select(
            Evaluation evaluation, DomNode from, String path, @Nullable DomPath prefixes, boolean first) {
        evaluation.steps(1L + path.length());
        Size size = Size.of(from.node());
        evaluation.steps(size.comparisons() / COMPARISONS_A_STEP);
        double visits = PathCost.visits(path, 1 + size.nodes());
        evaluation.steps((long) Math.min(visits / VISITS_A_STEP, Integer.MAX_VALUE));
        XPath xpath = SecureXml.xpath();
        xpath.setNamespaceContext(prefixes == null ? new DomPath() : prefixes);
        try {
            NodeList found = (NodeList) xpath.evaluate(path, from.node(), XPathConstants.NODESET);
            List<DomNode> nodes = new ArrayList<>();
            for (int i = 0; i < (first ? Math.min(1, found.getLength()) : found.getLength()); i++) {
                evaluation.step();
                nodes.add(Objects.requireNonNull(DomNode.of(found.item(i))));
            }
            return nodes;
        } catch (XPathExpressionException e) {
            throw new DotNetException("System.Xml.XPath.XPathException", "'" + path + "' has an invalid token.");
        }
    }
}
