package dev.apim.core.expression.csharp.xml;

import org.jspecify.annotations.Nullable;

/** .NET's {@code XDocument}. */
final class XDocument implements XContainer {
    private final Links links = new Links();
    private final Children children = new Children(this);
    private @Nullable XDeclaration declaration;

    XDocument(@Nullable XDeclaration declaration) {
        this.declaration = declaration;
    }

    @Override
    public Links links() {
        return links;
    }

    @Override
    public Children children() {
        return children;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.DOCUMENT;
    }

    @Nullable
    XDeclaration declaration() {
        return declaration;
    }

    void declaration(@Nullable XDeclaration other) {
        declaration = other;
    }

    @Nullable
    XElement root() {
        for (XNode node = children.first(); node != null; node = node.next()) {
            if (node instanceof XElement element) {
                return element;
            }
        }
        return null;
    }

    @Override
    public XNode copy() {
        return Copies.of(this);
    }

    @Override
    public String toString() {
        return XmlText.of(this);
    }
}
