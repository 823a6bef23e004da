package dev.apim.core.expression.csharp.xml;

import org.jspecify.annotations.Nullable;

/** .NET's {@code XDeclaration}. */
final class XDeclaration {
    @Nullable
    String version;

    @Nullable
    String encoding;

    @Nullable
    String standalone;

    XDeclaration(@Nullable String version, @Nullable String encoding, @Nullable String standalone) {
        this.version = version;
        this.encoding = encoding;
        this.standalone = standalone;
    }

    @Override
    public String toString() {
        return "<?xml" + part("version", version) + part("encoding", encoding) + part("standalone", standalone) + "?>";
    }

    private static String part(String name, @Nullable String value) {
        return value == null ? "" : " " + name + "=\"" + value + "\"";
    }
}
