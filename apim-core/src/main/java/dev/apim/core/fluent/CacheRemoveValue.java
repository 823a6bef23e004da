package dev.apim.core.fluent;

/** Forgets a stored value. Azure: {@code cache-remove-value}. Immutable. */
public final class CacheRemoveValue implements PolicyStep {
    private final PolicyXml xml;

    CacheRemoveValue(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public CacheRemoveValue id(String value) {
        return new CacheRemoveValue(xml.attribute("id", value));
    }

    /** Of the value. Required. May be an expression. */
    public CacheRemoveValue key(String value) {
        return new CacheRemoveValue(xml.attribute("key", value));
    }

    /**
     * Which cache is meant; a gateway has one, configured with it. One of {@code prefer-external}, {@code external},
     * {@code internal}. Default {@code prefer-external}.
     */
    public CacheRemoveValue cachingType(String value) {
        return new CacheRemoveValue(xml.attribute("caching-type", value));
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
