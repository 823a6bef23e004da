package dev.apim.core.expression.csharp.xml;

/**
 * .NET's {@code XNamespace}. Immutable.
 *
 * @param uri empty of no namespace
 */
record XNamespace(String uri) {
    static final XNamespace NONE = new XNamespace("");
    static final XNamespace XML = new XNamespace("http://www.w3.org/XML/1998/namespace");
    static final XNamespace XMLNS = new XNamespace("http://www.w3.org/2000/xmlns/");

    XName name(String local) {
        XmlNames.checkLocal(local);
        return new XName(this, local);
    }

    @Override
    public String toString() {
        return uri;
    }
}
