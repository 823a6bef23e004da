package dev.apim.core.fluent;

import java.time.Duration;

/**
 * Limits how often calls with the same key may come in a sliding window. Azure: {@code rate-limit-by-key}. Immutable.
 */
public final class RateLimitByKey implements PolicyStep {
    private final PolicyXml xml;

    RateLimitByKey(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public RateLimitByKey id(String value) {
        return new RateLimitByKey(xml.attribute("id", value));
    }

    /** The most calls in a window. From 1 on. Required. */
    public RateLimitByKey calls(int value) {
        return new RateLimitByKey(xml.attribute("calls", value));
    }

    /** The same as text, or an expression. */
    public RateLimitByKey calls(String value) {
        return new RateLimitByKey(xml.attribute("calls", value));
    }

    /** Length of the window in seconds. From 1 to 300. Required. */
    public RateLimitByKey renewalPeriod(Duration value) {
        return new RateLimitByKey(xml.seconds("renewal-period", value));
    }

    /** The same as text, in seconds, or an expression. */
    public RateLimitByKey renewalPeriod(String value) {
        return new RateLimitByKey(xml.attribute("renewal-period", value));
    }

    /** Calls with the same key count together. Required. May be an expression. */
    public RateLimitByKey counterKey(String value) {
        return new RateLimitByKey(xml.attribute("counter-key", value));
    }

    /** Whether a call counts; asked at its end. */
    public RateLimitByKey incrementCondition(boolean value) {
        return new RateLimitByKey(xml.attribute("increment-condition", value));
    }

    /** The same as text, or an expression. */
    public RateLimitByKey incrementCondition(String value) {
        return new RateLimitByKey(xml.attribute("increment-condition", value));
    }

    /** How many calls it counts as. From 0 on. Default {@code 1}. */
    public RateLimitByKey incrementCount(int value) {
        return new RateLimitByKey(xml.attribute("increment-count", value));
    }

    /** The same as text, or an expression. */
    public RateLimitByKey incrementCount(String value) {
        return new RateLimitByKey(xml.attribute("increment-count", value));
    }

    /** Whether it counts at its end. */
    public RateLimitByKey incrementAfterResponse(boolean value) {
        return new RateLimitByKey(xml.attribute("increment-after-response", value));
    }

    /** The same as text, such as a named value in braces. */
    public RateLimitByKey incrementAfterResponse(String value) {
        return new RateLimitByKey(xml.attribute("increment-after-response", value));
    }

    /** Field that takes the place of Retry-After. */
    public RateLimitByKey retryAfterHeaderName(String value) {
        return new RateLimitByKey(xml.attribute("retry-after-header-name", value));
    }

    /** Variable that takes the seconds to wait. */
    public RateLimitByKey retryAfterVariableName(String value) {
        return new RateLimitByKey(xml.attribute("retry-after-variable-name", value));
    }

    /** Field of every response that tells the calls left. */
    public RateLimitByKey remainingCallsHeaderName(String value) {
        return new RateLimitByKey(xml.attribute("remaining-calls-header-name", value));
    }

    /** Variable that takes the calls left. */
    public RateLimitByKey remainingCallsVariableName(String value) {
        return new RateLimitByKey(xml.attribute("remaining-calls-variable-name", value));
    }

    /** Field of every response that tells the limit. */
    public RateLimitByKey totalCallsHeaderName(String value) {
        return new RateLimitByKey(xml.attribute("total-calls-header-name", value));
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
