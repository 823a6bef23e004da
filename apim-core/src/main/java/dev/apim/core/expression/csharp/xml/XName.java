package dev.apim.core.expression.csharp.xml;

import dev.apim.core.expression.csharp.value.DotNetException;

/** .NET's {@code XName}. Immutable. */
record XName(XNamespace namespace, String local) {
    /** A name as it is written with its namespace: <code>{uri}local</code>. */
    static XName of(String expanded) {
        if (expanded.isEmpty()) {
            throw invalid(expanded);
        }
        if (!expanded.startsWith("{")) {
            return XNamespace.NONE.name(expanded);
        }
        int close = expanded.lastIndexOf('}');
        if (close <= 1 || close == expanded.length() - 1) {
            throw invalid(expanded);
        }
        return new XNamespace(expanded.substring(1, close)).name(expanded.substring(close + 1));
    }

    private static DotNetException invalid(String expanded) {
        return DotNetException.argument("'" + expanded + "' is an invalid expanded name.", null);
    }

    @Override
    public String toString() {
        return namespace.uri().isEmpty() ? local : "{" + namespace.uri() + "}" + local;
    }
}
