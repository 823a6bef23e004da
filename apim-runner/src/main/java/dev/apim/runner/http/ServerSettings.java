package dev.apim.runner.http;

import dev.apim.vertx.wire.HeadLimits;
import java.util.Set;

/**
 * Where and how the server listens.
 *
 * @param host address of the traffic port
 * @param port traffic port; 0 for any free one
 * @param managementHost address of the management port; loopback unless changed on purpose
 * @param managementPort management port; 0 for any free one, -1 for none
 * @param eventLoops how many event loops share the ports
 * @param maxConnections most open connections of the traffic port; further ones get 503 and are closed
 * @param limits the greatest request head
 * @param deadlines how long clients may take
 * @param secretParameters query parameters whose values the access log hides, compared without case
 */
public record ServerSettings(
        String host,
        int port,
        String managementHost,
        int managementPort,
        int eventLoops,
        int maxConnections,
        HeadLimits limits,
        Deadlines deadlines,
        Set<String> secretParameters) {
    /** Port 8080 on every address, management on 127.0.0.1:8081, a loop per core, 20,000 connections. */
    public static final ServerSettings DEFAULT = new ServerSettings(
            "0.0.0.0",
            8080,
            "127.0.0.1",
            8081,
            Runtime.getRuntime().availableProcessors(),
            20_000,
            HeadLimits.REQUEST,
            Deadlines.DEFAULT,
            Set.of("api_key", "subscription-key"));

    public ServerSettings {
        secretParameters = Set.copyOf(secretParameters);
        if (eventLoops < 1 || maxConnections < 1) {
            throw new IllegalArgumentException("event loops and connections are at least one");
        }
    }

    /** The same on another traffic address. */
    public ServerSettings listeningOn(String newHost, int newPort) {
        return new ServerSettings(
                newHost,
                newPort,
                managementHost,
                managementPort,
                eventLoops,
                maxConnections,
                limits,
                deadlines,
                secretParameters);
    }

    /** The same on another management address. */
    public ServerSettings managedOn(String newHost, int newPort) {
        return new ServerSettings(
                host, port, newHost, newPort, eventLoops, maxConnections, limits, deadlines, secretParameters);
    }

    /** The same with another number of event loops. */
    public ServerSettings withEventLoops(int count) {
        return new ServerSettings(
                host, port, managementHost, managementPort, count, maxConnections, limits, deadlines, secretParameters);
    }

    /** The same with another cap on connections. */
    public ServerSettings withMaxConnections(int most) {
        return new ServerSettings(
                host, port, managementHost, managementPort, eventLoops, most, limits, deadlines, secretParameters);
    }

    /** The same with other deadlines. */
    public ServerSettings withDeadlines(Deadlines other) {
        return new ServerSettings(
                host,
                port,
                managementHost,
                managementPort,
                eventLoops,
                maxConnections,
                limits,
                other,
                secretParameters);
    }

    /** The same with further query parameters hidden in the access log, such as renamed subscription key parameters. */
    public ServerSettings withSecretParameters(Set<String> names) {
        return new ServerSettings(
                host, port, managementHost, managementPort, eventLoops, maxConnections, limits, deadlines, names);
    }
}
