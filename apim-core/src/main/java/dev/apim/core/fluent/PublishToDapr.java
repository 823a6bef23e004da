package dev.apim.core.fluent;

import java.time.Duration;

/** Publishes an event to a topic through the Dapr sidecar. Azure: {@code publish-to-dapr}. Immutable. */
public final class PublishToDapr implements PolicyStep {
    private final PolicyXml xml;

    PublishToDapr(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public PublishToDapr id(String value) {
        return new PublishToDapr(xml.attribute("id", value));
    }

    /** The topic, or component/topic. Required. May be an expression. */
    public PublishToDapr topic(String value) {
        return new PublishToDapr(xml.attribute("topic", value));
    }

    /** The pub/sub component. May be an expression. */
    public PublishToDapr pubsubName(String value) {
        return new PublishToDapr(xml.attribute("pubsub-name", value));
    }

    /** Whether a failed call is passed over. Default {@code false}. */
    public PublishToDapr ignoreError(boolean value) {
        return new PublishToDapr(xml.attribute("ignore-error", value));
    }

    /** The same as text, such as a named value in braces. */
    public PublishToDapr ignoreError(String value) {
        return new PublishToDapr(xml.attribute("ignore-error", value));
    }

    /** Variable for the sidecar's response. */
    public PublishToDapr responseVariableName(String value) {
        return new PublishToDapr(xml.attribute("response-variable-name", value));
    }

    /** Seconds to wait for it. From 1 to 240. Default {@code 5}. */
    public PublishToDapr timeout(Duration value) {
        return new PublishToDapr(xml.seconds("timeout", value));
    }

    /** The same as text, in seconds, or an expression. */
    public PublishToDapr timeout(String value) {
        return new PublishToDapr(xml.attribute("timeout", value));
    }

    /** How the text is rendered. One of {@code Liquid}, {@code liquid}. */
    public PublishToDapr template(String value) {
        return new PublishToDapr(xml.attribute("template", value));
    }

    /** Media type of the text. Default {@code application/json}. */
    public PublishToDapr contentType(String value) {
        return new PublishToDapr(xml.attribute("content-type", value));
    }

    /** With this text, or an expression. */
    public PublishToDapr text(String value) {
        return new PublishToDapr(xml.text(value));
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
