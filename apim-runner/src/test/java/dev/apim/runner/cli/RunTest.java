package dev.apim.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.apim.core.GatewaySettings;
import dev.apim.runner.http.ServerSettings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The gateway that runs alone, over real sockets. */
class RunTest {
    private static final String STAMPED =
            "<policies><outbound><base /><set-header name=\"X-Version\"><value>%s</value></set-header></outbound></policies>";

    @TempDir
    Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HttpResponse<String> get(String url, String... fields) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (fields.length > 0) {
            request.headers(fields);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static RunningGateway start(Path config) {
        return RunningGateway.start(
                config,
                new FolderOptions(),
                GatewaySettings.defaults(),
                ServerSettings.DEFAULT.listeningOn("127.0.0.1", 0).managedOn("127.0.0.1", 0));
    }

    @Test
    void eventsGoToAFileInPlaceOfWhereTheirLoggerSays() throws Exception {
        Path config = Backend.artifacts(folder.resolve("config"), "http://127.0.0.1:1");
        Path logger = Files.createDirectories(config.resolve("loggers/clicks"));
        Files.writeString(
                logger.resolve("loggerInformation.json"),
                "{\"properties\":{\"loggerType\":\"azureEventHub\",\"credentials\":{\"name\":\"clicks\","
                        + "\"connectionString\":\"Endpoint=sb://127.0.0.1/;SharedAccessKey=x\"}}}");
        Files.writeString(
                config.resolve("apis/a/policy.xml"),
                "<policies><inbound><log-to-eventhub logger-id=\"clicks\">hello</log-to-eventhub>"
                        + "<return-response/></inbound></policies>");
        FolderOptions options = new FolderOptions();
        options.events = folder.resolve("events.jsonl");
        RunningGateway gateway = RunningGateway.start(
                config,
                options,
                GatewaySettings.defaults(),
                ServerSettings.DEFAULT.listeningOn("127.0.0.1", 0).managedOn("127.0.0.1", 0));
        try {
            assertThat(get("http://127.0.0.1:" + gateway.port() + "/a/").statusCode())
                    .isEqualTo(200);
        } finally {
            gateway.stop();
        }

        assertThat(Files.readAllLines(options.events))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("\"logger\":\"clicks\"", "\"text\":\"hello\""));
    }

    @Test
    void aFileForEventsThatCannotBeWrittenIsWrongUsage() throws Exception {
        Path config = Backend.artifacts(folder.resolve("config"), "http://127.0.0.1:1");

        Cli run = Cli.run("run", "--config", config, "--events", folder.resolve("nowhere/events.jsonl"));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--events", "cannot be written; its folder must exist");
    }

    @Test
    void aRequestGoesToTheBackendAndTheResponseComesBack() throws Exception {
        try (Backend backend = new Backend(exchange -> Backend.answer(
                exchange,
                200,
                exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("X-A")))) {
            RunningGateway running = start(backend.artifacts(folder));
            try {
                String base = "http://127.0.0.1:" + running.port();

                for (int i = 0; i < 20; i++) {
                    HttpResponse<String> response = get(base + "/a/b?c=" + i, "X-A", "1");
                    assertThat(response.statusCode()).isEqualTo(200);
                    assertThat(response.body()).isEqualTo("/b?c=" + i + " 1");
                }
                assertThat(get(base + "/nowhere").statusCode()).isEqualTo(404);
                assertThat(get("http://127.0.0.1:" + running.managementPort() + "/health")
                                .statusCode())
                        .isEqualTo(200);
            } finally {
                running.stop();
            }
        }
    }

    @Test
    void aBackendThatIsGoneIsABadGatewayOfSomeKind() throws Exception {
        Backend backend = new Backend(exchange -> Backend.answer(exchange, 200, ""));
        backend.artifacts(folder);
        backend.close();
        RunningGateway running = start(folder);
        try {
            HttpResponse<String> response = get("http://127.0.0.1:" + running.port() + "/a/b");

            assertThat(response.statusCode()).isBetween(500, 504);
            assertThat(response.body()).doesNotContain("Exception", "127.0.0.1");
        } finally {
            running.stop();
        }
    }

