package dev.apim.core.expression.csharp.xml;

import org.jspecify.annotations.Nullable;

/** Copies of whole trees, without recursion. */
final class Copies {
    private Copies() {}

    static XContainer of(XContainer source) {
        XContainer copy = shell(source);
        XContainer target = copy;
        @Nullable XNode at = source.children().first();
        while (at != null) {
            XNode made = at instanceof XContainer container ? shell(container) : at.copy();
            target.children().insert(target.children().last(), made);
            XNode next = Walk.next(source, at);
            if (at instanceof XContainer container && container.children().first() != null) {
                target = (XContainer) made;
            } else {
                target = climbed(target, at, next);
            }
            at = next;
        }
        return copy;
    }

    /** The copy of the next node's parent. */
    private static XContainer climbed(XContainer target, XNode at, @Nullable XNode next) {
        XContainer copied = target;
        if (next != null) {
            for (XContainer parent = at.links().parent; parent != next.links().parent; ) {
                copied = java.util.Objects.requireNonNull(copied.links().parent);
                parent = java.util.Objects.requireNonNull(parent).links().parent;
            }
        }
        return copied;
    }

    private static XContainer shell(XContainer source) {
        if (source instanceof XDocument document) {
            XDeclaration known = document.declaration();
            return new XDocument(
                    known == null ? null : new XDeclaration(known.version, known.encoding, known.standalone));
        }
        XElement element = (XElement) source;
        XElement copy = new XElement(element.name());
        element.attributes().forEach(attribute -> copy.add(attribute.copy()));
        if (!element.children().isEmpty() && element.children().first() == null) {
            copy.children().blank();
        }
        return copy;
    }
}
