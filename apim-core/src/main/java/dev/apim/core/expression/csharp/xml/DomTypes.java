package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.ListView;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** {@code XmlDocument} and its nodes: loading, selecting, reading, and small changes. */
final class DomTypes {
    private DomTypes() {}

    static void register(TypeTable.Registry types) {
        String xml = "System.Xml.";
        types.type(xml + "XmlNode", Kind.CLASS, DomNode.class, DomTypes::node)
                .type(xml + "XmlDocument", Kind.CLASS, DomNode.class, DomTypes::document)
                .type(xml + "XmlElement", Kind.CLASS, DomNode.class, DomTypes::element)
                .type(xml + "XmlAttribute", Kind.CLASS, DomNode.class, DomTypes::attribute)
                .type(xml + "XmlNodeList", Kind.CLASS, Nodes.class, DomTypes::list)
                .type(xml + "XmlAttributeCollection", Kind.CLASS, Nodes.class, DomTypes::attributes)
                .type(xml + "XmlNameTable", Kind.CLASS, NameTable.class, type -> {})
                .type(xml + "XmlNamespaceManager", Kind.CLASS, DomPath.class, DomTypes::namespaces);
    }

    /** What .NET's namespace managers ask a document for; it holds nothing here. */
    private record NameTable() {}

    /** Nodes in a row. */
    private record Nodes(List<DomNode> nodes) implements ListView {
        @Override
        public int count() {
            return nodes.size();
        }

        @Override
        public @Nullable Object at(int index) {
            return index >= 0 && index < nodes.size() ? nodes.get(index) : null;
        }

        @Override
        public Iterator<@Nullable Object> iterator() {
            return new ArrayList<@Nullable Object>(nodes).iterator();
        }
    }

    private static DomNode self(@Nullable Object[] a) {
        return (DomNode) Objects.requireNonNull(a[0]);
    }

    private static void node(TypeBuilder type) {
        type.base("IEnumerable").enumerates("XmlNode", (DomNode self) -> self);
        names(type);
        texts(type);
        neighbours(type);
        paths(type);
        type.method("XmlNode AppendChild(XmlNode newChild)", (DomNode self, @Nullable DomNode child) -> {
                    Node added = NodeTypes.required(child, "newChild").node();
                    return DomNode.of(self.node().appendChild(added));
                })
                .method("XmlNode RemoveChild(XmlNode oldChild)", (DomNode self, @Nullable DomNode child) -> {
                    Node removed = NodeTypes.required(child, "oldChild").node();
                    return DomNode.of(self.node().removeChild(removed));
                });
    }

    private static void names(TypeBuilder type) {
        type.property("string Name", (DomNode self) -> self.node().getNodeName())
                .property(
                        "string LocalName",
                        (DomNode self) -> Objects.requireNonNullElse(
                                self.node().getLocalName(), self.node().getNodeName()))
                .property(
                        "string Prefix",
                        (DomNode self) -> Objects.requireNonNullElse(self.node().getPrefix(), ""))
                .property(
                        "string NamespaceURI",
                        (DomNode self) -> Objects.requireNonNullElse(self.node().getNamespaceURI(), ""))
                .property("XmlNodeType NodeType", (DomNode self) -> NodeKind.TYPE.of(self.kind()));
    }

    private static void texts(TypeBuilder type) {
        type.property(
                        "string Value",
                        (DomNode self) -> self.node().getNodeValue(),
                        (DomNode self, @Nullable String v) -> {
                            self.node().setNodeValue(v);
                            return null;
                        })
                .property("string InnerText", (DomNode self) -> text(self), (DomNode self, @Nullable String text) -> {
                    self.node().setTextContent(text);
                    return null;
                })
                .propertyWith("string OuterXml", (call, a) -> written(call.evaluation(), List.of(self(a))))
                .costly()
                .propertyWith(
                        "string InnerXml", (call, a) -> written(call.evaluation(), DomNode.children(self(a).node())))
                .costly();
    }

    private static String text(DomNode self) {
        Node node = self.node() instanceof Document document ? document.getDocumentElement() : self.node();
        return node == null ? "" : Objects.requireNonNullElse(node.getTextContent(), "");
    }

