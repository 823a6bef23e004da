package dev.apim.core.fluent;

import java.util.List;
import java.util.function.UnaryOperator;

/** Sends a message to a queue or topic of Service Bus. Azure: {@code send-service-bus-message}. Immutable. */
public final class SendServiceBusMessage implements PolicyStep {
    private static final List<String> ORDER = List.of("message-properties", "payload");

    private final PolicyXml xml;

    SendServiceBusMessage(PolicyXml xml) {
        this.xml = xml;
    }

    /** A name for traces and errors. */
    public SendServiceBusMessage id(String value) {
        return new SendServiceBusMessage(xml.attribute("id", value));
    }

    /** The queue; not with topic-name. May be an expression. */
    public SendServiceBusMessage queueName(String value) {
        return new SendServiceBusMessage(xml.attribute("queue-name", value));
    }

    /** The topic; not with queue-name. May be an expression. */
    public SendServiceBusMessage topicName(String value) {
        return new SendServiceBusMessage(xml.attribute("topic-name", value));
    }

    /** Fully qualified name, such as contoso.servicebus.windows.net. Required. May be an expression. */
    public SendServiceBusMessage namespace(String value) {
        return new SendServiceBusMessage(xml.attribute("namespace", value));
    }

    /** The user-assigned identity to send with; else the system's. May be an expression. */
    public SendServiceBusMessage clientId(String value) {
        return new SendServiceBusMessage(xml.attribute("client-id", value));
    }

    /** What the message carries beside its payload. */
    public SendServiceBusMessage messageProperties(UnaryOperator<MessageProperties> with) {
        MessageProperties child = with.apply(new MessageProperties(PolicyXml.of("message-properties")));
        return new SendServiceBusMessage(xml.onlyChild(ORDER, child.xml));
    }

    /** The message. */
    public SendServiceBusMessage payload(String value) {
        return new SendServiceBusMessage(xml.onlyChild(ORDER, "payload", value));
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

    /** What the message carries beside its payload. Azure: {@code message-properties}. Immutable. */
    public static final class MessageProperties {
        private static final List<String> ORDER = List.of("message-property");

        private final PolicyXml xml;

        MessageProperties(PolicyXml xml) {
            this.xml = xml;
        }

        /** One property. May be repeated. */
        public MessageProperties messageProperty(UnaryOperator<MessageProperty> with) {
            MessageProperty child = with.apply(new MessageProperty(PolicyXml.of("message-property")));
            return new MessageProperties(xml.child(ORDER, child.xml));
        }

        /** Its XML. */
        @Override
        public String toString() {
            return xml.toString();
        }

        /** One property. Azure: {@code message-property}. Immutable. */
        public static final class MessageProperty {
            private final PolicyXml xml;

            MessageProperty(PolicyXml xml) {
                this.xml = xml;
            }

            /** Its name. Required. */
            public MessageProperty name(String value) {
                return new MessageProperty(xml.attribute("name", value));
            }

            /** With this text, or an expression. */
            public MessageProperty text(String value) {
                return new MessageProperty(xml.text(value));
            }

            /** Its XML. */
            @Override
            public String toString() {
                return xml.toString();
            }
        }
    }
}
