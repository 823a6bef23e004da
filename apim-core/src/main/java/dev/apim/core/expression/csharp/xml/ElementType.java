package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.EnumValue;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code XElement}. */
final class ElementType {
    private static final int PRESERVE = 1;

    private ElementType() {}

    static void define(TypeBuilder type) {
        type.base("XContainer");
        constructors(type);
        properties(type);
        attributes(type);
        axes(type);
        changes(type);
        namespaces(type);
        parsing(type);
        Scalars.conversions(type, "XElement element", (XElement element) -> element.value());
    }

    private static XElement self(@Nullable Object[] a) {
        return (XElement) Objects.requireNonNull(a[0]);
    }

    private static void constructors(TypeBuilder type) {
        type.methodWith("(XName name)", (call, a) -> create(call.evaluation(), a[0], null))
                .methodWith("(XName name, object content)", (call, a) -> create(call.evaluation(), a[0], a[1]))
                .costly()
                .methodWith("(XName name, params object[] content)", (call, a) -> create(call.evaluation(), a[0], a[1]))
                .costly()
                .methodWith("(XElement other)", (call, a) -> {
                    XElement other = (XElement) NodeTypes.required(a[0], "other");
                    call.evaluation().make(Sizes.of(other));
                    return other.copy();
                })
                .costly();
    }

    static XElement create(Evaluation evaluation, @Nullable Object name, @Nullable Object content) {
        evaluation.make(1);
        XElement element = new XElement((XName) NodeTypes.required(name, "name"));
        Content.append(evaluation, element, content);
        return element;
    }

    private static void properties(TypeBuilder type) {
        type.property("XName Name", XElement::name, (XElement self, @Nullable XName name) -> {
                    self.name(NodeTypes.required(name, "value"));
                    return null;
                })
                .property("string Value", XElement::value, (XElement self, @Nullable String value) -> {
                    value(self, NodeTypes.required(value, "value"));
                    return null;
                })
                .costly()
                .property("bool IsEmpty", (XElement self) -> self.children().isEmpty())
                .property("bool HasElements", (XElement self) -> Axes.first(self, Axes.elements()) != null)
                .property(
                        "bool HasAttributes",
                        (XElement self) -> !self.attributes().isEmpty())
                .property("XAttribute FirstAttribute", (XElement self) -> edge(self, 0))
                .property(
                        "XAttribute LastAttribute",
                        (XElement self) -> edge(self, self.attributes().size() - 1))
                .staticProperty("IEnumerable<XElement> EmptySequence", List::of);
    }

    private static @Nullable XAttribute edge(XElement self, int index) {
        return self.attributes().isEmpty() ? null : self.attributes().get(index);
    }

    /** Replaces what an element holds by text. */
    static void value(XElement element, String value) {
        element.children().clear();
        element.children().insertText(null, value);
    }

    private static void attributes(TypeBuilder type) {
        type.method(
                        "XAttribute Attribute(XName name)",
                        (XElement self, @Nullable XName name) -> name == null ? null : self.attribute(name))
                .method("IEnumerable<XAttribute> Attributes()", (XElement self) -> List.copyOf(self.attributes()))
                .method(
                        "IEnumerable<XAttribute> Attributes(XName name)",
                        (XElement self, @Nullable XName name) -> Owned.named(self, name))
                .methodWith("void SetAttributeValue(XName name, object value)", (call, a) -> {
                    XName name = (XName) NodeTypes.required(a[1], "name");
                    XAttribute known = self(a).attribute(name);
                    if (a[2] == null) {
                        if (known != null) {
                            self(a).remove(known);
                        }
                    } else if (known != null) {
                        known.value(text(call.evaluation(), a[2]));
                    } else {
                        self(a).add(new XAttribute(name, text(call.evaluation(), a[2])));
                    }
                    return null;
                });
        writing(type);
    }

    private static void writing(TypeBuilder type) {
        type.methodWith("void SetElementValue(XName name, object value)", (call, a) -> {
                    XName name = (XName) NodeTypes.required(a[1], "name");
                    XElement known = Axes.first(self(a), Axes.named(name));
                    if (a[2] == null) {
                        if (known != null) {
                            self(a).children().remove(known);
                        }
                    } else if (known != null) {
                        value(known, text(call.evaluation(), a[2]));
                    } else {
                        String value = text(call.evaluation(), a[2]);
                        Content.append(call.evaluation(), self(a), create(call.evaluation(), name, value));
                    }
                    return null;
                })
                .methodWith("void SetValue(object value)", (call, a) -> {
                    value(self(a), text(call.evaluation(), NodeTypes.required(a[1], "value")));
                    return null;
                });
    }

