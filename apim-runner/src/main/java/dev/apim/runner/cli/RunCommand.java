package dev.apim.runner.cli;

import dev.apim.ApimException;
import dev.apim.runner.http.ServerSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves a folder of artifacts until it is told to stop. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Serve a folder of Azure API Management artifacts.",
            "",
            "The folder is watched: a valid change is in force within a second, an invalid one is refused with its reasons while the last",
            "good configuration serves on. SIGTERM drains: no new connections, requests under way get 30 seconds; then it exits with 0."
        },
        footer = {"", "Example: apim run --config ./artifacts --overrides configuration.dev.yaml --state ./state"})
final class RunCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "<dir>", description = "The folder of artifacts.")
    @Nullable
    Path config;

    @Option(names = "--port", defaultValue = "8080", description = "Where requests come in (${DEFAULT-VALUE}); 0: any.")
    int port;

    @Option(names = "--host", defaultValue = "0.0.0.0", description = "On which address (${DEFAULT-VALUE}).")
    String host = "0.0.0.0";

    @Option(
            names = "--management-port",
            defaultValue = "8081",
            description = "Health, on the loopback interface (${DEFAULT-VALUE}); 0: any, -1: none.")
    int managementPort;

    @Option(
            names = "--max-connections",
            paramLabel = "<count>",
            defaultValue = "20000",
            description = "Most clients' connections at a time (${DEFAULT-VALUE}); one more is answered 503 at once.")
    int maxConnections;

    @Option(names = "--access-log", description = "One line for each request, on standard output.")
    boolean accessLog;

    @Option(
            names = "--strict-quotas",
            description =
                    "Let no call pass a quota before its count is on disk (off: a crash loses up to a second or 100 calls).")
    boolean strictQuotas;

    @Option(
            names = "--events",
            paramLabel = "<file>",
            description = {
                "Append what log-to-eventhub writes to a file, a JSON object a line, in place of sending it",
                "to where its logger says."
            })
    @Nullable
    Path events;

    @Mixin
    FolderOptions folder = new FolderOptions();

    @Mixin
    GatewayOptions gateway = new GatewayOptions();

    @CommandLine.Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (config == null || spec == null) {
            throw new ApimException("--config is missing");
        }
        if (accessLog) {
            RunningGateway.logAccess();
        }
        if (folder.state == null) {
            folder.state = Path.of(".apim");
        }
        folder.strictQuotas = strictQuotas;
        folder.events = events == null ? null : writable(events, spec.commandLine());
        PrintWriter out = spec.commandLine().getOut();
        RunningGateway running = RunningGateway.start(config, folder, gateway.settings(), server(spec.commandLine()));
        running.warnings().forEach(issue -> Apim.print(spec.commandLine().getErr(), issue));
        out.println("apim: serving " + config + " on http://" + host + ":" + running.port()
                + (running.managementPort() < 0
                        ? ""
                        : ", health on http://127.0.0.1:" + running.managementPort() + "/health"));
        running.serveUntilStopped(() -> {});
        return 0;
    }

    /** Better said at once than dropped later. */
    private static Path writable(Path file, CommandLine command) {
        try {
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
            return file;
        } catch (IOException e) {
            throw new CommandLine.ParameterException(
                    command, "--events: " + file + " cannot be written; its folder must exist and be writable", e);
        }
    }

    private ServerSettings server(CommandLine command) {
        if (maxConnections < 1) {
            throw new CommandLine.ParameterException(
                    command, "--max-connections is 1 or more, found " + maxConnections);
        }
        return Listening.on(command, host, port, managementPort).withMaxConnections(maxConnections);
    }
}
