package dev.apim.core.expression.csharp.xml;

import dev.apim.core.xml.SecureXml;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/** An {@code XmlDocument}: empty until a text is loaded. Not thread-safe. */
final class DomDocument {
    private @Nullable DomNode node;

    void load(DomNode loaded) {
        node = loaded;
    }

    DomNode node() {
        if (node == null) {
            node = new DomNode(SecureXml.documentBuilder().newDocument());
        }
        return node;
    }

    @Nullable
    DomNode root() {
        return DomNode.of(((Document) node().node()).getDocumentElement());
    }

    @Override
    public String toString() {
        return "System.Xml.XmlDocument";
    }
}
