package dev.apim.core.fluent;

import java.util.List;

/** Answers a GET from the cache where cache-store has stored the response. Azure: {@code cache-lookup}. Immutable. */
public final class CacheLookup implements PolicyStep {
    private static final List<String> ORDER =
            List.of("vary-by-header", "vary-by-query-parameter");

    private final PolicyXml xml;

    CacheLookup(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public CacheLookup id(String value) {
        return new CacheLookup(xml.attribute("id", value));
    }

    /** Whether each developer has responses of their own. Required. */
    public CacheLookup varyByDeveloper(boolean value) {
        return new CacheLookup(xml.attribute("vary-by-developer", value));
    }

    /** The same as text, or an expression. */
    public CacheLookup varyByDeveloper(String value) {
        return new CacheLookup(xml.attribute("vary-by-developer", value));
    }

    /** Whether each set of groups has responses of its own. Required. */
    public CacheLookup varyByDeveloperGroups(boolean value) {
        return new CacheLookup(xml.attribute("vary-by-developer-groups", value));
    }

    /** The same as text, or an expression. */
    public CacheLookup varyByDeveloperGroups(String value) {
        return new CacheLookup(xml.attribute("vary-by-developer-groups", value));
    }

    /**
     * Which cache is meant; a gateway has one, configured with it. One of {@code prefer-external}, {@code external},
     * {@code internal}. Default {@code prefer-external}.
     */
    public CacheLookup cachingType(String value) {
        return new CacheLookup(xml.attribute("caching-type", value));
    }

    /**
     * Which caches beyond us may store it. One of {@code none}, {@code private}, {@code public}. Default {@code none}.
     * May be an expression.
     */
    public CacheLookup downstreamCachingType(String value) {
        return new CacheLookup(xml.attribute("downstream-caching-type", value));
    }

    /** Whether caches beyond us ask again when it is stale. Default {@code true}. */
    public CacheLookup mustRevalidate(boolean value) {
        return new CacheLookup(xml.attribute("must-revalidate", value));
    }

    /** The same as text, or an expression. */
    public CacheLookup mustRevalidate(String value) {
        return new CacheLookup(xml.attribute("must-revalidate", value));
    }

    /** Whether requests with Authorization are cached. Default {@code false}. */
    public CacheLookup allowPrivateResponseCaching(boolean value) {
        return new CacheLookup(xml.attribute("allow-private-response-caching", value));
    }

    /** The same as text, or an expression. */
    public CacheLookup allowPrivateResponseCaching(String value) {
        return new CacheLookup(xml.attribute("allow-private-response-caching", value));
    }

    /** Request field whose values tell responses apart. May be repeated. */
    public CacheLookup varyByHeader(String value) {
        return new CacheLookup(xml.child(ORDER, PolicyXml.of("vary-by-header").text(value)));
    }

    /** Query parameters that tell responses apart; without any, all do. May be repeated. */
    public CacheLookup varyByQueryParameter(String value) {
        return new CacheLookup(xml.child(ORDER, PolicyXml.of("vary-by-query-parameter").text(value)));
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
