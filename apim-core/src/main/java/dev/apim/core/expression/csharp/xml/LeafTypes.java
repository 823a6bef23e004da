package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Texts, comments, instructions, document types, declarations, names, namespaces and attributes. */
final class LeafTypes {
    private LeafTypes() {}

    static void text(TypeBuilder type) {
        type.base("XNode");
        type.methodWith("(string value)", (call, a) -> new XPlainText(made(call, a[0], "value")))
                .methodWith("(XText other)", (call, a) -> {
                    XText other = (XText) NodeTypes.required(a[0], "other");
                    return new XPlainText(made(call, other.value(), "other"));
                })
                .property("string Value", XText::value, (XText self, @Nullable String value) -> {
                    self.value(NodeTypes.required(value, "value"));
                    return null;
                });
    }

    static void data(TypeBuilder type) {
        type.base("XText");
        type.methodWith("(string value)", (call, a) -> new XCData(made(call, a[0], "value")))
                .methodWith("(XCData other)", (call, a) -> {
                    XCData other = (XCData) NodeTypes.required(a[0], "other");
                    return new XCData(made(call, other.value(), "other"));
                });
    }

    private static String made(Code.Call call, @Nullable Object value, String parameter) {
        Evaluation evaluation = call.evaluation();
        return Objects.requireNonNull(evaluation.made((String) NodeTypes.required(value, parameter)));
    }

    static void comment(TypeBuilder type) {
        type.base("XNode");
        type.methodWith("(string value)", (call, a) -> new XComment(made(call, a[0], "value")))
                .methodWith("(XComment other)", (call, a) -> {
                    XComment other = (XComment) NodeTypes.required(a[0], "other");
                    return new XComment(made(call, other.value(), "other"));
                })
                .property("string Value", XComment::value, (XComment self, @Nullable String value) -> {
                    self.value(NodeTypes.required(value, "value"));
                    return null;
                });
    }

    static void instruction(TypeBuilder type) {
        type.base("XNode");
        type.methodWith(
                        "(string target, string data)",
                        (call, a) -> new XInstruction(made(call, a[0], "target"), made(call, a[1], "data")))
                .method(
                        "(XProcessingInstruction other)",
                        (@Nullable XInstruction other) ->
                                NodeTypes.required(other, "other").copy())
                .property("string Target", XInstruction::target, (XInstruction self, @Nullable String value) -> {
                    self.target(NodeTypes.required(value, "value"));
                    return null;
                })
                .property("string Data", XInstruction::data, (XInstruction self, @Nullable String value) -> {
                    self.data(NodeTypes.required(value, "value"));
                    return null;
                });
    }

    static void documentType(TypeBuilder type) {
        type.base("XNode");
        type.methodWith("(string name, string publicId, string systemId, string internalSubset)", (call, a) -> {
                    String name = made(call, a[0], "name");
                    return new XDocumentType(name, (String) a[1], (String) a[2], (String) a[3]);
                })
                .method(
                        "(XDocumentType other)",
                        (@Nullable XDocumentType other) ->
                                NodeTypes.required(other, "other").copy())
                .property("string Name", XDocumentType::name, (XDocumentType self, @Nullable String value) -> {
                    self.name(NodeTypes.required(value, "value"));
                    return null;
                })
                .property("string PublicId", XDocumentType::publicId, (XDocumentType self, @Nullable String id) -> {
                    self.publicId(id);
                    return null;
                })
                .property("string SystemId", XDocumentType::systemId, (XDocumentType self, @Nullable String id) -> {
                    self.systemId(id);
                    return null;
                })
                .property(
                        "string InternalSubset",
                        XDocumentType::internalSubset,
                        (XDocumentType self, @Nullable String subset) -> {
                            self.internalSubset(subset);
                            return null;
                        });
    }

    static void declaration(TypeBuilder type) {
        type.method(
                        "(string version, string encoding, string standalone)",
                        (@Nullable String version, @Nullable String encoding, @Nullable String standalone) ->
                                new XDeclaration(version, encoding, standalone))
                .method("(XDeclaration other)", (@Nullable XDeclaration given) -> {
                    XDeclaration other = NodeTypes.required(given, "other");
                    return new XDeclaration(other.version, other.encoding, other.standalone);
                })
                .method("string ToString()", XDeclaration::toString)
                .property(
                        "string Version",
                        (XDeclaration self) -> self.version,
                        (XDeclaration self, @Nullable String v) -> {
                            self.version = v;
                            return null;
                        })
                .property(
                        "string Encoding",
                        (XDeclaration self) -> self.encoding,
                        (XDeclaration self, @Nullable String v) -> {
                            self.encoding = v;
                            return null;
                        })
                .property(
                        "string Standalone",
                        (XDeclaration self) -> self.standalone,
                        (XDeclaration self, @Nullable String v) -> {
                            self.standalone = v;
                            return null;
                        });
    }

