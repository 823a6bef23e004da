package dev.apim.kafka;

import dev.apim.event.EventChannel;
import dev.apim.event.EventChannelProvider;
import dev.apim.model.Logger;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends the events of loggers of type {@code azureEventHub} over Kafka's protocol, which Event Hubs speaks at port 9093. A logger's
 * credentials are {@code name} (the event hub or topic) with {@code connectionString} (Event Hubs) or {@code bootstrapServers} (any
 * Kafka); loggers without either are left to others. Thread-safe.
 */
public final class KafkaEvents implements EventChannelProvider {
    private final Function<Map<String, Object>, Producer<byte[], byte[]>> producers;

    /** Made by {@link java.util.ServiceLoader}. */
    public KafkaEvents() {
        this(settings -> new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    KafkaEvents(Function<Map<String, Object>, Producer<byte[], byte[]>> producers) {
        this.producers = producers;
    }

    @Override
    public Optional<EventChannel> open(Logger logger) {
        boolean hub = logger.type().equalsIgnoreCase(Logger.EVENT_HUB);
        boolean reachable = !logger.credential("connectionString").isEmpty()
                || !logger.credential("bootstrapServers").isEmpty();
        if (!hub || !reachable) {
            return Optional.empty();
        }
        KafkaTarget target = KafkaTarget.of(logger);
        return Optional.of(new KafkaChannel(target.topic(), () -> producers.apply(target.settings())));
    }
}
