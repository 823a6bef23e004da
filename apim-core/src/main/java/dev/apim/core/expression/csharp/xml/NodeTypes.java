package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code XObject} and {@code XNode}. */
final class NodeTypes {
    private static final int DISABLE_FORMATTING = 1;
    private static final int OMIT_DUPLICATES = 2;

    private NodeTypes() {}

    static void object(TypeBuilder type) {
        type.property("XElement Parent", XObject::parent)
                .property("XDocument Document", XObject::document)
                .property("XmlNodeType NodeType", (XObject self) -> self.kind().value())
                .property("string BaseUri", (XObject self) -> "");
        type.method("void AddAnnotation(object annotation)", (XObject self, @Nullable Object annotation) -> {
                    self.links().annotations().add(required(annotation, "annotation"));
                    return null;
                })
                .methodWith("T Annotation<T>()", (call, a) -> {
                    List<Object> found = annotations(call, a);
                    return found.isEmpty() ? null : found.get(0);
                })
                .methodWith("IEnumerable<T> Annotations<T>()", NodeTypes::annotations)
                .methodWith("void RemoveAnnotations<T>()", (call, a) -> {
                    ((XObject) Objects.requireNonNull(a[0]))
                            .links()
                            .annotations()
                            .removeAll(annotations(call, a));
                    return null;
                });
        type.refused("Changed", "events are not offered");
        type.refused("Changing", "events are not offered");
    }

    private static List<Object> annotations(Code.Call call, @Nullable Object[] a) {
        List<Object> found = new ArrayList<>();
        for (Object annotation :
                ((XObject) Objects.requireNonNull(a[0])).links().annotations()) {
            if (call.types().get(0).definition().isInstance(annotation)) {
                found.add(annotation);
            }
        }
        return found;
    }

    static <T> T required(@Nullable T value, String parameter) {
        if (value == null) {
            throw DotNetException.argumentNull(parameter);
        }
        return value;
    }

    static void node(TypeBuilder type) {
        type.base("XObject");
        texts(type);
        neighbours(type);
        axes(type);
        changes(type);
        comparisons(type);
        type.methodWith(
                        "static XNode ReadFrom(XmlReader reader)",
                        (call, a) -> ReaderType.taken(call.evaluation(), (ReaderValue) required(a[0], "reader")))
                .costly();
        type.refused("CreateReader", "walk the tree instead")
                .refused("CreateNavigator", "walk the tree instead")
                .refused("WriteTo", "use ToString");
    }

    private static void texts(TypeBuilder type) {
        type.methodWith("string ToString()", (call, a) -> call.evaluation().made(XmlText.of(self(a))))
                .costly()
                .methodWith(
                        "string ToString(SaveOptions options)",
                        (call, a) -> call.evaluation().made(text(self(a), (EnumValue) Objects.requireNonNull(a[1]))))
                .costly();
    }

    static String text(XNode node, EnumValue options) {
        return XmlText.of(node, !options.has(DISABLE_FORMATTING), options.has(OMIT_DUPLICATES));
    }

    static String saved(XNode node, @Nullable XDeclaration declaration, long options) {
        return XmlText.saved(node, declaration, (options & DISABLE_FORMATTING) == 0, (options & OMIT_DUPLICATES) != 0);
    }

    static XNode self(@Nullable Object[] a) {
        return (XNode) Objects.requireNonNull(a[0]);
    }

    private static void neighbours(TypeBuilder type) {
        type.property("XNode NextNode", XNode::next).property("XNode PreviousNode", XNode::previous);
        siblings(type, "NodesAfterSelf", "NodesBeforeSelf", "XNode", "()", node -> true);
        siblings(type, "ElementsAfterSelf", "ElementsBeforeSelf", "XElement", "()", Axes.elements());
        siblings(type, "ElementsAfterSelf", "ElementsBeforeSelf", "XElement", "(XName name)", null);
    }

