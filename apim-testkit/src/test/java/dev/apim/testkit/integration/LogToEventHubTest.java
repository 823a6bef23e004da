package dev.apim.testkit.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apim.ConfigurationException;
import dev.apim.event.Event;
import dev.apim.model.Logger;
import dev.apim.testkit.TestGateway;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogToEventHubTest {
    private static TestGateway gateway(String policy) {
        return TestGateway.create()
                .api("orders", "orders", "POST /")
                .put(
                        "/namedValues/hub-key",
                        "{\"displayName\":\"hub-key\",\"value\":\"Endpoint=sb://h.test/;k=1\",\"secret\":true}")
                .put(
                        "/loggers/hub",
                        "{\"loggerType\":\"azureEventHub\",\"description\":\"d\",\"credentials\":{\"name\":\"clicks\","
                                + "\"connectionString\":\"{{hub-key}}\"},\"isBuffered\":false,\"resourceId\":\"/r\"}")
                .policy("/apis/orders", "<policies><inbound>" + policy + "</inbound></policies>");
    }

    @Test
    void anEventGoesToItsLoggerWithNamedValuesPutIn() {
        TestGateway gateway = gateway("<log-to-eventhub logger-id=\"hub\" partition-key=\"@(context.Request.Method)\">"
                        + "@(\"seen \" + context.Request.Method)</log-to-eventhub>")
                .start();

        gateway.post("/orders/", "x");

        Event event = gateway.events().all().get(0).event();
        Logger logger = gateway.events().all().get(0).logger();
        assertThat(event.text()).isEqualTo("seen POST");
        assertThat(event.partitionKey()).isEqualTo("POST");
        assertThat(event.at()).isEqualTo(gateway.time().now());
        assertThat(logger)
                .isEqualTo(new Logger(
                        "hub",
                        "azureEventHub",
                        "d",
                        Map.of("name", "clicks", "connectionString", "Endpoint=sb://h.test/;k=1"),
                        false,
                        "/r"));
        assertThat(logger.toString()).doesNotContain("h.test");
    }

    @Test
    void aLongEventIsCutAt200KilobytesBetweenCharacters() {
        TestGateway gateway = gateway(
                        "<log-to-eventhub logger-id=\"hub\">@(context.Request.Body.As&lt;string&gt;())</log-to-eventhub>")
                .start();

        gateway.post("/orders/", "x" + "é".repeat(150_000));

        byte[] sent = gateway.events().texts().get(0).getBytes(StandardCharsets.UTF_8);
        assertThat(sent.length).isEqualTo(200 * 1024 - 1);
        assertThat(gateway.events().texts().get(0)).endsWith("é");
    }

    @Test
    void aLoggerThatIsNotThereIsAnErrorOfTheConfigurationAtItsName() {
        TestGateway gateway = gateway("\n<log-to-eventhub logger-id=\"nowhere\">x</log-to-eventhub>");

        assertThatThrownBy(gateway::start)
                .hasMessageContaining("2:29")
                .hasMessageContaining("logger 'nowhere' does not exist; define it or correct the name");
        gateway.put("/loggers/nowhere", "{\"loggerType\":\"azureEventHub\",\"credentials\":{\"name\":\"n\"}}")
                .start();
        gateway.post("/orders/", "x");
        assertThat(gateway.events().texts()).containsExactly("x");
    }

    @Test
    void aLoggerThatIsInUseCannotBeTakenAway() {
        TestGateway gateway = gateway("<log-to-eventhub logger-id=\"hub\">x</log-to-eventhub>")
                .start();

        gateway.remove("/loggers/hub");

        assertThatThrownBy(gateway::update).hasMessageContaining("logger 'hub' does not exist");
        gateway.post("/orders/", "x");
        assertThat(gateway.events().texts()).as("what was in force stays").containsExactly("x");
    }

    @Test
    void aPartitionThatIsNoNumberIsADoubt() {
        TestGateway gateway = gateway("<log-to-eventhub logger-id=\"hub\" partition-id=\"first\">x</log-to-eventhub>")
                .start();

        assertThat(gateway.warnings().toString()).contains("partition-id is the number of a partition");
    }

    @Test
    void aPartitionAndAKeyExcludeEachOther() {
        TestGateway gateway = gateway(
                "<log-to-eventhub logger-id=\"hub\" partition-id=\"1\" partition-key=\"k\">x</log-to-eventhub>");

        assertThatThrownBy(gateway::start)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("both partition-id and partition-key");
    }

    @Test
    void aLoggerOfAnUnknownTypeIsRefused() {
        TestGateway gateway = gateway("").put("/loggers/odd", "{\"loggerType\":\"syslog\"}");

        assertThatThrownBy(gateway::start).hasMessageContaining("syslog");
    }

    @Test
    void aLoggerThatRefersToNoNamedValueIsRefused() {
        TestGateway gateway = gateway("")
                .put("/loggers/odd", "{\"loggerType\":\"azureEventHub\",\"credentials\":{\"name\":\"{{nowhere}}\"}}");

        assertThatThrownBy(gateway::start)
                .hasMessageContaining("the logger refers to the named value {{nowhere}}, which is not there");
    }
}
