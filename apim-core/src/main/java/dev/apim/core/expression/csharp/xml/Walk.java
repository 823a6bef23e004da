package dev.apim.core.expression.csharp.xml;

import org.jspecify.annotations.Nullable;

/** The order of a document. */
final class Walk {
    private Walk() {}

    /** The node after one, its own children first, within a root. */
    static @Nullable XNode next(XContainer root, XNode node) {
        if (node instanceof XContainer container && container.children().first() != null) {
            return container.children().first();
        }
        return after(root, node);
    }

    /** The node after one and all it holds, within a root. */
    static @Nullable XNode after(XContainer root, XNode node) {
        XNode at = node;
        while (at != root && at.next() == null) {
            XContainer parent = at.links().parent;
            if (parent == null) {
                return null;
            }
            at = parent;
        }
        return at == root ? null : at.next();
    }

    /** How deep a node is in its tree. */
    static int depth(XObject node) {
        int depth = 0;
        for (XContainer at = node.links().parent; at != null; at = at.links().parent) {
            depth++;
        }
        return depth;
    }
}
