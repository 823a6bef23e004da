package dev.apim.core.expression.csharp.xml;

import org.jspecify.annotations.Nullable;

/** A node or an attribute. */
sealed interface XObject permits XNode, XAttribute {
    /** Where it is. */
    Links links();

    /** .NET's {@code XmlNodeType}, by its number. */
    NodeKind kind();

    /** The element it is of; a document is nobody's parent to .NET. */
    default @Nullable XElement parent() {
        return links().parent instanceof XElement element ? element : null;
    }

    /** The document it is in. */
    default @Nullable XDocument document() {
        XObject at = this;
        while (at.links().parent != null) {
            at = at.links().parent;
        }
        return at instanceof XDocument document ? document : null;
    }
}
