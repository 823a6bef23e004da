package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import dev.apim.core.expression.csharp.value.EnumValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code XmlReader} over a {@code StringReader}. */
final class XmlReaderType {
    private static final long END_ELEMENT = 15;
    private static final long WHITESPACE = 13;

    private XmlReaderType() {}

    static void define(TypeBuilder type) {
        type.base("object", "IDisposable");
        type.methodWith(
                        "static XmlReader Create(TextReader input)",
                        (call, a) -> TreeReader.of(call.evaluation(), Streams.read(a[0])))
                .costly();
        moves(type);
        place(type);
        contents(type);
        type.method("void Close()", XmlReaderType::close).method("void Dispose()", XmlReaderType::close);
    }

    private static @Nullable Object close(TreeReader self) {
        self.dispose();
        return null;
    }

    private static TreeReader self(@Nullable Object[] a) {
        return (TreeReader) Objects.requireNonNull(a[0]);
    }

    private static void moves(TypeBuilder type) {
        type.methodWith("bool Read()", (call, a) -> {
                    call.evaluation().step();
                    return self(a).read();
                })
                .methodWith("XmlNodeType MoveToContent()", (call, a) -> {
                    self(a).moveToContent();
                    return kind(self(a));
                })
                .costly()
                .method("void Skip()", (TreeReader self) -> {
                    self.skip();
                    return null;
                })
                .method("bool ReadToFollowing(string name)", (TreeReader self, @Nullable String name) ->
                        self.readTo(NodeTypes.required(name, "name")))
                .costly()
                .method("bool IsStartElement()", (TreeReader self) -> {
                    self.moveToContent();
                    return self.isElement();
                })
                .costly()
                .method("bool IsStartElement(string name)", (TreeReader self, @Nullable String name) -> {
                    self.moveToContent();
                    return self.isElement() && name(self).equals(name);
                })
                .costly();
    }

    private static void place(TypeBuilder type) {
        type.property("bool EOF", (TreeReader self) -> self.isEnded())
                .property("XmlNodeType NodeType", (TreeReader self) -> kind(self))
                .property("string Name", (TreeReader self) -> name(self))
                .property("string LocalName", (TreeReader self) ->
                        self.at() instanceof XElement element ? element.name().local() : name(self))
                .property("string NamespaceURI", (TreeReader self) ->
                        self.at() instanceof XElement element
                                ? element.name().namespace().uri()
                                : "")
                .property("string Value", (TreeReader self) -> value(self))
                .property("bool HasValue", (TreeReader self) -> !(self.at() instanceof XElement) && self.at() != null)
                .property("bool IsEmptyElement", (TreeReader self) -> self.isElement()
                        && ((XElement) Objects.requireNonNull(self.at())).children().isEmpty())
                .property("bool HasAttributes", (TreeReader self) -> count(self) > 0)
                .property("int AttributeCount", (TreeReader self) -> count(self))
                .property("int Depth", (TreeReader self) -> self.at() == null ? 0 : Walk.depth(self.at()) - 1)
                .method("string GetAttribute(string name)", (TreeReader self, @Nullable String name) ->
                        attribute(self, NodeTypes.required(name, "name")));
    }

    private static void contents(TypeBuilder type) {
        type.methodWith("string ReadElementContentAsString()", (call, a) -> taken(call, self(a), XmlReaderType::text))
                .costly()
                .methodWith("string ReadOuterXml()", (call, a) -> taken(call, self(a), NodeTypes::unformatted))
                .costly()
                .methodWith("string ReadInnerXml()", (call, a) -> taken(call, self(a), XmlReaderType::inner))
                .costly();
    }

    private static String taken(
            Code.Call call, TreeReader self, java.util.function.Function<XElement, String> content) {
        if (!self.isElement()) {
            throw XmlNames.error("The reader is not positioned on an element.");
        }
        String text = call.evaluation().made(content.apply((XElement) Objects.requireNonNull(self.at())));
        self.skip();
        return text;
    }

    private static String text(XElement element) {
        return element.value();
    }

    private static String inner(XElement element) {
        StringBuilder text = new StringBuilder();
        for (XNode node = element.children().first(); node != null; node = node.next()) {
            text.append(NodeTypes.unformatted(node));
        }
        return text.toString();
    }

    /** {@code XNode.ReadFrom}: the node the reader stands at, which it then stands behind. */
    static Object taken(TreeReader reader) {
        XNode node = reader.at();
        if (node == null) {
            throw dev.apim.core.expression.csharp.value.DotNetException.invalidOperation(
                    "The XmlReader state should be Interactive.");
        }
        reader.skip();
        return node.copy();
    }

    private static EnumValue kind(TreeReader reader) {
        if (reader.at() == null) {
            return NodeKind.TYPE.of(0);
        }
        if (reader.at() instanceof XElement && reader.isAtEndTag()) {
            return NodeKind.TYPE.of(END_ELEMENT);
        }
        return reader.at() instanceof XPlainText text && XmlNames.isBlank(text.value())
                ? NodeKind.TYPE.of(WHITESPACE)
                : reader.at().kind().value();
    }

    /** As it is written, with its prefix. */
    static String name(TreeReader reader) {
        if (reader.at() instanceof XElement element) {
            String prefix = Prefixes.prefix(element, element.name().namespace());
            return prefix == null || prefix.isEmpty()
                    ? element.name().local()
                    : prefix + ":" + element.name().local();
        }
        return reader.at() instanceof XInstruction instruction ? instruction.target() : "";
    }

    private static String value(TreeReader reader) {
        if (reader.at() instanceof XText text) {
            return text.value();
        }
        if (reader.at() instanceof XComment comment) {
            return comment.value();
        }
        return reader.at() instanceof XInstruction instruction ? instruction.data() : "";
    }

    private static int count(TreeReader reader) {
        return reader.isElement() ? ((XElement) Objects.requireNonNull(reader.at())).attributes().size() : 0;
    }

    private static @Nullable String attribute(TreeReader reader, String name) {
        if (!reader.isElement()) {
            return null;
        }
        int colon = name.indexOf(':');
        XElement element = (XElement) Objects.requireNonNull(reader.at());
        XNamespace namespace = colon < 0 ? XNamespace.NONE : Prefixes.namespace(element, name.substring(0, colon));
        XAttribute found =
                namespace == null ? null : element.attribute(new XName(namespace, name.substring(colon + 1)));
        return found == null ? null : found.value();
    }
}
