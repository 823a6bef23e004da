/** Events to Kafka and what speaks its protocol. */
module dev.apim.kafka {
    requires transitive dev.apim;
    requires static transitive org.jspecify;
}