    private static String written(Evaluation evaluation, List<DomNode> nodes) {
        String text = nodes.stream()
                .flatMap(node -> node.node() instanceof Document
                        ? DomNode.children(node.node()).stream()
                        : java.util.stream.Stream.of(node))
                .map(node -> written(node.node()))
                .collect(Collectors.joining());
        return Objects.requireNonNull(evaluation.made(text));
    }

    private static String written(Node node) {
        if (node instanceof Attr attribute) {
            return new XAttribute(XName.of("a"), attribute.getValue())
                    .toString()
                    .replaceFirst("^a", attribute.getName());
        }
        XNode tree = DomNode.tree(node);
        return tree == null ? "" : XmlText.of(tree, false, false);
    }

    private static void neighbours(TypeBuilder type) {
        type.property("XmlNodeList ChildNodes", (DomNode self) -> new Nodes(DomNode.children(self.node())))
                .property("bool HasChildNodes", (DomNode self) -> self.node().hasChildNodes())
                .property(
                        "XmlNode FirstChild",
                        (DomNode self) -> DomNode.of(self.node().getFirstChild()))
                .property(
                        "XmlNode LastChild",
                        (DomNode self) -> DomNode.of(self.node().getLastChild()))
                .property(
                        "XmlNode NextSibling",
                        (DomNode self) -> DomNode.of(self.node().getNextSibling()))
                .property(
                        "XmlNode PreviousSibling",
                        (DomNode self) -> DomNode.of(self.node().getPreviousSibling()))
                .property(
                        "XmlNode ParentNode",
                        (DomNode self) -> DomNode.of(self.node().getParentNode()))
                .property(
                        "XmlDocument OwnerDocument",
                        (DomNode self) -> DomNode.of(self.node().getOwnerDocument()))
                .property(
                        "XmlAttributeCollection Attributes",
                        (DomNode self) ->
                                self.node() instanceof Element element ? new Nodes(attributes(element)) : null)
                .method(
                        "XmlElement this[string name]",
                        (DomNode self, @Nullable String name) -> DomNode.children(self.node()).stream()
                                .filter(child -> child.node() instanceof Element
                                        && child.node().getNodeName().equals(name))
                                .findFirst()
                                .orElse(null));
    }

