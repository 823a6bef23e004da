package dev.apim.core.expression.csharp.xml;

import org.jspecify.annotations.Nullable;

/** How large trees are, for the budget. */
final class Sizes {
    private Sizes() {}

    /** Nodes, attributes and characters of texts. */
    static int of(XNode node) {
        if (!(node instanceof XContainer root)) {
            return node instanceof XText text ? 1 + text.value().length() : 1;
        }
        int size = 1;
        for (@Nullable XNode at = root.children().first(); at != null; at = Walk.next(root, at)) {
            size += at instanceof XElement element ? 1 + element.attributes().size() : 1;
            size += at instanceof XText text ? text.value().length() : 0;
        }
        return size;
    }
}
