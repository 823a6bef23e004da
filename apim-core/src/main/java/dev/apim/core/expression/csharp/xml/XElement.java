package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.value.DotNetException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** .NET's {@code XElement}. */
final class XElement implements XContainer {
    private final Links links = new Links();
    private final Children children = new Children(this);
    private final List<XAttribute> attributes = new ArrayList<>(2);
    private XName name;

    XElement(XName name) {
        this.name = name;
    }

    @Override
    public Links links() {
        return links;
    }

    @Override
    public Children children() {
        return children;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.ELEMENT;
    }

    XName name() {
        return name;
    }

    void name(XName other) {
        name = other;
    }

    /** Its attributes, to be read. */
    List<XAttribute> attributes() {
        return attributes;
    }

    @Nullable
    XAttribute attribute(XName wanted) {
        for (XAttribute attribute : attributes) {
            if (attribute.name().equals(wanted)) {
                return attribute;
            }
        }
        return null;
    }

    /** Adds an attribute; one that belongs to another element is copied. */
    void add(XAttribute given) {
        if (attribute(given.name()) != null) {
            throw DotNetException.invalidOperation("Duplicate attribute.");
        }
        XAttribute attribute = given.links().parent == null ? given : given.copy();
        attribute.links().parent = this;
        attributes.add(attribute);
    }

    void remove(XAttribute attribute) {
        attributes.remove(attribute);
        attribute.links().clear();
    }

    void removeAttributes() {
        attributes.forEach(attribute -> attribute.links().clear());
        attributes.clear();
    }

    /** The text of all texts in it. */
    String value() {
        StringBuilder text = new StringBuilder();
        XNode at = children.first();
        while (at != null) {
            if (at instanceof XText part) {
                text.append(part.value());
            }
            at = Walk.next(this, at);
        }
        return text.toString();
    }

    @Override
    public XElement copy() {
        return (XElement) Copies.of(this);
    }

    @Override
    public String toString() {
        return XmlText.of(this);
    }
}
