package dev.apim.runner.cli;

import dev.apim.ApimException;
import dev.apim.samples.quickstart.OrdersBackend;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The sample's backend as a process of its own; it ends when its standard input does, so it never outlives this one. */
final class SampleBackend implements AutoCloseable {
    private final Process process;
    private final int port;

    private SampleBackend(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static SampleBackend start() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(List.of(
                        java.toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OrdersBackend.class.getName(),
                        "0"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        if (line == null || !line.startsWith("listening ")) {
            process.destroy();
            throw new ApimException("the sample's backend did not start: " + line);
        }
        return new SampleBackend(process, Integer.parseInt(line.substring("listening ".length())));
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
