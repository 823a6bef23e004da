package dev.apim.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.apim.core.event.EventQueues;
import dev.apim.core.event.JsonLines;
import dev.apim.testkit.TestGateway;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events of log-to-eventhub, and a broker that is there or away. */
@Tag("proof")
class BrokerProofTest {
    private static final String CONNECTION =
            "Endpoint=sb://localhost/;SharedAccessKeyName=send;SharedAccessKey=c2VjcmV0Kw==;UseDevelopmentEmulator=true";

    @TempDir
    Path directory;

    /** Events go to an address, whatever else the logger says of the way. */
    private static EventQueues queues(String address) {
        KafkaEvents events = new KafkaEvents(settings -> {
            Map<String, Object> elsewhere = new HashMap<>(settings);
            elsewhere.put("bootstrap.servers", address);
            return new KafkaProducer<>(elsewhere, new ByteArraySerializer(), new ByteArraySerializer());
        });
        return new EventQueues(List.of(events), JsonLines.toLog());
    }

    private static TestGateway gateway(EventQueues queues) {
        return TestGateway.create()
                .api("orders", "orders", "POST /")
                .put(
                        "/loggers/hub",
                        "{\"loggerType\":\"azureEventHub\",\"credentials\":{\"name\":\"clicks\",\"connectionString\":\""
                                + CONNECTION + "\"},\"isBuffered\":false}")
                .policy(
                        "/apis/orders",
                        "<policies><inbound>"
                                + "<log-to-eventhub logger-id=\"hub\" partition-key=\"k\">@(\"keyed \" + context.Request.Method)</log-to-eventhub>"
                                + "<log-to-eventhub logger-id=\"hub\" partition-id=\"2\">placed</log-to-eventhub>"
                                + "</inbound></policies>")
                .events(queues)
                .start();
    }

    @Test
    void eventsArriveWithTheConnectionStringAsPasswordInTheirPartitionOrByTheirKey() throws Exception {
        assumeTrue(Broker.isAtHand(), "run with -Pproof: the broker is not on the class path");
        try (Broker broker = Broker.start(directory, "$ConnectionString", CONNECTION)) {
            broker.topic("clicks", 3);
            EventQueues queues = queues(broker.address());

            TestGateway gateway = gateway(queues);
            for (int i = 0; i < 5; i++) {
                assertThat(gateway.post("/orders/", "x").status()).isEqualTo(200);
            }
            List<ConsumerRecord<byte[], byte[]>> records = records(broker, 10);
            queues.close();

            List<ConsumerRecord<byte[], byte[]>> keyed =
                    records.stream().filter(r -> r.key() != null).toList();
            List<ConsumerRecord<byte[], byte[]>> placed =
                    records.stream().filter(r -> r.key() == null).toList();
            assertThat(keyed).hasSize(5).allSatisfy(record -> {
                assertThat(text(record.value())).isEqualTo("keyed POST");
                assertThat(text(record.key())).isEqualTo("k");
            });
            assertThat(keyed.stream().map(ConsumerRecord::partition).distinct()).hasSize(1);
            assertThat(placed).hasSize(5).allSatisfy(record -> {
                assertThat(text(record.value())).isEqualTo("placed");
                assertThat(record.partition()).isEqualTo(2);
            });
        }
    }

    @Test
    void aBrokerThatIsAwayCostsNoRequestAnythingAndWhatIsDroppedIsCounted() {
        EventQueues queues = queues("127.0.0.1:1");
        TestGateway gateway = gateway(queues);
        int requests = 5_100;

        for (int i = 0; i < requests; i++) {
            assertThat(gateway.post("/orders/", "x").isAnswered())
                    .as("answered before anything else happens")
                    .isTrue();
        }

        assertThat(queues.dropped()).isBetween(1L, 2L * requests - 10_000L);
        gateway.verifyNothingIsLeft();
        queues.close();
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(Broker broker, int expected) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(broker.clients(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = List.of(
                    new TopicPartition("clicks", 0), new TopicPartition("clicks", 1), new TopicPartition("clicks", 2));
            consumer.assign(all);
            consumer.seekToBeginning(all);
            for (int i = 0; i < 60 && found.size() < expected; i++) {
                consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
            }
        }
        return found;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
