package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.value.BudgetException;
import dev.apim.core.expression.csharp.value.DotNetException;
import org.jspecify.annotations.Nullable;

/** The nodes that an element or a document holds. */
final class Children {
    private static final int DEEPEST = 512;

    private final XContainer owner;
    private @Nullable XNode first;
    private @Nullable XNode last;
    private boolean blank;

    Children(XContainer owner) {
        this.owner = owner;
    }

    @Nullable
    XNode first() {
        return first;
    }

    @Nullable
    XNode last() {
        return last;
    }

    /** Whether there is nothing, not even empty text: {@code <a />} and not {@code <a></a>}. */
    boolean isEmpty() {
        return first == null && !blank;
    }

    /** That there is empty text. */
    void blank() {
        blank = first == null;
    }

    /** Puts a node behind another, or first; one that is elsewhere is copied. What it gives is the node that is now there. */
    XNode insert(@Nullable XNode previous, XNode given) {
        validate(given, previous);
        XNode node = copies(given) ? given.copy() : given;
        if (node instanceof XContainer && Walk.depth(owner) > DEEPEST) {
            throw new BudgetException("The XML is nested deeper than " + DEEPEST + " levels.");
        }
        XNode following = previous == null ? first : previous.next();
        link(previous, node);
        link(node, following);
        node.links().parent = owner;
        blank = false;
        return node;
    }

    private void link(@Nullable XNode left, @Nullable XNode right) {
        if (left == null) {
            first = right;
        } else {
            left.links().next = right;
        }
        if (right == null) {
            last = left;
        } else {
            right.links().previous = left;
        }
    }

    /** Whether a node would be put here as a copy, since it is elsewhere or around this. */
    boolean copies(XNode given) {
        return given.links().parent != null || isAncestor(given);
    }

    private boolean isAncestor(XNode node) {
        XNode top = owner;
        while (top.links().parent != null) {
            top = top.links().parent;
        }
        return top == node;
    }

    /** Puts text behind a node, into it where it is text itself. */
    @Nullable
    XNode insertText(@Nullable XNode previous, String text) {
        if (owner instanceof XDocument && !XmlNames.isBlank(text)) {
            throw DotNetException.argument("Non-whitespace characters cannot be added to content.", null);
        }
        if (text.isEmpty()) {
            blank();
            return previous;
        }
        if (previous instanceof XPlainText before) {
            before.value(before.value() + text);
            return previous;
        }
        return insert(previous, new XPlainText(text));
    }

    /** Removes a node of its own. */
    void remove(XNode node) {
        XNode previous = node.previous();
        XNode next = node.next();
        if (previous == null) {
            first = next;
        } else {
            previous.links().next = next;
        }
        if (next == null) {
            last = previous;
        } else {
            next.links().previous = previous;
        }
        node.links().clear();
    }

    void clear() {
        while (first != null) {
            remove(first);
        }
        blank = false;
    }

    private void validate(XNode node, @Nullable XNode previous) {
        NodeKind kind = node.kind();
        boolean isDocument = owner instanceof XDocument;
        boolean refused =
                kind == NodeKind.DOCUMENT || (isDocument ? kind == NodeKind.CDATA : kind == NodeKind.DOCUMENT_TYPE);
        if (refused) {
            throw DotNetException.argument("A node of type " + kind.shown() + " cannot be added to content.", null);
        }
        if (isDocument && node instanceof XText text && !XmlNames.isBlank(text.value())) {
            throw DotNetException.argument("Non-whitespace characters cannot be added to content.", null);
        }
        if (isDocument && kind == NodeKind.ELEMENT) {
            structure(NodeKind.ELEMENT, previous, NodeKind.DOCUMENT_TYPE, false);
        } else if (isDocument && kind == NodeKind.DOCUMENT_TYPE) {
            structure(NodeKind.DOCUMENT_TYPE, previous, NodeKind.ELEMENT, true);
        }
    }

    /** One of a kind, and in the order of a document. */
    private void structure(NodeKind kind, @Nullable XNode previous, NodeKind other, boolean otherLater) {
        boolean behind = previous == null;
        for (XNode node = first; node != null; node = node.next()) {
            if (node.kind() == kind || (node.kind() == other && behind != otherLater)) {
                throw DotNetException.invalidOperation(
                        "This operation would create an incorrectly structured document.");
            }
            behind |= node == previous;
        }
    }
}
