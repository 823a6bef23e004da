package dev.apim.core.fluent;

/** Lets only so many requests at a time into its body. Azure: {@code limit-concurrency}. Immutable. */
public final class LimitConcurrency implements PolicyStep {
    private final PolicyXml xml;

    LimitConcurrency(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public LimitConcurrency id(String value) {
        return new LimitConcurrency(xml.attribute("id", value));
    }

    /** What is counted; the same key shares one limit. Required. May be an expression. */
    public LimitConcurrency key(String value) {
        return new LimitConcurrency(xml.attribute("key", value));
    }

    /** Most requests at a time. From 1 on. Required. */
    public LimitConcurrency maxCount(int value) {
        return new LimitConcurrency(xml.attribute("max-count", value));
    }

    /** The same as text, such as a named value in braces. */
    public LimitConcurrency maxCount(String value) {
        return new LimitConcurrency(xml.attribute("max-count", value));
    }

    /** With these policies, behind those it has. */
    public LimitConcurrency steps(PolicyStep... steps) {
        return new LimitConcurrency(xml.steps(steps));
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
