package dev.apim.core.expression.csharp.xml;

import org.jspecify.annotations.Nullable;

/** The declarations in sight of an element. */
final class Prefixes {
    private Prefixes() {}

    /** What a prefix stands for, null where it is not declared. */
    static @Nullable XNamespace namespace(XElement element, String prefix) {
        for (XElement at = element; at != null; at = at.parent()) {
            for (XAttribute attribute : at.attributes()) {
                if (attribute.isDeclaration() && attribute.declaredPrefix().equals(prefix)) {
                    return attribute.value().isEmpty() ? XNamespace.NONE : new XNamespace(attribute.value());
                }
            }
        }
        return null;
    }

    static @Nullable XNamespace known(XElement element, String prefix) {
        if (prefix.isEmpty()) {
            throw dev.apim.core.expression.csharp.value.DotNetException.argument("'' is an invalid prefix.", null);
        }
        return switch (prefix) {
            case "xml" -> XNamespace.XML;
            case "xmlns" -> XNamespace.XMLNS;
            default -> namespace(element, prefix);
        };
    }

    /** A prefix of a namespace, null without one; the default namespace has none. */
    static @Nullable String prefix(XElement element, XNamespace namespace) {
        for (XElement at = element; at != null; at = at.parent()) {
            for (XAttribute attribute : at.attributes()) {
                String prefix = attribute.declaredPrefix();
                if (attribute.isDeclaration()
                        && !prefix.isEmpty()
                        && attribute.value().equals(namespace.uri())
                        && namespace.equals(namespace(element, prefix))) {
                    return prefix;
                }
            }
        }
        return namespace.equals(XNamespace.XML) ? "xml" : namespace.equals(XNamespace.XMLNS) ? "xmlns" : null;
    }
}
