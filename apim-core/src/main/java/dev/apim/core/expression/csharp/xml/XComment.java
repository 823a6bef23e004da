package dev.apim.core.expression.csharp.xml;

/** .NET's {@code XComment}. */
final class XComment implements XNode {
    private final Links links = new Links();
    private String value;

    XComment(String value) {
        this.value = value;
    }

    @Override
    public Links links() {
        return links;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.COMMENT;
    }

    String value() {
        return value;
    }

    void value(String text) {
        value = text;
    }

    @Override
    public XNode copy() {
        return new XComment(value);
    }

    @Override
    public String toString() {
        return XmlText.of(this);
    }
}