    static void name(TypeBuilder type) {
        type.property("string LocalName", XName::local)
                .property("XNamespace Namespace", XName::namespace)
                .property(
                        "string NamespaceName", (XName self) -> self.namespace().uri())
                .method("string ToString()", XName::toString)
                .method("bool Equals(object obj)", (XName self, @Nullable Object other) -> self.equals(other))
                .method("int GetHashCode()", XName::hashCode)
                .method(
                        "static XName Get(string expandedName)",
                        (@Nullable String expanded) -> XName.of(NodeTypes.required(expanded, "expandedName")))
                .method(
                        "static XName Get(string localName, string namespaceName)",
                        (@Nullable String local, @Nullable String uri) -> namespace(
                                        NodeTypes.required(uri, "namespaceName"))
                                .name(NodeTypes.required(local, "localName")))
                .method(
                        "implicit operator XName(string expandedName)",
                        (@Nullable String expanded) -> expanded == null ? null : XName.of(expanded))
                .method(
                        "bool operator ==(XName left, XName right)",
                        (@Nullable XName a, @Nullable XName b) -> Objects.equals(a, b))
                .method(
                        "bool operator !=(XName left, XName right)",
                        (@Nullable XName a, @Nullable XName b) -> !Objects.equals(a, b));
    }

    private static XNamespace namespace(String uri) {
        return uri.isEmpty() ? XNamespace.NONE : new XNamespace(uri);
    }

    static void namespace(TypeBuilder type) {
        type.staticProperty("XNamespace None", () -> XNamespace.NONE)
                .staticProperty("XNamespace Xml", () -> XNamespace.XML)
                .staticProperty("XNamespace Xmlns", () -> XNamespace.XMLNS)
                .property("string NamespaceName", XNamespace::uri)
                .method("string ToString()", XNamespace::toString)
                .method("bool Equals(object obj)", (XNamespace self, @Nullable Object other) -> self.equals(other))
                .method("int GetHashCode()", XNamespace::hashCode)
                .method(
                        "XName GetName(string localName)",
                        (XNamespace self, @Nullable String local) -> self.name(NodeTypes.required(local, "localName")))
                .method(
                        "static XNamespace Get(string namespaceName)",
                        (@Nullable String uri) -> namespace(NodeTypes.required(uri, "namespaceName")))
                .method(
                        "implicit operator XNamespace(string namespaceName)",
                        (@Nullable String uri) -> uri == null ? null : namespace(uri))
                .method(
                        "XName operator +(XNamespace ns, string localName)",
                        (@Nullable XNamespace ns, @Nullable String local) ->
                                NodeTypes.required(ns, "ns").name(NodeTypes.required(local, "localName")))
                .method(
                        "bool operator ==(XNamespace left, XNamespace right)",
                        (@Nullable XNamespace a, @Nullable XNamespace b) -> Objects.equals(a, b))
                .method(
                        "bool operator !=(XNamespace left, XNamespace right)",
                        (@Nullable XNamespace a, @Nullable XNamespace b) -> !Objects.equals(a, b));
    }

    static void attribute(TypeBuilder type) {
        type.base("XObject");
        type.methodWith("(XName name, object value)", (call, a) -> {
                    XName name = (XName) NodeTypes.required(a[0], "name");
                    String value = Content.text(NodeTypes.required(a[1], "value"));
                    call.evaluation().make(value.length());
                    return new XAttribute(name, value);
                })
                .method(
                        "(XAttribute other)",
                        (@Nullable XAttribute other) ->
                                NodeTypes.required(other, "other").copy())
                .property("XName Name", XAttribute::name)
                .property("string Value", XAttribute::value, (XAttribute self, @Nullable String value) -> {
                    self.value(NodeTypes.required(value, "value"));
                    return null;
                })
                .property("bool IsNamespaceDeclaration", XAttribute::isDeclaration)
                .property("XAttribute NextAttribute", (XAttribute self) -> beside(self, 1))
                .property("XAttribute PreviousAttribute", (XAttribute self) -> beside(self, -1))
                .staticProperty("IEnumerable<XAttribute> EmptySequence", List::of)
                .method("string ToString()", XAttribute::toString)
                .method("void SetValue(object value)", (XAttribute self, @Nullable Object value) -> {
                    self.value(Content.text(NodeTypes.required(value, "value")));
                    return null;
                })
                .method("void Remove()", (XAttribute self) -> {
                    ((XElement) NodeTypes.parent(self)).remove(self);
                    return null;
                });
        Scalars.conversions(type, "XAttribute attribute", (XAttribute attribute) -> attribute.value());
    }

    private static @Nullable XAttribute beside(XAttribute self, int step) {
        XElement parent = self.parent();
        if (parent == null) {
            return null;
        }
        int index = parent.attributes().indexOf(self) + step;
        return index >= 0 && index < parent.attributes().size()
                ? parent.attributes().get(index)
                : null;
    }
}
