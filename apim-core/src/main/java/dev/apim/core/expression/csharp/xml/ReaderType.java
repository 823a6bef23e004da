package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code System.Xml.XmlReader} over a {@code StringReader}. */
final class ReaderType {
    private ReaderType() {}

    static void define(TypeBuilder type) {
        type.base("IDisposable")
                .method(
                        "static XmlReader Create(TextReader input)",
                        (@Nullable Object input) -> new ReaderValue(Streams.read(input)))
                .costly();
        state(type);
        attributes(type);
        moves(type);
        contents(type);
        type.refused("ReadAsync", "tasks are not offered").refused("GetValueAsync", "tasks are not offered");
    }

    private static ReaderValue self(@Nullable Object[] a) {
        return (ReaderValue) Objects.requireNonNull(a[0]);
    }

    private static void state(TypeBuilder type) {
        type.property("XmlNodeType NodeType", (ReaderValue self) -> NodeKind.TYPE.of(self.kind()))
                .property("string Name", (ReaderValue self) -> Written.name(self.current()))
                .property("string LocalName", (ReaderValue self) -> {
                    String name = Written.name(self.current());
                    return name.substring(name.indexOf(':') + 1);
                })
                .property("string Prefix", (ReaderValue self) -> {
                    String name = Written.name(self.current());
                    return name.substring(0, Math.max(0, name.indexOf(':')));
                })
                .property("string NamespaceURI", (ReaderValue self) -> Written.uri(self.current()))
                .property("string Value", (ReaderValue self) -> Written.value(self.current()))
                .property(
                        "bool HasValue",
                        (ReaderValue self) -> !(self.current() instanceof XElement) && self.current() != null)
                .property("int Depth", ReaderValue::depth)
                .property("bool EOF", ReaderValue::isAtEnd)
                .property(
                        "bool IsEmptyElement",
                        (ReaderValue self) -> self.element() != null
                                && Objects.requireNonNull(self.element())
                                        .children()
                                        .isEmpty());
    }

    private static List<XAttribute> owned(ReaderValue self) {
        XElement element = self.element();
        return element == null ? List.of() : element.attributes();
    }

    private static void attributes(TypeBuilder type) {
        type.property("int AttributeCount", (ReaderValue self) -> owned(self).size())
                .property(
                        "bool HasAttributes", (ReaderValue self) -> !owned(self).isEmpty())
                .method(
                        "string GetAttribute(string name)",
                        (ReaderValue self, @Nullable String name) -> value(self, index(self, name)))
                .method("string GetAttribute(int i)", (ReaderValue self, Integer index) -> value(self, index))
                .method(
                        "string this[string name]",
                        (ReaderValue self, @Nullable String name) -> value(self, index(self, name)))
                .method("string this[int i]", (ReaderValue self, Integer index) -> value(self, index))
                .method(
                        "bool MoveToAttribute(string name)",
                        (ReaderValue self, @Nullable String name) ->
                                index(self, name) >= 0 && self.move(index(self, name)))
                .method("bool MoveToFirstAttribute()", (ReaderValue self) -> self.move(0))
                .method("bool MoveToNextAttribute()", (ReaderValue self) -> self.move(self.attribute() + 1))
                .method("bool MoveToElement()", (ReaderValue self) -> self.attribute() >= 0 && self.move(-1));
    }

