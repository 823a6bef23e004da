package dev.apim.core.expression.csharp.xml;

/** .NET's {@code XText}. */
final class XPlainText implements XText {
    private final Links links = new Links();
    private String value;

    XPlainText(String value) {
        this.value = value;
    }

    @Override
    public Links links() {
        return links;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.TEXT;
    }

    @Override
    public String value() {
        return value;
    }

    @Override
    public void value(String text) {
        value = text;
    }

    @Override
    public XNode copy() {
        return new XPlainText(value);
    }

    @Override
    public String toString() {
        return XmlText.of(this);
    }
}
