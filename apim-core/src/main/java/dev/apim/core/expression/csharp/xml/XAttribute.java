package dev.apim.core.expression.csharp.xml;

/** .NET's {@code XAttribute}. */
final class XAttribute implements XObject {
    private final Links links = new Links();
    private final XName name;
    private String value;

    XAttribute(XName name, String value) {
        this.name = name;
        this.value = value;
    }

    @Override
    public Links links() {
        return links;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.ATTRIBUTE;
    }

    XName name() {
        return name;
    }

    String value() {
        return value;
    }

    void value(String text) {
        value = text;
    }

    boolean isDeclaration() {
        return isPrefixed() || (name.namespace().uri().isEmpty() && name.local().equals("xmlns"));
    }

    private boolean isPrefixed() {
        return name.namespace().equals(XNamespace.XMLNS);
    }

    /** The prefix that a declaration declares, empty of the default namespace. */
    String declaredPrefix() {
        return isPrefixed() ? name.local() : "";
    }

    XAttribute copy() {
        return new XAttribute(name, value);
    }

    @Override
    public String toString() {
        return XmlText.of(this);
    }
}
