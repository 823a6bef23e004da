package dev.apim.core.fluent;

import java.time.Duration;

/** Repeats its body while a condition holds. Azure: {@code retry}. Immutable. */
public final class Retry implements PolicyStep {
    private final PolicyXml xml;

    Retry(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public Retry id(String value) {
        return new Retry(xml.attribute("id", value));
    }

    /** Asked after each run of the body. Required. */
    public Retry condition(boolean value) {
        return new Retry(xml.attribute("condition", value));
    }

    /** The same as text, or an expression. */
    public Retry condition(String value) {
        return new Retry(xml.attribute("condition", value));
    }

    /** How often the body may be repeated. From 1 to 50. Required. */
    public Retry count(int value) {
        return new Retry(xml.attribute("count", value));
    }

    /** The same as text, or an expression. */
    public Retry count(String value) {
        return new Retry(xml.attribute("count", value));
    }

    /** Seconds before a repetition. From 0 to 86,400. Required. */
    public Retry interval(Duration value) {
        return new Retry(xml.decimalSeconds("interval", value));
    }

    /** The same as text, in seconds, or an expression. */
    public Retry interval(String value) {
        return new Retry(xml.attribute("interval", value));
    }

    /** Longest wait in seconds; waits then grow exponentially. From 0 to 86,400. */
    public Retry maxInterval(Duration value) {
        return new Retry(xml.decimalSeconds("max-interval", value));
    }

    /** The same as text, in seconds, or an expression. */
    public Retry maxInterval(String value) {
        return new Retry(xml.attribute("max-interval", value));
    }

    /** Seconds by which waits grow. From 0 to 86,400. */
    public Retry delta(Duration value) {
        return new Retry(xml.decimalSeconds("delta", value));
    }

    /** The same as text, in seconds, or an expression. */
    public Retry delta(String value) {
        return new Retry(xml.attribute("delta", value));
    }

    /** Whether the first repetition follows at once. Default {@code false}. */
    public Retry firstFastRetry(boolean value) {
        return new Retry(xml.attribute("first-fast-retry", value));
    }

    /** The same as text, or an expression. */
    public Retry firstFastRetry(String value) {
        return new Retry(xml.attribute("first-fast-retry", value));
    }

    /** With these policies, behind those it has. */
    public Retry steps(PolicyStep... steps) {
        return new Retry(xml.steps(steps));
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