    private static void siblings(
            TypeBuilder type,
            String after,
            String before,
            String element,
            String parameters,
            @Nullable Predicate<XNode> fits) {
        String result = "IEnumerable<" + element + "> ";
        type.methodWith(result + after + parameters, (call, a) -> {
                    XNode self = self(a);
                    Predicate<XNode> test = fits == null ? Axes.named(a[1]) : fits;
                    return Axes.sequence(
                            type.table(), element, after, Axes.steps(call.evaluation(), self::next, XNode::next, test));
                })
                .methodWith(result + before + parameters, (call, a) -> {
                    XNode self = self(a);
                    Predicate<XNode> test = fits == null ? Axes.named(a[1]) : fits;
                    return Axes.sequence(
                            type.table(),
                            element,
                            before,
                            Axes.steps(
                                    call.evaluation(),
                                    () -> firstBefore(self),
                                    node -> node.next() == self ? null : node.next(),
                                    test));
                });
    }

    private static @Nullable XNode firstBefore(XNode self) {
        XContainer parent = self.links().parent;
        XNode first = parent == null ? null : parent.children().first();
        return first == self ? null : first;
    }

    private static void axes(TypeBuilder type) {
        type.methodWith(
                        "IEnumerable<XElement> Ancestors()",
                        (call, a) -> Axes.sequence(
                                type.table(),
                                "XElement",
                                "Ancestors",
                                Axes.ancestors(call.evaluation(), self(a), false, node -> true)))
                .methodWith(
                        "IEnumerable<XElement> Ancestors(XName name)",
                        (call, a) -> Axes.sequence(
                                type.table(),
                                "XElement",
                                "Ancestors",
                                Axes.ancestors(call.evaluation(), self(a), false, Axes.named(a[1]))));
    }

    private static void changes(TypeBuilder type) {
        for (String parameter : new String[] {"object content", "params object[] content"}) {
            type.methodWith("void AddAfterSelf(" + parameter + ")", (call, a) -> {
                XNode self = self(a);
                Content.insert(call.evaluation(), parent(self), self, a[1]);
                return null;
            });
            type.methodWith("void AddBeforeSelf(" + parameter + ")", (call, a) -> {
                XNode self = self(a);
                Content.insert(call.evaluation(), parent(self), self.previous(), a[1]);
                return null;
            });
            type.methodWith("void ReplaceWith(" + parameter + ")", (call, a) -> {
                XNode self = self(a);
                XContainer parent = parent(self);
                XNode previous = self.previous();
                parent.children().remove(self);
                Content.insert(call.evaluation(), parent, previous, a[1]);
                return null;
            });
        }
        type.method("void Remove()", (XNode self) -> {
            parent(self).children().remove(self);
            return null;
        });
    }

    static XContainer parent(XObject self) {
        XContainer parent = self.links().parent;
        if (parent == null) {
            throw DotNetException.invalidOperation("The parent is missing.");
        }
        return parent;
    }

    private static void comparisons(TypeBuilder type) {
        type.method("bool IsAfter(XNode node)", (XNode self, @Nullable XNode node) -> Order.compare(self, node) > 0)
                .costly()
                .method(
                        "bool IsBefore(XNode node)",
                        (XNode self, @Nullable XNode node) -> Order.compare(self, node) < 0)
                .costly()
                .method(
                        "static bool DeepEquals(XNode n1, XNode n2)",
                        (@Nullable XNode a, @Nullable XNode b) -> DeepEquality.equal(a, b))
                .costly()
                .method(
                        "static int CompareDocumentOrder(XNode n1, XNode n2)",
                        (@Nullable XNode a, @Nullable XNode b) -> Order.compare(a, b))
                .costly()
                .staticProperty("XNodeDocumentOrderComparer DocumentOrderComparer", () -> Order.COMPARER)
                .staticProperty("XNodeEqualityComparer EqualityComparer", () -> DeepEquality.COMPARER);
    }
}
