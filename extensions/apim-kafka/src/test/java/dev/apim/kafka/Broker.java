package dev.apim.kafka;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/** A broker of Kafka in a process of its own, on 127.0.0.1, that asks its clients for a name and a password. */
final class Broker implements AutoCloseable {
    private static final String CLUSTER = "MkU3OEVBNTcwNTJENDM2Qg";

    private final Path directory;
    private final String user;
    private final String password;
    private final int port;
    private @Nullable Process process;

    private Broker(Path directory, String user, String password) throws IOException {
        this.directory = directory;
        this.user = user;
        this.password = password;
        this.port = freePort();
    }

    /** Whether the broker's classes are on the class path. */
    static boolean isAtHand() {
        return Broker.class.getResource("/kafka/Kafka.class") != null;
    }

    static Broker start(Path directory, String user, String password) throws Exception {
        Broker broker = new Broker(directory, user, password);
        Path settings = broker.settings();
        Process format = broker.run("kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", settings.toString());
        if (!format.waitFor(60, TimeUnit.SECONDS)) {
            format.destroyForcibly();
            throw new IllegalStateException("the broker's directory was not prepared within a minute");
        }
        broker.process = broker.run("kafka.Kafka", settings.toString());
        return broker;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Path settings() throws IOException {
        Properties all = new Properties();
        int controller = freePort();
        all.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controller,
                "listeners", "SASL_PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
                "advertised.listeners", "SASL_PLAINTEXT://127.0.0.1:" + port,
                "listener.security.protocol.map", "CONTROLLER:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT",
                "controller.listener.names", "CONTROLLER",
                "inter.broker.listener.name", "SASL_PLAINTEXT",
                "log.dirs", directory.resolve("log").toString()));
        all.putAll(Map.of(
                "sasl.enabled.mechanisms", "PLAIN",
                "sasl.mechanism.inter.broker.protocol", "PLAIN",
                "listener.name.sasl_plaintext.plain.sasl.jaas.config",
                        login() + " user_" + user + "=\"" + password + "\";",
                "auto.create.topics.enable", "false",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0"));
        Path file = directory.resolve("server.properties");
        try (var out = Files.newBufferedWriter(file)) {
            all.store(out, null);
        }
        return file;
    }

    private String login() {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + user + "\" password=\""
                + password + "\"";
    }

    private Process run(String type, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + System.getProperty("jdk.module.path", ""),
                type));
        command.addAll(List.of(arguments));
        File log = directory.resolve(type + ".log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .directory(directory.toFile())
                .start();
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** How its clients reach it. */
    Map<String, Object> clients() {
        return Map.of(
                "bootstrap.servers",
                address(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                login() + ";");
    }

    /** Waits until it serves, at most two minutes, and makes a topic. */
    void topic(String name, int partitions) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(clients())) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