    private static int index(ReaderValue self, @Nullable String name) {
        List<XAttribute> owned = owned(self);
        for (int i = 0; i < owned.size(); i++) {
            if (Written.name(owned.get(i)).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable String value(ReaderValue self, int index) {
        List<XAttribute> owned = owned(self);
        return index >= 0 && index < owned.size() ? owned.get(index).value() : null;
    }

    private static void moves(TypeBuilder type) {
        type.methodWith("bool Read()", (call, a) -> self(a).read(call.evaluation()))
                .costly()
                .methodWith("XmlNodeType MoveToContent()", (call, a) -> {
                    content(call.evaluation(), self(a));
                    return NodeKind.TYPE.of(self(a).kind());
                })
                .costly()
                .methodWith(
                        "bool ReadToFollowing(string name)",
                        (call, a) -> follow(call.evaluation(), self(a), named(a[1]), -1))
                .costly()
                .methodWith(
                        "bool ReadToDescendant(string name)",
                        (call, a) -> descend(call.evaluation(), self(a), named(a[1])))
                .costly()
                .methodWith("void Skip()", (call, a) -> {
                    self(a).skip(call.evaluation());
                    return null;
                })
                .costly()
                .methodWith("void ReadStartElement()", (call, a) -> past(call.evaluation(), self(a), 1))
                .costly()
                .methodWith("void ReadEndElement()", (call, a) -> past(call.evaluation(), self(a), ReaderValue.END))
                .costly()
                .method("void Close()", (ReaderValue self) -> {
                    self.dispose();
                    return null;
                })
                .method("void Dispose()", (ReaderValue self) -> {
                    self.dispose();
                    return null;
                });
    }

    private static Predicate<XElement> named(@Nullable Object name) {
        return element -> Written.name(element).equals(name);
    }

    /** Goes to the next tag, text or CDATA. */
    private static void content(Evaluation evaluation, ReaderValue self) {
        self.move(-1);
        while (!List.of(1, 3, 4, ReaderValue.END).contains(self.kind()) && self.read(evaluation)) {
            evaluation.step();
        }
    }

    /** Within the element it is at, or the document where it has not begun. */
    private static boolean descend(Evaluation evaluation, ReaderValue self, Predicate<XElement> wanted) {
        XElement element = self.element();
        if (element == null || element.children().isEmpty()) {
            return element == null && self.kind() == ReaderValue.NONE && follow(evaluation, self, wanted, -1);
        }
        self.move(-1);
        return follow(evaluation, self, wanted, self.depth());
    }

    private static boolean follow(Evaluation evaluation, ReaderValue self, Predicate<XElement> wanted, int deeperThan) {
        while (self.read(evaluation)) {
            if (self.depth() <= deeperThan) {
                return false;
            }
            XElement element = self.element();
            if (element != null && wanted.test(element)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object past(Evaluation evaluation, ReaderValue self, int kind) {
        content(evaluation, self);
        if (self.kind() != kind) {
            throw XmlNames.error("'" + NodeKind.TYPE.of(self.kind()) + "' is an invalid XmlNodeType.");
        }
        self.read(evaluation);
        return null;
    }

    private static void contents(TypeBuilder type) {
        type.methodWith("string ReadOuterXml()", (call, a) -> {
                    XElement element = self(a).element();
                    String text = element == null ? "" : XmlText.of(element, false, false);
                    self(a).skip(call.evaluation());
                    return call.evaluation().made(text);
                })
                .costly()
                .methodWith("string ReadInnerXml()", (call, a) -> {
                    XElement element = self(a).element();
                    String text = element == null ? "" : inner(element);
                    self(a).skip(call.evaluation());
                    return call.evaluation().made(text);
                })
                .costly();
        for (String name : new String[] {"ReadElementContentAsString", "ReadElementString"}) {
            type.methodWith("string " + name + "()", (call, a) -> {
                        content(call.evaluation(), self(a));
                        XElement element = self(a).element();
                        String text = element == null ? "" : element.value();
                        self(a).skip(call.evaluation());
                        return call.evaluation().made(text);
                    })
                    .costly();
        }
    }

    /** {@code XNode.ReadFrom}: the node that the reader is at, which it then is behind. */
    static XNode taken(Evaluation evaluation, ReaderValue self) {
        if (!(self.current() instanceof XNode node)) {
            throw DotNetException.invalidOperation("The XmlReader state should be Interactive.");
        }
        XNode copy = node.copy();
        self.skip(evaluation);
        return copy;
    }

    private static String inner(XElement element) {
        return nodes(element).stream()
                .map(node -> XmlText.of(node, false, false))
                .collect(Collectors.joining());
    }

    private static List<XNode> nodes(XElement element) {
        List<XNode> nodes = new java.util.ArrayList<>();
        for (XNode node = element.children().first(); node != null; node = node.next()) {
            nodes.add(node);
        }
        return nodes;
    }
}
