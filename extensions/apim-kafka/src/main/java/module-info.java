/** Events to Kafka and what speaks its protocol. */
module dev.apim.kafka {
    requires transitive dev.apim;
    requires kafka.clients;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports dev.apim.kafka;

    provides dev.apim.event.EventChannelProvider with
            dev.apim.kafka.KafkaEvents;
}
