package dev.apim.core.expression.csharp.xml;

import org.jspecify.annotations.Nullable;

/** What a document or an element may hold. */
public sealed interface XNode extends XObject permits XContainer, XText, XComment, XInstruction, XDocumentType {
    /** A copy that is nowhere. */
    XNode copy();

    default @Nullable XNode next() {
        return (XNode) links().next;
    }

    default @Nullable XNode previous() {
        return (XNode) links().previous;
    }
}
