package dev.apim.core.expression.csharp.xml;

import org.jspecify.annotations.Nullable;

/** Names and values as they stand in a text, with their prefixes. */
final class Written {
    private Written() {}

    static String name(@Nullable XObject node) {
        if (node instanceof XElement element) {
            Declarations declarations = new Declarations();
            declarations.ancestors(element);
            declarations.open(element);
            String uri = element.name().namespace().uri();
            return prefixed(declarations.prefixOf(uri, true), element.name().local());
        }
        if (node instanceof XAttribute attribute) {
            boolean plain = attribute.name().namespace().uri().isEmpty();
            String text = attribute.toString();
            return plain ? attribute.name().local() : text.substring(0, text.indexOf('='));
        }
        return node instanceof XInstruction instruction ? instruction.target() : "";
    }

    private static String prefixed(@Nullable String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    static String uri(@Nullable XObject node) {
        if (node instanceof XElement element) {
            return element.name().namespace().uri();
        }
        return node instanceof XAttribute attribute
                ? attribute.name().namespace().uri()
                : "";
    }

    static String value(@Nullable XObject node) {
        if (node instanceof XText text) {
            return text.value();
        }
        if (node instanceof XAttribute attribute) {
            return attribute.value();
        }
        if (node instanceof XComment comment) {
            return comment.value();
        }
        return node instanceof XInstruction instruction ? instruction.data() : "";
    }
}
