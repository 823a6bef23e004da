package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** XML as .NET's writer lays it out: two blanks a level, and what stands with text is left as it is. */
final class XmlText {
    private final StringBuilder out = new StringBuilder();
    private final boolean indent;
    private final Scopes scopes;
    private final Declarations declarations = new Declarations();
    private final List<Boolean> mixedOutside = new ArrayList<>();
    private boolean mixed;

    private XmlText(boolean indent, boolean omitDuplicates) {
        this.indent = indent;
        this.scopes = new Scopes(omitDuplicates);
    }

    static String of(XNode node) {
        return of(node, true, false);
    }

    static String of(XNode node, boolean indent, boolean omitDuplicates) {
        XmlText text = new XmlText(indent, omitDuplicates);
        if (node instanceof XElement element) {
            text.declarations.ancestors(element);
        }
        text.write(node);
        return text.out.toString();
    }

    /** A document with its declaration, as it is saved. */
    static String saved(XNode node, @Nullable XDeclaration declaration, boolean indent, boolean omitDuplicates) {
        XmlText text = new XmlText(indent, omitDuplicates);
        String standalone = declaration == null ? null : declaration.standalone;
        text.out.append("<?xml version=\"1.0\" encoding=\"utf-16\"");
        if (standalone != null && (standalone.equals("yes") || standalone.equals("no"))) {
            text.out.append(" standalone=\"").append(standalone).append('"');
        }
        text.out.append("?>");
        text.write(node);
        return text.out.toString();
    }

    static String of(XAttribute attribute) {
        XmlText text = new XmlText(false, false);
        XElement parent = attribute.parent();
        if (parent != null) {
            text.declarations.ancestors(parent);
            text.declarations.open(parent);
        }
        text.scopes.open();
        String uri = attribute.name().namespace().uri();
        String prefix = attribute.isDeclaration() && uri.isEmpty() ? "" : text.declarations.prefixOf(uri, false);
        text.name(prefix == null ? text.scopes.made() : prefix, attribute.name().local());
        text.value(attribute.value());
        return text.out.toString();
    }

    private void write(XNode root) {
        @Nullable XNode at = root;
        XContainer within = root instanceof XContainer container ? container : null;
        while (at != null) {
            one(at);
            @Nullable XNode next = null;
            if (at instanceof XContainer container && container.children().first() != null) {
                next = container.children().first();
            } else if (within != null && at != root) {
                next = climb(within, at);
            }
            at = next;
        }
    }

    /** Closes what ends with a node, and gives the node after it. */
    private @Nullable XNode climb(XContainer root, XNode node) {
        XNode at = node;
        while (at.next() == null) {
            XContainer parent = Objects.requireNonNull(at.links().parent);
            if (parent instanceof XElement element) {
                end(element);
            }
            if (parent == root) {
                return null;
            }
            at = parent;
        }
        return at.next();
    }

    private void one(XNode node) {
        if (node instanceof XElement element) {
            start(element);
        } else if (node instanceof XCData data) {
            mixed = true;
            out.append("<![CDATA[")
                    .append(data.value().replace("]]>", "]]]]><![CDATA[>"))
                    .append("]]>");
        } else if (node instanceof XText text) {
            mixed = true;
            escape(text.value(), false);
        } else if (node instanceof XComment comment) {
            line();
            out.append("<!--").append(separated(comment.value())).append("-->");
        } else if (node instanceof XInstruction instruction) {
            line();
            out.append("<?").append(instruction.target());
            if (!instruction.data().isEmpty()) {
                out.append(' ').append(instruction.data().replace("?>", "? >"));
            }
            out.append("?>");
        } else if (node instanceof XDocumentType type) {
            line();
            type(type);
        }
    }

