package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.type.Code;
import dev.apim.core.expression.csharp.type.TypeBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code XDocument}. */
final class DocumentType {
    private DocumentType() {}

    static void define(TypeBuilder type) {
        type.base("XContainer");
        constructors(type);
        type.property("XElement Root", XDocument::root)
                .property(
                        "XDeclaration Declaration",
                        XDocument::declaration,
                        (XDocument self, @Nullable XDeclaration declaration) -> {
                            self.declaration(declaration);
                            return null;
                        })
                .property("XDocumentType DocumentType", DocumentType::type);
        parsing(type);
        Streams.saving(type, node -> ((XDocument) node).declaration());
        type.refused("LoadAsync", "tasks are not offered").refused("SaveAsync", "tasks are not offered");
    }

    private static void constructors(TypeBuilder type) {
        type.method("()", () -> new XDocument(null))
                .methodWith("(params object[] content)", (call, a) -> create(call, null, a[0]))
                .costly()
                .methodWith(
                        "(XDeclaration declaration, params object[] content)",
                        (call, a) -> create(call, (XDeclaration) a[0], a[1]))
                .costly()
                .methodWith("(XDocument other)", (call, a) -> {
                    XDocument other = (XDocument) NodeTypes.required(a[0], "other");
                    call.evaluation().make(Sizes.of(other));
                    return other.copy();
                })
                .costly();
    }

    private static Object create(Code.Call call, @Nullable XDeclaration declaration, @Nullable Object content) {
        XDocument document = new XDocument(declaration);
        Content.append(call.evaluation(), document, content);
        return document;
    }

    private static @Nullable XDocumentType type(XDocument self) {
        for (XNode node = self.children().first(); node != null; node = node.next()) {
            if (node instanceof XDocumentType found) {
                return found;
            }
        }
        return null;
    }

    private static void parsing(TypeBuilder type) {
        type.methodWith("static XDocument Parse(string text)", (call, a) -> parse(call, a[0], false))
                .costly()
                .methodWith(
                        "static XDocument Parse(string text, LoadOptions options)",
                        (call, a) -> parse(call, a[0], ElementType.preserves(a[1])))
                .costly()
                .methodWith(
                        "static XDocument Load(TextReader textReader)",
                        (call, a) -> parse(call, Streams.read(a[0]), false))
                .costly()
                .methodWith(
                        "static XDocument Load(TextReader textReader, LoadOptions options)",
                        (call, a) -> parse(call, Streams.read(a[0]), ElementType.preserves(a[1])))
                .costly();
    }

    private static Object parse(Code.Call call, @Nullable Object text, boolean preserve) {
        return XmlParsing.parse(
                call.evaluation(), (String) Objects.requireNonNull(NodeTypes.required(text, "text")), preserve);
    }
}
