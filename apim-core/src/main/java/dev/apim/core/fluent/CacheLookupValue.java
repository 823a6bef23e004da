package dev.apim.core.fluent;

/** Puts a stored value into a variable. Azure: {@code cache-lookup-value}. Immutable. */
public final class CacheLookupValue implements PolicyStep {
    private final PolicyXml xml;

    CacheLookupValue(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public CacheLookupValue id(String value) {
        return new CacheLookupValue(xml.attribute("id", value));
    }

    /** Of the value. Required. May be an expression. */
    public CacheLookupValue key(String value) {
        return new CacheLookupValue(xml.attribute("key", value));
    }

    /** Variable that takes the value. Required. */
    public CacheLookupValue variableName(String value) {
        return new CacheLookupValue(xml.attribute("variable-name", value));
    }

    /** What it takes where nothing is stored. May be an expression. */
    public CacheLookupValue defaultValue(String value) {
        return new CacheLookupValue(xml.attribute("default-value", value));
    }

    /**
     * Which cache is meant; a gateway has one, configured with it. One of {@code prefer-external}, {@code external},
     * {@code internal}. Default {@code prefer-external}.
     */
    public CacheLookupValue cachingType(String value) {
        return new CacheLookupValue(xml.attribute("caching-type", value));
    }

    @Override
    public PolicyXml element() {
        return xml;
    }

    /** Its XML. */
    @Override
    public String toString() {
        return xml.toString();
    }
}