    private static List<DomNode> attributes(Element element) {
        List<DomNode> all = new ArrayList<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            all.add(Objects.requireNonNull(DomNode.of(attributes.item(i))));
        }
        return all;
    }

    private static void paths(TypeBuilder type) {
        for (String prefixes : new String[] {")", ", XmlNamespaceManager nsmgr)"}) {
            type.methodWith("XmlNode SelectSingleNode(string xpath" + prefixes, (call, a) -> {
                        List<DomNode> found = select(call.evaluation(), a, true);
                        return found.isEmpty() ? null : found.get(0);
                    })
                    .costly()
                    .methodWith(
                            "XmlNodeList SelectNodes(string xpath" + prefixes,
                            (call, a) -> new Nodes(select(call.evaluation(), a, false)))
                    .costly();
        }
    }

    private static List<DomNode> select(Evaluation evaluation, @Nullable Object[] a, boolean first) {
        String path = (String) NodeTypes.required(a[1], "xpath");
        return DomPath.select(evaluation, self(a), path, a.length > 2 ? (DomPath) a[2] : null, first);
    }

    private static void document(TypeBuilder type) {
        type.base("XmlNode").instance(value -> value instanceof DomNode node && node.node() instanceof Document);
        type.method("()", () -> DomNode.document(DomLoading.empty()))
                .methodWith("void LoadXml(string xml)", (call, a) -> {
                    String text = (String) NodeTypes.required(a[1], "xml");
                    self(a).load(DomLoading.load(call.evaluation(), text, false));
                    return null;
                })
                .costly()
                .property(
                        "XmlElement DocumentElement",
                        (DomNode self) -> DomNode.of(self.owner().getDocumentElement()))
                .property("XmlNameTable NameTable", (DomNode self) -> new NameTable())
                .method(
                        "XmlElement CreateElement(string name)",
                        (DomNode self, @Nullable String name) ->
                                DomNode.of(self.owner().createElementNS(null, checked(name))))
                .method(
                        "XmlElement CreateElement(string qualifiedName, string namespaceURI)",
                        (DomNode self, @Nullable String name, @Nullable String uri) ->
                                DomNode.of(self.owner().createElementNS(uri, checked(name))))
                .method(
                        "XmlNode CreateTextNode(string text)",
                        (DomNode self, @Nullable String text) ->
                                DomNode.of(self.owner().createTextNode(text)));
        byName(type);
        type.refused("Load", "it reads files and addresses; use LoadXml").refused("Save", "use OuterXml");
    }

    private static String checked(@Nullable String name) {
        String given = NodeTypes.required(name, "name");
        XmlNames.checkLocal(given.substring(given.indexOf(':') + 1));
        return given;
    }

    private static void byName(TypeBuilder type) {
        type.method("XmlNodeList GetElementsByTagName(string name)", (DomNode self, @Nullable String name) -> {
                    String wanted = NodeTypes.required(name, "name");
                    NodeList found = self.node() instanceof Element element
                            ? element.getElementsByTagName(wanted)
                            : self.owner().getElementsByTagName(wanted);
                    List<DomNode> nodes = new ArrayList<>();
                    for (int i = 0; i < found.getLength(); i++) {
                        nodes.add(Objects.requireNonNull(DomNode.of(found.item(i))));
                    }
                    return new Nodes(nodes);
                })
                .costly();
    }

    private static void element(TypeBuilder type) {
        type.base("XmlNode").instance(value -> value instanceof DomNode node && node.node() instanceof Element);
        type.method(
                        "string GetAttribute(string name)",
                        (DomNode self, @Nullable String name) -> ((Element) self.node()).getAttribute(name))
                .method(
                        "bool HasAttribute(string name)",
                        (DomNode self, @Nullable String name) -> ((Element) self.node()).hasAttribute(name))
                .method(
                        "void SetAttribute(string name, string value)",
                        (DomNode self, @Nullable String name, @Nullable String value) -> {
                            ((Element) self.node()).setAttribute(checked(name), value);
                            return null;
                        })
                .method("void RemoveAttribute(string name)", (DomNode self, @Nullable String name) -> {
                    ((Element) self.node()).removeAttribute(name);
                    return null;
                })
                .property("bool HasAttributes", (DomNode self) -> self.node().hasAttributes())
                .property(
                        "bool IsEmpty",
                        (DomNode self) ->
                                !self.node().hasChildNodes() && self.node().getUserData(DomLoading.OPEN) == null);
        byName(type);
    }

    private static void attribute(TypeBuilder type) {
        type.base("XmlNode").instance(value -> value instanceof DomNode node && node.node() instanceof Attr);
        type.property("XmlElement OwnerElement", (DomNode self) -> DomNode.of(((Attr) self.node()).getOwnerElement()));
    }

    private static void list(TypeBuilder type) {
        type.base("IEnumerable").enumerates("XmlNode", (Nodes self) -> self);
        type.property("int Count", Nodes::count)
                .method("XmlNode this[int i]", (Nodes self, Integer index) -> self.at(index))
                .method("XmlNode Item(int index)", (Nodes self, Integer index) -> self.at(index));
    }

    private static void attributes(TypeBuilder type) {
        type.base("IEnumerable").enumerates("XmlAttribute", (Nodes self) -> self);
        type.property("int Count", Nodes::count)
                .method("XmlAttribute this[int i]", (Nodes self, Integer index) -> self.at(index))
                .method(
                        "XmlAttribute this[string name]",
                        (Nodes self, @Nullable String name) -> self.nodes().stream()
                                .filter(attribute ->
                                        attribute.node().getNodeName().equals(name))
                                .findFirst()
                                .orElse(null));
    }

    private static void namespaces(TypeBuilder type) {
        type.method("(XmlNameTable nameTable)", (@Nullable Object table) -> new DomPath())
                .method(
                        "void AddNamespace(string prefix, string uri)",
                        (DomPath self, @Nullable String prefix, @Nullable String uri) -> {
                            self.add(NodeTypes.required(prefix, "prefix"), NodeTypes.required(uri, "uri"));
                            return null;
                        })
                .method(
                        "string LookupNamespace(string prefix)",
                        (DomPath self, @Nullable String prefix) -> self.find(NodeTypes.required(prefix, "prefix")));
    }
}
