package dev.apim.core.fluent;

import java.time.Duration;

/** Stores the response that cache-lookup did not find. Azure: {@code cache-store}. Immutable. */
public final class CacheStore implements PolicyStep {
    private final PolicyXml xml;

    CacheStore(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public CacheStore id(String value) {
        return new CacheStore(xml.attribute("id", value));
    }

    /** Seconds the response is kept. From 0 on. Required. */
    public CacheStore duration(Duration value) {
        return new CacheStore(xml.seconds("duration", value));
    }

    /** The same as text, in seconds, or an expression. */
    public CacheStore duration(String value) {
        return new CacheStore(xml.attribute("duration", value));
    }

    /** Whether it is stored, whatever its status. */
    public CacheStore cacheResponse(boolean value) {
        return new CacheStore(xml.attribute("cache-response", value));
    }

    /** The same as text, or an expression. */
    public CacheStore cacheResponse(String value) {
        return new CacheStore(xml.attribute("cache-response", value));
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