    @Test
    void aValidChangeIsInForceSoonAndAnInvalidOneIsRefusedWithItsReason() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger("apim");
        logger.addAppender(log);
        try (Backend backend = new Backend(exchange -> Backend.answer(exchange, 200, ""))) {
            Path policy = backend.artifacts(folder).resolve("apis/a/policy.xml");
            Files.writeString(policy, STAMPED.formatted("one"));
            RunningGateway running = start(folder);
            String url = "http://127.0.0.1:" + running.port() + "/a/b";
            try {
                assertThat(version(url)).isEqualTo("one");

                Files.writeString(policy, STAMPED.formatted("two"));
                Awaitility.await()
                        .atMost(20, TimeUnit.SECONDS)
                        .until(() -> version(url).equals("two"));

                Files.writeString(policy, "<policies><inbound><no-such /></inbound></policies>");
                Awaitility.await()
                        .atMost(20, TimeUnit.SECONDS)
                        .until(() -> log.list.stream()
                                .anyMatch(event ->
                                        event.getFormattedMessage().contains("the last good configuration serves on")));
                assertThat(log.list)
                        .extracting(ILoggingEvent::getFormattedMessage)
                        .anySatisfy(line ->
                                assertThat(line).contains("policy.xml:1:20: error: there is no policy <no-such>"));
                assertThat(version(url)).isEqualTo("two");

                Files.writeString(policy, STAMPED.formatted("three"));
                Awaitility.await()
                        .atMost(20, TimeUnit.SECONDS)
                        .until(() -> version(url).equals("three"));
            } finally {
                running.stop();
            }
        } finally {
            logger.detachAppender(log);
        }
    }

    @Test
    void aChangeOfTheOverridesIsInForceSoonItsSecretsToo() throws Exception {
        try (Backend backend = new Backend(exchange -> Backend.answer(exchange, 200, ""))) {
            Path config = backend.artifacts(folder.resolve("config"));
            Files.writeString(config.resolve("apis/a/policy.xml"), STAMPED.formatted("{{stamp}}"));
            Path value = Files.createDirectories(config.resolve("namedValues/stamp"));
            Files.writeString(
                    value.resolve("namedValueInformation.json"),
                    "{\"properties\": {\"displayName\": \"stamp\", \"secret\": true}}");
            FolderOptions options = new FolderOptions();
            options.overrides = Files.writeString(folder.resolve("configuration.dev.yaml"), stamp("one"));
            RunningGateway running = RunningGateway.start(
                    config,
                    options,
                    GatewaySettings.defaults(),
                    ServerSettings.DEFAULT.listeningOn("127.0.0.1", 0).managedOn("127.0.0.1", -1));
            String url = "http://127.0.0.1:" + running.port() + "/a/b";
            try {
                assertThat(version(url)).isEqualTo("one");

                for (String next : List.of("two", "three")) {
                    Files.writeString(options.overrides, stamp(next));
                    Awaitility.await()
                            .atMost(20, TimeUnit.SECONDS)
                            .until(() -> version(url).equals(next));
                }

                Files.writeString(config.resolve("apis/a/policy.xml"), STAMPED.formatted("{{stamp}} and more"));
                Awaitility.await()
                        .atMost(20, TimeUnit.SECONDS)
                        .until(() -> version(url).equals("three and more"));
            } finally {
                running.stop();
            }
        }
    }

    private static String stamp(String value) {
        return "namedValues:\n- name: stamp\n  properties: {value: " + value + "}\n";
    }

    private String version(String url) throws Exception {
        return get(url).headers().firstValue("X-Version").orElse("none");
    }

    @Test
    void toldToStopItFinishesWhatIsUnderWayTakesNoMoreAndEndsWith0() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (Backend backend = new Backend(exchange -> {
                    arrived.countDown();
                    await(goOn);
                    Backend.answer(exchange, 200, "finished");
                });
                Child child = Child.start(
                        List.of(),
                        "run",
                        "--config",
                        backend.artifacts(folder),
                        "--host",
                        "127.0.0.1",
                        "--port",
                        0,
                        "--management-port",
                        0)) {
            String base = child.await("on (http://127\\.0\\.0\\.1:\\d+),");
            String health = child.await("health on (http\\S+)");
            assertThat(get(health).statusCode()).isEqualTo(200);
            CompletableFuture<HttpResponse<String>> underWay = client.sendAsync(
                    HttpRequest.newBuilder(URI.create(base + "/a/b")).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();

            child.process.destroy();
            Awaitility.await()
                    .atMost(20, TimeUnit.SECONDS)
                    .until(() -> get(health).statusCode() == 503);
            assertThatThrownBy(() -> HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create(base + "/a/c"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(ConnectException.class);
            goOn.countDown();

            assertThat(underWay.get(30, TimeUnit.SECONDS).body()).isEqualTo("finished");
            assertThat(child.exit()).isZero();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theAccessLogHasALineForEachRequestAndNoKey() throws Exception {
        try (Backend backend = new Backend(exchange -> Backend.answer(exchange, 200, "fine"));
                Child child = Child.start(
                        List.of(),
                        "run",
                        "--config",
                        backend.artifacts(folder),
                        "--port",
                        0,
                        "--management-port",
                        -1,
                        "--access-log",
                        "--ignore-invalid-keys")) {
            String port = child.await("on http://0\\.0\\.0\\.0:(\\d+)");
            assertThat(child.lines).anyMatch(line -> line.contains("relaxed: invalid keys are ignored"));

            get(
                    "http://127.0.0.1:" + port + "/a/b?subscription-key=0123456789abcdef&x=1",
                    "Ocp-Apim-Subscription-Key",
                    "fedcba9876543210",
                    "Authorization",
                    "Bearer s3cr3t");
            child.await("(GET /a/b\\?subscription-key=\\*\\*\\*&x=1 200 4)");

            assertThat(String.join("\n", child.lines)).doesNotContain("0123456789abcdef", "fedcba9876543210", "s3cr3t");
        }
    }

    @Test
    void quickstartServesWhatItPrints() throws Exception {
        List<String> temporary = List.of("-Djava.io.tmpdir=" + folder);
        try (Child child = Child.start(temporary, "quickstart", "--port", 0, "--management-port", 0)) {
            String base = child.await("gateway +(http\\S+)");
            String health = child.await("health +(http\\S+)");
            String backend = child.await("backend +(http\\S+)");
            String key = child.await("key +(\\w{32}) ");
            child.await("(curl -i \\S+/echo-api/echo )");
            assertThat(child.lines)
                    .filteredOn(line -> line.contains("curl -i " + base))
                    .hasSize(4);

            HttpResponse<String> orders = get(base + "/orders-api/orders", "Ocp-Apim-Subscription-Key", key);
            assertThat(orders.statusCode()).isEqualTo(200);
            assertThat(orders.body()).contains("tea", "cups", "spoons");
            assertThat(orders.headers().firstValue("Server")).hasValue("apim");
            assertThat(get(base + "/orders-api/orders/2", "Ocp-Apim-Subscription-Key", key)
                            .body())
                    .contains("cups");
            assertThat(get(base + "/orders-api/orders").statusCode()).isEqualTo(401);
            assertThat(get(base + "/echo-api/echo").body()).contains("GET /echo", "X-gateway: apim-quickstart");
            assertThat(get(health).statusCode()).isEqualTo(200);
            assertThat(get(backend + "/orders").statusCode()).isEqualTo(200);

            // A change of the sample reads it again, and with it where the backend listens.
            assertThat(temporary()).hasSize(1);

            child.process.destroy();
            assertThat(child.exit()).isZero();
            Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> isGone(backend));
            assertThat(temporary()).isEmpty();
        }
    }

    private List<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("apim-quickstart"))
                    .toList();
        }
    }

    private boolean isGone(String url) throws Exception {
        try {
            get(url + "/orders");
            return false;
        } catch (ConnectException gone) {
            return true;
        }
    }

    @Test
    void aKilledQuickstartTakesItsBackendWithIt() throws Exception {
        try (Child child = Child.start(List.of(), "quickstart", "--port", 0, "--management-port", 0)) {
            String backend = child.await("backend +(http\\S+)");

            child.process.destroyForcibly();

            Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> isGone(backend));
        }
    }
}
