package dev.apim.kafka;

import dev.apim.event.Event;
import dev.apim.event.EventChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events to a Kafka producer, which is made for the first one. A record that Kafka refuses is told in the log. */
final class KafkaChannel implements EventChannel {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaChannel.class);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final String topic;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final AtomicLong refused = new AtomicLong();
    private @Nullable Producer<byte[], byte[]> producer;

    KafkaChannel(String topic, Supplier<Producer<byte[], byte[]>> producers) {
        this.topic = topic;
        this.producers = producers;
    }

    @Override
    public synchronized void write(Event event) {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            open = producers.get();
            producer = open;
        }
        var unused = open.send(record(event), this::answered);
    }

    private ProducerRecord<byte[], byte[]> record(Event event) {
        String key = event.partitionKey();
        return new ProducerRecord<>(
                topic,
                partition(event.partitionId()),
                event.at().toEpochMilli(),
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                event.text().getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Integer partition(@Nullable String id) {
        return id == null ? null : Integer.valueOf(id.strip());
    }

    /** 1, 2, 4, 8, … are told. */
    private void answered(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
        if (failure != null && Long.bitCount(refused.incrementAndGet()) == 1) {
            LOG.warn(
                    "{} events were not taken by {}; the last: {}",
                    refused.get(),
                    topic,
                    failure.getClass().getSimpleName());
        }
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(FAREWELL);
            producer = null;
        }
    }
}
