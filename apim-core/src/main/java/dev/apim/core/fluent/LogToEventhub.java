package dev.apim.core.fluent;

/** Writes an event to a logger; a request never fails for it. Azure: {@code log-to-eventhub}. Immutable. */
public final class LogToEventhub implements PolicyStep {
    private final PolicyXml xml;

    LogToEventhub(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public LogToEventhub id(String value) {
        return new LogToEventhub(xml.attribute("id", value));
    }

    /** Resource name of the logger. Required. */
    public LogToEventhub loggerId(String value) {
        return new LogToEventhub(xml.attribute("logger-id", value));
    }

    /** Number of the partition; not with partition-key. */
    public LogToEventhub partitionId(String value) {
        return new LogToEventhub(xml.attribute("partition-id", value));
    }

    /** Events with the same key stay in order. May be an expression. */
    public LogToEventhub partitionKey(String value) {
        return new LogToEventhub(xml.attribute("partition-key", value));
    }

    /** With this text, or an expression. */
    public LogToEventhub text(String value) {
        return new LogToEventhub(xml.text(value));
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
