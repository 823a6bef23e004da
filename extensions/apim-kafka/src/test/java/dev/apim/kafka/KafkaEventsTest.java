package dev.apim.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.core.event.EventQueues;
import dev.apim.core.event.JsonLines;
import dev.apim.event.Event;
import dev.apim.event.EventChannel;
import dev.apim.model.Logger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class KafkaEventsTest {
    private static final String CONNECTION =
            "Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccessKey=c2VjcmV0\"Kw==";

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final AtomicReference<Map<String, Object>> settings = new AtomicReference<>(Map.of());
    private final KafkaEvents events = new KafkaEvents(given -> {
        settings.set(given);
        return producer;
    });

    private static Logger logger(String... credentials) {
        Map<String, String> map = new java.util.HashMap<>();
        for (int i = 0; i < credentials.length; i += 2) {
            map.put(credentials[i], credentials[i + 1]);
        }
        return new Logger("hub", "azureEventHub", "", map, true, "");
    }

    private static Event event(String text, String partition, String key) {
        return new Event(
                Instant.parse("2026-01-01T00:00:00Z"),
                text,
                partition.isEmpty() ? null : partition,
                key.isEmpty() ? null : key);
    }

    private static String value(ProducerRecord<byte[], byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    @Test
    void anEventHubIsReachedWithItsConnectionStringOverTls() throws Exception {
        EventChannel channel = events.open(logger("name", "clicks", "connectionString", CONNECTION))
                .orElseThrow();

        channel.write(event("hello", "", "k1"));

        assertThat(settings.get())
                .containsEntry("bootstrap.servers", "contoso.servicebus.windows.net:9093")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "PLAIN");
        assertThat(settings.get())
                .hasEntrySatisfying(
                        "sasl.jaas.config",
                        login -> assertThat(login.toString())
                                .contains("username=\"$ConnectionString\"")
                                .contains("SharedAccessKey=c2VjcmV0\\\"Kw==\";"));
        ProducerRecord<byte[], byte[]> sent = producer.history().get(0);
        assertThat(sent.topic()).isEqualTo("clicks");
        assertThat(value(sent)).isEqualTo("hello");
        assertThat(new String(sent.key(), StandardCharsets.UTF_8)).isEqualTo("k1");
        assertThat(sent.timestamp())
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli());
    }

    @Test
    void theHubMayBeNamedInTheConnectionString() throws Exception {
        EventChannel channel = events.open(logger("connectionString", CONNECTION + ";EntityPath=orders\n"))
                .orElseThrow();

        channel.write(event("x", "", ""));

        assertThat(producer.history().get(0).topic()).isEqualTo("orders");
        assertThat(producer.history().get(0).key()).isNull();
    }

    @Test
    void anyKafkaIsReachedByItsBootstrapServers() throws Exception {
        EventChannel channel = events.open(logger("name", "clicks", "bootstrapServers", "kafka-1:9092,kafka-2:9092"))
                .orElseThrow();

        channel.write(event("x", "0", ""));

        assertThat(settings.get())
                .containsEntry("bootstrap.servers", "kafka-1:9092,kafka-2:9092")
                .doesNotContainKey("security.protocol");
        assertThat(producer.history().get(0).partition()).isZero();
    }

    @Test
    void loggersOfOthersAreLeftToThem() {
        assertThat(events.open(
                        new Logger("ai", "applicationInsights", "", Map.of("instrumentationKey", "k"), true, "")))
                .isEmpty();
        assertThat(events.open(logger("name", "clicks"))).isEmpty();
    }

    @Test
    void aFaultyConnectionStringIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> events.open(logger("name", "clicks", "connectionString", "SharedAccessKey=hidden")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no Endpoint")
                .hasMessageNotContaining("hidden");
        assertThatThrownBy(() -> events.open(logger("connectionString", CONNECTION)))
                .hasMessageContaining("no name of an event hub")
                .hasMessageNotContaining("c2VjcmV0");
        assertThat(KafkaTarget.of(logger("name", "clicks", "connectionString", CONNECTION)))
                .hasToString("KafkaTarget[clicks]");
    }

    @Test
    void anEventThatKafkaRefusesDoesNotStopTheOthers() {
        EventQueues queues = new EventQueues(List.of(events), JsonLines.toLog());
        Logger logger = logger("name", "clicks", "bootstrapServers", "kafka:9092");

        queues.send(logger, event("one", "", ""));
        queues.send(logger, event("poison", "not a number", ""));
        queues.send(logger, event("two", "", ""));

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> producer.history().size() == 2);
        assertThat(producer.history()).extracting(KafkaEventsTest::value).containsExactly("one", "two");
        queues.close();
        assertThat(producer.closed()).isTrue();
    }

    @Test
    void theProviderIsFoundOnTheClassPath() {
        assertThat(EventQueues.onClassPath()).hasAtLeastOneElementOfType(KafkaEvents.class);
    }
}
