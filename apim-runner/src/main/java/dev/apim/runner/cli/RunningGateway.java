package dev.apim.runner.cli;

import ch.qos.logback.classic.Level;
import dev.apim.ApimException;
import dev.apim.ConfigurationException;
import dev.apim.Issue;
import dev.apim.core.Gateway;
import dev.apim.core.GatewayBuilder;
import dev.apim.core.GatewaySettings;
import dev.apim.core.event.EventQueues;
import dev.apim.core.event.JsonLines;
import dev.apim.core.resource.Configuration;
import dev.apim.core.time.SystemTime;
import dev.apim.runner.http.GatewayServer;
import dev.apim.runner.http.ServerSettings;
import dev.apim.vertx.VertxBackendClient;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A gateway that serves: its configuration, its server and all that has to be closed in the end. */
final class RunningGateway {
    private static final Logger LOG = LoggerFactory.getLogger("apim");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SystemTime time;
    private final ExecutorService files;
    private final Engine engine;
    private final GatewayServer server;
    private final LiveConfiguration live;
    private final List<Issue> warnings;

    private RunningGateway(
            SystemTime time,
            ExecutorService files,
            Engine engine,
            GatewayServer server,
            LiveConfiguration live,
            List<Issue> warnings) {
        this.time = time;
        this.files = files;
        this.engine = engine;
        this.server = server;
        this.live = live;
        this.warnings = warnings;
    }

    /**
     * Loads a folder and serves it.
     *
     * @throws ConfigurationException when the folder is refused; nothing was opened then
     */
    static RunningGateway start(Path config, FolderOptions options, GatewaySettings settings, ServerSettings server) {
        SystemTime time = new SystemTime();
        ExecutorService files = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "apim-files");
            thread.setDaemon(true);
            return thread;
        });
        CompletableFuture<Engine> starting =
                CompletableFuture.supplyAsync(() -> Engine.start(time, settings, options), files);
        try {
            FolderOptions.Opened folder = options.open(config, time, files);
            LiveConfiguration live =
                    new LiveConfiguration(folder, () -> starting.join().gateway());
            List<Issue> warnings = live.load();
            Engine engine = starting.join();
            GatewayServer listening = listen(engine.vertx(), time, server, engine.gateway());
            live.watch(new Report());
            return new RunningGateway(time, files, engine, listening, live, warnings);
        } catch (RuntimeException e) {
            close(starting.join(), files, time);
            throw e;
        }
    }

    /**
     * What serves, apart from what is served. Neither needs the other until both are there, and both take their time: they are
     * made at the same time.
     */
    private record Engine(Vertx vertx, Gateway gateway) {
        static Engine start(SystemTime time, GatewaySettings settings, FolderOptions options) {
            Vertx vertx = Vertx.vertx(new VertxOptions()
                    .setEventLoopPoolSize(ServerSettings.DEFAULT.eventLoops())
                    .setPreferNativeTransport(true));
            GatewayBuilder builder = new GatewayBuilder(time, VertxBackendClient.create(vertx))
                    .settings(settings)
                    .strictQuotas(options.strictQuotas);
            if (options.state != null) {
                builder.stateDirectory(options.state);
            }
            if (options.events != null) {
                builder.events(new EventQueues(List.of(), JsonLines.toFile(options.events)));
            }
            return new Engine(vertx, builder.build());
        }
    }

    private static GatewayServer listen(Vertx vertx, SystemTime time, ServerSettings settings, Gateway gateway) {
        try {
            return GatewayServer.start(vertx, time, settings, gateway);
        } catch (IllegalStateException e) {
            throw new ApimException(
                    "cannot listen on " + e.getMessage() + "; choose other ports with --port and --management-port", e);
        }
    }

    /** Switches the access log on. */
    static void logAccess() {
        if (LoggerFactory.getLogger("apim.access") instanceof ch.qos.logback.classic.Logger logger) {
            logger.setLevel(Level.INFO);
        }
    }

    List<Issue> warnings() {
        return warnings;
    }

    int port() {
        return server.port();
    }

    int managementPort() {
        return server.managementPort();
    }

    Gateway gateway() {
        return engine.gateway();
    }

    /**
     * Waits for the process to be told to stop; drains and closes then, and ends it with 0: whoever stops a gateway is not told of a
     * failure.
     *
     * @param after what else to close in the end
     */
    void serveUntilStopped(Runnable after) throws InterruptedException {
        Thread stop = new Thread(
                () -> {
                    stop();
                    after.run();
                    Runtime.getRuntime().halt(0);
                },
                "apim-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        new CountDownLatch(1).await();
    }

    /** Drains and closes. */
    void stop() {
        server.drain(PATIENCE);
        server.close();
        live.close();
        close(engine, files, time);
    }

    private static void close(Engine engine, ExecutorService files, SystemTime time) {
        engine.gateway().close();
        files.shutdownNow();
        time.close();
        try {
            engine.vertx().close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            LOG.warn("the event loops did not close in time: {}", String.valueOf(e.getMessage()));
        }
    }

    /** Says in the log what came of a change. */
    private static final class Report implements LiveConfiguration.Listener {
        @Override
        public void loaded(Configuration configuration, List<Issue> warnings) {
            warnings.forEach(issue -> LOG.warn("{}", issue));
            LOG.info("a change is in force: {}", configuration);
        }

        @Override
        public void refused(List<Issue> issues) {
            issues.forEach(issue -> LOG.error("{}", issue));
            LOG.error("the change is refused; the last good configuration serves on");
        }
    }
}
