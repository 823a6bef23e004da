package dev.apim.core.expression.csharp.xml;

import org.jspecify.annotations.Nullable;

/** .NET's {@code XDocumentType}: it can be made and written, though none is ever read. */
final class XDocumentType implements XNode {
    private final Links links = new Links();
    private String name;
    private @Nullable String publicId;
    private @Nullable String systemId;
    private @Nullable String internalSubset;

    XDocumentType(String name, @Nullable String publicId, @Nullable String systemId, @Nullable String internalSubset) {
        XmlNames.checkLocal(name);
        this.name = name;
        this.publicId = publicId;
        this.systemId = systemId;
        this.internalSubset = internalSubset;
    }

    @Override
    public Links links() {
        return links;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.DOCUMENT_TYPE;
    }

    String name() {
        return name;
    }

    void name(String other) {
        XmlNames.checkLocal(other);
        name = other;
    }

    @Nullable
    String publicId() {
        return publicId;
    }

    void publicId(@Nullable String id) {
        publicId = id;
    }

    @Nullable
    String systemId() {
        return systemId;
    }

    void systemId(@Nullable String id) {
        systemId = id;
    }

    @Nullable
    String internalSubset() {
        return internalSubset;
    }

    void internalSubset(@Nullable String subset) {
        internalSubset = subset;
    }

    @Override
    public XNode copy() {
        return new XDocumentType(name, publicId, systemId, internalSubset);
    }

    @Override
    public String toString() {
        return XmlText.of(this);
    }
}
