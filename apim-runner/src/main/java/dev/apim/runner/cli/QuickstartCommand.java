package dev.apim.runner.cli;

import dev.apim.core.GatewaySettings;
import dev.apim.model.Subscription;
import dev.apim.runner.http.ServerSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the bundled sample, with its own backend behind it. */
@Command(
        name = "quickstart",
        mixinStandardHelpOptions = true,
        description = {
            "Serve the bundled sample with its own small backend, and print what to try.",
            "",
            "The subscription key it prints was generated for this run and ends with it."
        },
        footer = {"", "Example: apim quickstart --port 8090"})
final class QuickstartCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger("apim");

    @Option(names = "--port", defaultValue = "8080", description = "Where requests come in (${DEFAULT-VALUE}); 0: any.")
    int port;

    @Option(names = "--management-port", defaultValue = "8081", description = "Health (${DEFAULT-VALUE}); 0: any.")
    int managementPort;

    @CommandLine.Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        ServerSettings server = Listening.on(command, "127.0.0.1", port, managementPort);
        try (SampleBackend backend = SampleBackend.start()) {
            SampleFolder sample = SampleFolder.find();
            FolderOptions folder = new FolderOptions();
            Path overrides = overrides(backend.port());
            folder.overrides = overrides;
            RunningGateway running = RunningGateway.start(sample.path(), folder, GatewaySettings.defaults(), server);
            explain(command.getOut(), running, sample, backend);
            running.serveUntilStopped(() -> {
                backend.close();
                discard(overrides);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    /** Points the sample at the port its backend got. The file is read again whenever the sample changes, so it stays while it is served. */
    private static Path overrides(int port) throws IOException {
        Path file = Files.createTempFile("apim-quickstart", ".yaml");
        file.toFile().deleteOnExit();
        return Files.writeString(file, """
                backends:
                  - name: orders-backend
                    properties:
                      url: http://127.0.0.1:%d
                apis:
                  - name: orders
                    properties:
                      serviceUrl: http://127.0.0.1:%d
                  - name: echo
                    properties:
                      serviceUrl: http://127.0.0.1:%d
                """.formatted(port, port, port));
    }

    private static void discard(Path overrides) {
        try {
            Files.deleteIfExists(overrides);
        } catch (IOException e) {
            LOG.warn("{} is left behind: {}", overrides, e.getMessage());
        }
    }

    private static void explain(PrintWriter out, RunningGateway running, SampleFolder sample, SampleBackend backend) {
        String base = "http://127.0.0.1:" + running.port();
        Subscription demo =
                Objects.requireNonNull(Objects.requireNonNull(running.gateway().snapshot())
                        .configuration()
                        .subscriptions()
                        .get("demo"));
        out.println("APIM for Java, quickstart");
        out.println();
        out.println("  gateway   " + base);
        out.println("  health    http://127.0.0.1:" + running.managementPort() + "/health");
        out.println(
                "  backend   http://127.0.0.1:" + backend.port() + " (the sample's own, a process beside this one)");
        out.println("  artifacts " + sample.path());
        out.println("  key       " + demo.primaryKey() + " (generated for this run)");
        out.println();
        out.println("Try:");
        out.println(
                "  curl -i " + base + "/orders-api/orders -H 'Ocp-Apim-Subscription-Key: " + demo.primaryKey() + "'");
        out.println(
                "  curl -i " + base + "/orders-api/orders/2 -H 'Ocp-Apim-Subscription-Key: " + demo.primaryKey() + "'");
        out.println("  curl -i " + base + "/orders-api/orders        # no key: 401");
        out.println("  curl -i " + base + "/echo-api/echo            # needs no key; shows what the backend got");
        out.println();
        out.println("Call the orders six times within ten seconds to meet the limit of the product 'starter'.");
        out.println("Change a policy in the folder above and call again: it is in force within a second. Ctrl-C ends.");
        out.flush();
    }
}