    private static String text(Evaluation evaluation, @Nullable Object value) {
        String text = Content.text(Objects.requireNonNull(value));
        evaluation.make(1L + text.length());
        return text;
    }

    private static void axes(TypeBuilder type) {
        String result = "IEnumerable<XElement> ";
        type.methodWith(
                        result + "AncestorsAndSelf()",
                        (call, a) -> Axes.sequence(
                                type.table(),
                                "XElement",
                                "AncestorsAndSelf",
                                Axes.ancestors(call.evaluation(), self(a), true, node -> true)))
                .methodWith(
                        result + "AncestorsAndSelf(XName name)",
                        (call, a) -> Axes.sequence(
                                type.table(),
                                "XElement",
                                "AncestorsAndSelf",
                                Axes.ancestors(call.evaluation(), self(a), true, Axes.named(a[1]))))
                .methodWith(
                        result + "DescendantsAndSelf()",
                        (call, a) -> Axes.sequence(
                                type.table(),
                                "XElement",
                                "DescendantsAndSelf",
                                Axes.descendants(call.evaluation(), self(a), true, Axes.elements())))
                .methodWith(
                        result + "DescendantsAndSelf(XName name)",
                        (call, a) -> Axes.sequence(
                                type.table(),
                                "XElement",
                                "DescendantsAndSelf",
                                Axes.descendants(call.evaluation(), self(a), true, Axes.named(a[1]))))
                .methodWith(
                        "IEnumerable<XNode> DescendantNodesAndSelf()",
                        (call, a) -> Axes.sequence(
                                type.table(),
                                "XNode",
                                "DescendantNodesAndSelf",
                                Axes.descendants(call.evaluation(), self(a), true, node -> true)));
    }

    private static void changes(TypeBuilder type) {
        type.method("void RemoveAll()", (XElement self) -> {
                    self.removeAttributes();
                    self.children().clear();
                    return null;
                })
                .method("void RemoveAttributes()", (XElement self) -> {
                    self.removeAttributes();
                    return null;
                });
        for (String parameter : new String[] {"object content", "params object[] content"}) {
            type.methodWith("void ReplaceAll(" + parameter + ")", (call, a) -> {
                        Object content = Snapshot.of(a[1]);
                        self(a).removeAttributes();
                        self(a).children().clear();
                        Content.append(call.evaluation(), self(a), content);
                        return null;
                    })
                    .costly()
                    .methodWith("void ReplaceAttributes(" + parameter + ")", (call, a) -> {
                        Object content = Snapshot.of(a[1]);
                        self(a).removeAttributes();
                        Content.append(call.evaluation(), self(a), content);
                        return null;
                    })
                    .costly();
        }
    }

    private static void namespaces(TypeBuilder type) {
        type.method(
                        "XNamespace GetDefaultNamespace()",
                        (XElement self) -> Objects.requireNonNullElse(Prefixes.namespace(self, ""), XNamespace.NONE))
                .method(
                        "XNamespace GetNamespaceOfPrefix(string prefix)",
                        (XElement self, @Nullable String prefix) ->
                                Prefixes.known(self, NodeTypes.required(prefix, "prefix")))
                .method(
                        "string GetPrefixOfNamespace(XNamespace ns)",
                        (XElement self, @Nullable XNamespace ns) ->
                                Prefixes.prefix(self, NodeTypes.required(ns, "ns")));
    }

    private static void parsing(TypeBuilder type) {
        type.methodWith("static XElement Parse(string text)", (call, a) -> parse(call, a[0], false))
                .costly()
                .methodWith(
                        "static XElement Parse(string text, LoadOptions options)",
                        (call, a) -> parse(call, a[0], preserves(a[1])))
                .costly()
                .methodWith(
                        "static XElement Load(TextReader textReader)",
                        (call, a) -> parse(call, Streams.read(a[0]), false))
                .costly()
                .methodWith(
                        "static XElement Load(TextReader textReader, LoadOptions options)",
                        (call, a) -> parse(call, Streams.read(a[0]), preserves(a[1])))
                .costly();
        Streams.saving(type, null);
        type.refused("LoadAsync", "tasks are not offered").refused("SaveAsync", "tasks are not offered");
    }

    static boolean preserves(@Nullable Object options) {
        return ((EnumValue) Objects.requireNonNull(options)).has(PRESERVE);
    }

    private static Object parse(Code.Call call, @Nullable Object text, boolean preserve) {
        String given = (String) NodeTypes.required(text, "text");
        XDocument document = XmlParsing.parse(call.evaluation(), given, preserve);
        XElement root = Objects.requireNonNull(document.root());
        document.children().remove(root);
        return root;
    }
}
