package dev.apim.core.fluent;

import java.time.Duration;

/** Stores a value for later requests. Azure: {@code cache-store-value}. Immutable. */
public final class CacheStoreValue implements PolicyStep {
    private final PolicyXml xml;

    CacheStoreValue(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public CacheStoreValue id(String value) {
        return new CacheStoreValue(xml.attribute("id", value));
    }

    /** Of the value. Required. May be an expression. */
    public CacheStoreValue key(String value) {
        return new CacheStoreValue(xml.attribute("key", value));
    }

    /** What is stored. Required. May be an expression. */
    public CacheStoreValue value(String value) {
        return new CacheStoreValue(xml.attribute("value", value));
    }

    /** Seconds the value is kept. From 0 on. Required. */
    public CacheStoreValue duration(Duration value) {
        return new CacheStoreValue(xml.seconds("duration", value));
    }

    /** The same as text, in seconds, or an expression. */
    public CacheStoreValue duration(String value) {
        return new CacheStoreValue(xml.attribute("duration", value));
    }

    /**
     * Which cache is meant; a gateway has one, configured with it. One of {@code prefer-external}, {@code external},
     * {@code internal}. Default {@code prefer-external}.
     */
    public CacheStoreValue cachingType(String value) {
        return new CacheStoreValue(xml.attribute("caching-type", value));
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
