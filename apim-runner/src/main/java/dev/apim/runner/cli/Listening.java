package dev.apim.runner.cli;

import dev.apim.runner.http.ServerSettings;
import picocli.CommandLine;

/** Where a command that serves listens, as its options say. */
final class Listening {
    private Listening() {}

    /**
     * On a host and two ports; a number that is no port is wrong usage.
     *
     * @param host for requests
     * @param port for requests; 0: any
     * @param managementPort for health, on the loopback interface; 0: any, -1: none
     */
    static ServerSettings on(CommandLine command, String host, int port, int managementPort) {
        if (port < 0 || port > 65_535) {
            throw new CommandLine.ParameterException(command, "--port is 0 to 65535, found " + port);
        }
        if (managementPort < -1 || managementPort > 65_535) {
            throw new CommandLine.ParameterException(
                    command, "--management-port is -1 to 65535, found " + managementPort);
        }
        return ServerSettings.DEFAULT.listeningOn(host, port).managedOn("127.0.0.1", managementPort);
    }
}