    /** Two dashes would end a comment. */
    private static String separated(String comment) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < comment.length(); i++) {
            if (comment.charAt(i) == '-' && i > 0 && comment.charAt(i - 1) == '-') {
                text.append(' ');
            }
            text.append(comment.charAt(i));
        }
        return comment.endsWith("-") ? text.append(' ').toString() : text.toString();
    }

    private void type(XDocumentType type) {
        out.append("<!DOCTYPE ").append(type.name());
        if (type.publicId() != null) {
            out.append(" PUBLIC \"")
                    .append(type.publicId())
                    .append("\" \"")
                    .append(Texts.orEmpty(type.systemId()))
                    .append('"');
        } else if (type.systemId() != null) {
            out.append(" SYSTEM \"").append(type.systemId()).append('"');
        } else {
            out.append(" ");
        }
        String subset = type.internalSubset();
        if (subset != null && !subset.isEmpty()) {
            out.append('[').append(subset).append(']');
        }
        out.append('>');
    }

    private void start(XElement element) {
        line();
        mixedOutside.add(mixed);
        declarations.open(element);
        scopes.open();
        String uri = element.name().namespace().uri();
        String prefix = declarations.prefixOf(uri, true);
        if (prefix == null) {
            String seen = scopes.prefixOf(uri);
            prefix = seen == null ? "" : seen;
        }
        scopes.use(prefix, uri);
        out.append('<');
        name(prefix, element.name().local());
        element.attributes().forEach(this::attribute);
        for (Scopes.Entry entry : scopes.missing()) {
            declaration(entry.prefix, entry.uri);
        }
        if (element.children().isEmpty()) {
            out.append(" />");
            close();
        } else {
            out.append('>');
            if (element.children().first() == null) {
                out.append("</");
                name(prefix, element.name().local());
                out.append('>');
                close();
            }
        }
    }

    private void attribute(XAttribute attribute) {
        if (attribute.isDeclaration()) {
            if (scopes.declare(attribute.declaredPrefix(), attribute.value())) {
                declaration(attribute.declaredPrefix(), attribute.value());
            }
            return;
        }
        String uri = attribute.name().namespace().uri();
        String prefix = declarations.prefixOf(uri, false);
        if (prefix == null) {
            String seen = scopes.prefixOf(uri);
            prefix = seen == null || seen.isEmpty() ? scopes.made() : seen;
        }
        if (!prefix.isEmpty()) {
            scopes.use(prefix, uri);
        }
        out.append(' ');
        name(prefix, attribute.name().local());
        value(attribute.value());
    }

    private void declaration(String prefix, String uri) {
        out.append(' ').append(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix);
        value(uri);
    }

    private void end(XElement element) {
        String uri = element.name().namespace().uri();
        String declared = declarations.prefixOf(uri, true);
        String prefix = declared == null ? Texts.orEmpty(scopes.prefixOf(uri)) : declared;
        boolean alone = !mixed;
        close();
        if (alone && indent) {
            out.append(Texts.NEW_LINE).append("  ".repeat(mixedOutside.size()));
        }
        out.append("</");
        name(prefix, element.name().local());
        out.append('>');
    }

    /** Leaves an element; around it all is as it was before. */
    private void close() {
        mixed = mixedOutside.remove(mixedOutside.size() - 1);
        declarations.close();
        scopes.close();
    }

    private void name(String prefix, String local) {
        if (!prefix.isEmpty()) {
            out.append(prefix).append(':');
        }
        out.append(local);
    }

    private void value(String text) {
        out.append("=\"");
        escape(text, true);
        out.append('"');
    }

    /** A line of its own for what is not among text. */
    private void line() {
        if (indent && !mixed && out.length() > 0) {
            out.append(Texts.NEW_LINE).append("  ".repeat(mixedOutside.size()));
        }
    }

    private void escape(String text, boolean inAttribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(inAttribute ? "&quot;" : "\"");
                case '\t' -> out.append(inAttribute ? "&#x9;" : "\t");
                case '\n' -> out.append(inAttribute ? "&#xA;" : Texts.NEW_LINE);
                case '\r' -> {
                    boolean pair = i + 1 < text.length() && text.charAt(i + 1) == '\n';
                    out.append(inAttribute ? "&#xD;" : pair ? "" : Texts.NEW_LINE);
                }
                default -> plain(c);
            }
        }
    }

    private void plain(char c) {
        if (!XmlNames.isCharacter(c)) {
            throw DotNetException.argument(
                    "'" + c + "', hexadecimal value " + XmlNames.hex(c) + ", is an invalid character.", null);
        }
        out.append(c);
    }
}
