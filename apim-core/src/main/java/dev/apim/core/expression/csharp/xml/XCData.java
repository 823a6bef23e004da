package dev.apim.core.expression.csharp.xml;

/** .NET's {@code XCData}. */
final class XCData implements XText {
    private final Links links = new Links();
    private String value;

    XCData(String value) {
        this.value = value;
    }

    @Override
    public Links links() {
        return links;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.CDATA;
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
        return new XCData(value);
    }

    @Override
    public String toString() {
        return XmlText.of(this);
    }
}
