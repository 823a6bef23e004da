package dev.apim.runner.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The command line as a process of its own. */
final class Child implements AutoCloseable {
    final Process process;
    final List<String> lines = new CopyOnWriteArrayList<>();

    private Child(Process process) {
        this.process = process;
    }

    static Child start(List<String> options, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.apim.runner.cli.Apim"));
        for (Object argument : arguments) {
            command.add(String.valueOf(argument));
        }
        Child child =
                new Child(new ProcessBuilder(command).redirectErrorStream(true).start());
        Thread reader = new Thread(child::read, "child-output");
        reader.setDaemon(true);
        reader.start();
        return child;
    }

    private void read() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines().forEach(lines::add);
        } catch (IOException | java.io.UncheckedIOException closed) {
            lines.add("(closed)");
        }
    }

    /** The first group of the first line that has the pattern, once it is printed. */
    String await(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        return Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(
                        () -> lines.stream()
                                .map(wanted::matcher)
                                .filter(Matcher::find)
                                .map(found -> found.group(1))
                                .findFirst()
                                .orElse(""),
                        text -> {
                            if (text.isEmpty() && !process.isAlive()) {
                                throw new IllegalStateException("it ended: " + lines);
                            }
                            return !text.isEmpty();
                        });
    }

    /** What the system says of its memory, such as {@code VmRSS} now or {@code VmHWM} at most, in KiB; 0 where it does not say. */
    long memory(String field) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(field + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** The exit code, once it ended. */
    int exit() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it goes on: " + lines);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
