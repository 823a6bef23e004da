package dev.apim.core.expression.csharp.xml;

import org.w3c.dom.Node;

/** Writes a tree of the JDK's as .NET's {@code OuterXml} does. */
final class DomText {
    private final StringBuilder text = new StringBuilder();

    private DomText() {}

    static String of(Node node) {
        DomText writer = new DomText();
        writer.write(node);
        return writer.text.toString();
    }

    private void write(Node node) {
        switch (node.getNodeType()) {
            case Node.ELEMENT_NODE -> element(node);
            case Node.TEXT_NODE -> escape(node.getNodeValue(), false);
            case Node.CDATA_SECTION_NODE ->
                text.append("<![CDATA[").append(node.getNodeValue()).append("]]>");
            case Node.COMMENT_NODE ->
                text.append("<!--").append(node.getNodeValue()).append("-->");
            case Node.PROCESSING_INSTRUCTION_NODE ->
                text.append("<?").append(node.getNodeName()).append(' ').append(node.getNodeValue()).append("?>");
            case Node.ATTRIBUTE_NODE -> attribute(node);
            default -> children(node);
        }
    }

    private void element(Node element) {
        text.append('<').append(element.getNodeName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            text.append(' ');
            attribute(element.getAttributes().item(i));
        }
        if (element.getFirstChild() == null) {
            text.append(" />");
            return;
        }
        text.append('>');
        children(element);
        text.append("</").append(element.getNodeName()).append('>');
    }

    private void attribute(Node attribute) {
        text.append(attribute.getNodeName()).append("=\"");
        escape(attribute.getNodeValue(), true);
        text.append('"');
    }

    private void children(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            write(child);
        }
    }

    private void escape(String value, boolean inAttribute) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append(inAttribute ? "&quot;" : "\"");
                default -> text.append(c);
            }
        }
    }
}
