package dev.apim.runner.http;

import dev.apim.http.HttpService;
import dev.apim.vertx.ClientSettings;
import dev.apim.vertx.VertxBackendClient;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;

/** A server on a free port, with all it needs, for the length of a test. */
final class RunningServer implements AutoCloseable {
    final Vertx vertx = Vertx.vertx();
    final GatewayServer server;
    private final VertxBackendClient client;

    private RunningServer(ServerSettings settings, ClientSettings backends, Mount mount) {
        client = VertxBackendClient.create(vertx, new WallTime(), backends);
        server = GatewayServer.start(
                vertx,
                new WallTime(),
                settings.listeningOn("127.0.0.1", 0).managedOn("127.0.0.1", 0).withEventLoops(1),
                mount.service(client));
    }

    /** What to serve, given a client. */
    interface Mount {
        HttpService service(VertxBackendClient client);
    }

    static RunningServer of(HttpService service) {
        return of(ServerSettings.DEFAULT, service);
    }

    static RunningServer of(ServerSettings settings, HttpService service) {
        return new RunningServer(settings, ClientSettings.DEFAULT, client -> service);
    }

    static RunningServer with(ServerSettings settings, ClientSettings backends, Mount mount) {
        return new RunningServer(settings, backends, mount);
    }

    /** Deadlines of a fifth of a second and a rate nobody fails who sends at all. */
    static ServerSettings impatient() {
        Duration soon = Duration.ofMillis(200);
        return ServerSettings.DEFAULT.withDeadlines(new Deadlines(soon, soon, soon, 240, soon, soon));
    }

    int port() {
        return server.port();
    }

    RawClient connect() throws IOException {
        return new RawClient(server.port());
    }

    @Override
    public void close() {
        client.close();
        server.close();
        vertx.close();
    }
}
