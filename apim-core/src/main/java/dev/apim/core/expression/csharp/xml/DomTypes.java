package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.type.TypeDefinition.Kind;
import dev.apim.core.expression.csharp.type.TypeTable;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** {@code XmlDocument}, as far as it reads and selects: who wants to change a tree has {@code XDocument}. */
final class DomTypes {
    private static final String NAMESPACE = "System.Xml.";
    private static final String CHANGING = "trees of XmlDocument are only read; use XDocument";

    private DomTypes() {}

    static void register(TypeTable.Registry types) {
        types.type(NAMESPACE + "XmlDocument", Kind.CLASS, DomDocument.class, DomTypes::document)
                .type(NAMESPACE + "XmlElement", Kind.CLASS, DomNode.class, type -> kind(type, Element.class))
                .type(NAMESPACE + "XmlAttribute", Kind.CLASS, DomNode.class, type -> kind(type, Attr.class))
                .type(NAMESPACE + "XmlNode", Kind.CLASS, DomNode.class, DomTypes::node)
                .type(NAMESPACE + "XmlNodeList", Kind.CLASS, DomNodes.class, DomTypes::list)
                .type(NAMESPACE + "XmlAttributeCollection", Kind.CLASS, DomNodes.class, DomTypes::attributes)
                .type(NAMESPACE + "XmlNameTable", Kind.CLASS, Void.class, type -> type.base("object"))
                .type(NAMESPACE + "XmlNamespaceManager", Kind.CLASS, DomNames.class, DomNames::define);
    }

    /** The .NET name of a node's class. */
    static String nameOf(Node node) {
        return NAMESPACE
                + switch (node.getNodeType()) {
                    case Node.ELEMENT_NODE -> "XmlElement";
                    case Node.ATTRIBUTE_NODE -> "XmlAttribute";
                    case Node.TEXT_NODE -> "XmlText";
                    case Node.CDATA_SECTION_NODE -> "XmlCDataSection";
                    case Node.COMMENT_NODE -> "XmlComment";
                    case Node.DOCUMENT_NODE -> "XmlDocument";
                    default -> "XmlNode";
                };
    }

    private static void document(TypeBuilder type) {
        type.base("object").method("()", DomDocument::new);
        type.methodWith("void LoadXml(string xml)", (call, a) -> {
                    ((DomDocument) Objects.requireNonNull(a[0]))
                            .load(DomNode.parse(call.evaluation(), (String) NodeTypes.required(a[1], "xml")));
                    return null;
                })
                .costly();
        type.property("XmlElement DocumentElement", (DomDocument self) -> self.root())
                .property("XmlNameTable NameTable", (DomDocument self) -> null);
        members(type);
        type.refused("Load", "use LoadXml").refused("Save", "use OuterXml").refused("XmlResolver", "nothing is fetched");
    }

    private static void kind(TypeBuilder type, Class<? extends Node> kind) {
        Predicate<Object> is = value -> value instanceof DomNode dom && kind.isInstance(dom.node());
        type.base("XmlNode").instance(is);
        if (kind == Element.class) {
            type.method("string GetAttribute(string name)", (DomNode self, @Nullable String name) ->
                            ((Element) self.node()).getAttribute(name == null ? "" : name))
                    .method("bool HasAttribute(string name)", (DomNode self, @Nullable String name) ->
                            ((Element) self.node()).hasAttribute(name == null ? "" : name))
                    .property("bool HasAttributes", (DomNode self) -> self.node().hasAttributes());
            type.refused("SetAttribute", CHANGING);
        } else {
            type.property("XmlElement OwnerElement", (DomNode self) -> DomNode.of(((Attr) self.node()).getOwnerElement()));
        }
    }

    private static void node(TypeBuilder type) {
        type.base("object").instance(value -> value instanceof DomNode || value instanceof DomDocument);
        members(type);
    }

    private static DomNode self(@Nullable Object self) {
        return self instanceof DomDocument document ? document.node() : (DomNode) Objects.requireNonNull(self);
    }

