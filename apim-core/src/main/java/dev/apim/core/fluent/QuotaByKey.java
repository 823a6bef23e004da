package dev.apim.core.fluent;

import java.time.Duration;

/** Limits the calls and kilobytes with the same key in a long fixed window. Azure: {@code quota-by-key}. Immutable. */
public final class QuotaByKey implements PolicyStep {
    private final PolicyXml xml;

    QuotaByKey(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public QuotaByKey id(String value) {
        return new QuotaByKey(xml.attribute("id", value));
    }

    /** The most calls in a window. From 1 on. */
    public QuotaByKey calls(long value) {
        return new QuotaByKey(xml.attribute("calls", value));
    }

    /** The same as text, such as a named value in braces. */
    public QuotaByKey calls(String value) {
        return new QuotaByKey(xml.attribute("calls", value));
    }

    /** The most kilobytes in a window. From 1 on. */
    public QuotaByKey bandwidth(long value) {
        return new QuotaByKey(xml.attribute("bandwidth", value));
    }

    /** The same as text, such as a named value in braces. */
    public QuotaByKey bandwidth(String value) {
        return new QuotaByKey(xml.attribute("bandwidth", value));
    }

    /** Length of the window in seconds, 300 or more; 0: never renewed. From 0 on. Required. */
    public QuotaByKey renewalPeriod(Duration value) {
        return new QuotaByKey(xml.seconds("renewal-period", value));
    }

    /** The same as text, in seconds, such as a named value in braces. */
    public QuotaByKey renewalPeriod(String value) {
        return new QuotaByKey(xml.attribute("renewal-period", value));
    }

    /** Calls with the same key count together. Required. May be an expression. */
    public QuotaByKey counterKey(String value) {
        return new QuotaByKey(xml.attribute("counter-key", value));
    }

    /** Whether a call counts; asked at its end. */
    public QuotaByKey incrementCondition(boolean value) {
        return new QuotaByKey(xml.attribute("increment-condition", value));
    }

    /** The same as text, or an expression. */
    public QuotaByKey incrementCondition(String value) {
        return new QuotaByKey(xml.attribute("increment-condition", value));
    }

    /** How many calls it counts as. From 0 on. Default {@code 1}. */
    public QuotaByKey incrementCount(int value) {
        return new QuotaByKey(xml.attribute("increment-count", value));
    }

    /** The same as text, or an expression. */
    public QuotaByKey incrementCount(String value) {
        return new QuotaByKey(xml.attribute("increment-count", value));
    }

    /** When a window begins, such as 2026-01-01T00:00:00Z. Default {@code 0001-01-01T00:00:00Z}. */
    public QuotaByKey firstPeriodStart(String value) {
        return new QuotaByKey(xml.attribute("first-period-start", value));
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
