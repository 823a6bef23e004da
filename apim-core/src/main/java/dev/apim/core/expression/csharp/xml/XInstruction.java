package dev.apim.core.expression.csharp.xml;

import java.util.Locale;

/** .NET's {@code XProcessingInstruction}. */
final class XInstruction implements XNode {
    private final Links links = new Links();
    private String target;
    private String data;

    XInstruction(String target, String data) {
        this.target = valid(target);
        this.data = data;
    }

    private static String valid(String target) {
        XmlNames.checkLocal(target);
        if (target.toLowerCase(Locale.ROOT).equals("xml")) {
            throw dev.apim.core.expression.csharp.value.DotNetException.argument(
                    "'" + target + "' is an invalid name for a processing instruction.", null);
        }
        return target;
    }

    @Override
    public Links links() {
        return links;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.INSTRUCTION;
    }

    String target() {
        return target;
    }

    void target(String name) {
        target = valid(name);
    }

    String data() {
        return data;
    }

    void data(String text) {
        data = text;
    }

    @Override
    public XNode copy() {
        return new XInstruction(target, data);
    }

    @Override
    public String toString() {
        return XmlText.of(this);
    }
}