    private static void members(TypeBuilder type) {
        type.property("string Name", (Object self) -> self(self).name())
                .property("string LocalName", (Object self) -> {
                    String local = self(self).node().getLocalName();
                    return local == null ? self(self).name() : local;
                })
                .property("string Prefix", (Object self) -> text(self(self).node().getPrefix()))
                .property("string NamespaceURI", (Object self) -> text(self(self).node().getNamespaceURI()))
                .property("string Value", (Object self) -> self(self).node().getNodeValue())
                .property("string InnerText", (Object self) -> self(self).innerText())
                .propertyWith(
                        "string InnerXml",
                        (call, a) -> call.evaluation().made(self(a[0]).innerXml()))
                .propertyWith(
                        "string OuterXml",
                        (call, a) -> call.evaluation().made(self(a[0]).outerXml()));
        neighbours(type);
        type.methodWith("XmlNode SelectSingleNode(string xpath)", (call, a) -> select(call, a).at(0))
                .costly()
                .methodWith("XmlNode SelectSingleNode(string xpath, XmlNamespaceManager nsmgr)", (call, a) ->
                        select(call, a).at(0))
                .costly()
                .methodWith("XmlNodeList SelectNodes(string xpath)", DomTypes::select)
                .costly()
                .methodWith("XmlNodeList SelectNodes(string xpath, XmlNamespaceManager nsmgr)", DomTypes::select)
                .costly()
                .methodWith("XmlNodeList GetElementsByTagName(string name)", DomTypes::named)
                .costly();
        for (String changing : new String[] {"AppendChild", "PrependChild", "RemoveChild", "RemoveAll", "ReplaceChild"}) {
            type.refused(changing, CHANGING);
        }
    }

    private static void neighbours(TypeBuilder type) {
        type.property("XmlNode FirstChild", (Object self) -> DomNode.of(self(self).node().getFirstChild()))
                .property("XmlNode LastChild", (Object self) -> DomNode.of(self(self).node().getLastChild()))
                .property("XmlNode NextSibling", (Object self) -> DomNode.of(self(self).node().getNextSibling()))
                .property("XmlNode PreviousSibling", (Object self) -> DomNode.of(self(self).node().getPreviousSibling()))
                .property("XmlNode ParentNode", (Object self) -> DomNode.of(self(self).node().getParentNode()))
                .property("bool HasChildNodes", (Object self) -> self(self).node().hasChildNodes())
                .property("XmlNodeList ChildNodes", (Object self) -> DomNodes.of(self(self).node().getChildNodes()))
                .property("XmlAttributeCollection Attributes", (Object self) -> self(self).node() instanceof Element
                        ? new DomNodes(self(self).attributes())
                        : null)
                .method("XmlElement this[string name]", (Object self, @Nullable String name) -> {
                    for (Node at = self(self).node().getFirstChild(); at != null; at = at.getNextSibling()) {
                        if (at instanceof Element && at.getNodeName().equals(name)) {
                            return new DomNode(at);
                        }
                    }
                    return null;
                });
    }

    private static DomNodes select(Code.Call call, @Nullable Object[] a) {
        String path = (String) NodeTypes.required(a[1], "xpath");
        return self(a[0]).select(call.evaluation(), path, a.length > 2 ? (DomNames) a[2] : null);
    }

    private static Object named(Code.Call call, @Nullable Object[] a) {
        Node node = self(a[0]).node();
        String name = (String) NodeTypes.required(a[1], "name");
        return DomNodes.of(
                node instanceof Document document
                        ? document.getElementsByTagName(name)
                        : ((Element) node).getElementsByTagName(name));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static void list(TypeBuilder type) {
        type.base("object", "IEnumerable")
                .enumerates("XmlNode", (DomNodes self) -> self)
                .property("int Count", (DomNodes self) -> self.count())
                .method("XmlNode Item(int index)", (DomNodes self, Integer index) -> self.at(index))
                .method("XmlNode this[int i]", (DomNodes self, Integer index) -> self.at(index));
    }

    private static void attributes(TypeBuilder type) {
        type.base("object", "IEnumerable")
                .enumerates("XmlAttribute", (DomNodes self) -> self)
                .property("int Count", (DomNodes self) -> self.count())
                .method("XmlAttribute this[int i]", (DomNodes self, Integer index) -> self.attribute(index))
                .method("XmlAttribute this[string name]", (DomNodes self, @Nullable String name) ->
                        name == null ? null : self.named(name))
                .method("XmlNode GetNamedItem(string name)", (DomNodes self, @Nullable String name) ->
                        name == null ? null : self.named(name));
    }
}
