package dev.apim.core.expression.csharp.xml;

import org.jspecify.annotations.Nullable;

/** How large trees are, for the budget. */
final class Sizes {
    /** What a node or an attribute counts, in characters. */
    private static final int NODE = 16;

    private Sizes() {}

    /** The characters of texts, and so many for each node and attribute. */
    static int of(XNode node) {
        if (!(node instanceof XContainer root)) {
            return node instanceof XText text ? NODE + text.value().length() : NODE;
        }
        int size = NODE;
        for (@Nullable XNode at = root.children().first(); at != null; at = Walk.next(root, at)) {
            size += at instanceof XElement element
                    ? NODE * (1 + element.attributes().size())
                    : NODE;
            size += at instanceof XText text ? text.value().length() : 0;
        }
        return size;
    }
}
