package dev.apim.core.fluent;

import java.time.Duration;
import java.util.List;

/** Takes a value from the cache, or computes and stores it. Azure: {@code cache-value}. Immutable. */
public final class CacheValue implements PolicyStep {
    private static final List<String> ORDER = List.of("value");

    private final PolicyXml xml;

    CacheValue(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public CacheValue id(String value) {
        return new CacheValue(xml.attribute("id", value));
    }

    /** Of the value. Required. May be an expression. */
    public CacheValue key(String value) {
        return new CacheValue(xml.attribute("key", value));
    }

    /** Variable that takes the value, and that the policies within set. Required. */
    public CacheValue variableName(String value) {
        return new CacheValue(xml.attribute("variable-name", value));
    }

    /** Seconds the value is kept. From 1 on. Required. */
    public CacheValue expiresAfter(Duration value) {
        return new CacheValue(xml.seconds("expires-after", value));
    }

    /** The same as text, in seconds, or an expression. */
    public CacheValue expiresAfter(String value) {
        return new CacheValue(xml.attribute("expires-after", value));
    }

    /** Seconds after which one request computes it anew, while others take the old one. From 1 on. */
    public CacheValue refreshAfter(Duration value) {
        return new CacheValue(xml.seconds("refresh-after", value));
    }

    /** The same as text, in seconds, or an expression. */
    public CacheValue refreshAfter(String value) {
        return new CacheValue(xml.attribute("refresh-after", value));
    }

    /** What the variable takes where none is computed. May be an expression. */
    public CacheValue defaultValue(String value) {
        return new CacheValue(xml.attribute("default-value", value));
    }

    /**
     * Which cache is meant; a gateway has one, configured with it. One of {@code prefer-external}, {@code external},
     * {@code internal}. Default {@code prefer-external}.
     */
    public CacheValue cachingType(String value) {
        return new CacheValue(xml.attribute("caching-type", value));
    }

    /** Policies that set the variable. */
    public CacheValue value(PolicyStep... steps) {
        return new CacheValue(xml.onlyChild(ORDER, PolicyXml.of("value").steps(steps)));
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
