package dev.apim.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The files of this checkout. */
public final class Checkout {
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", ".apim", "node_modules");
    private static final Set<String> TEXTS =
            Set.of("java", "md", "xml", "json", "yaml", "yml", "properties", "config", "cs", "txt", "run", "apim");

    /** The folder that holds the modules. */
    public static final Path ROOT = root();

    private Checkout() {}

    /** Every text file that somebody wrote, as paths from the root. */
    public static List<Path> texts() {
        return files("").stream().filter(file -> TEXTS.contains(ending(file))).toList();
    }

    /** The sources of the modules and extensions, without tests. */
    public static List<Path> mainSources() {
        return files("").stream()
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> file.toString().contains("src/main/java/"))
                .toList();
    }

    /** The files under a folder, as paths from the root, in order. */
    public static List<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(ROOT::relativize)
                    .filter(file -> Stream.of(file.toString().split("/")).noneMatch(NOT_OURS::contains))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file, by its path from the root. */
    public static String read(Path file) {
        try {
            return new String(Files.readAllBytes(ROOT.resolve(file)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same. */
    public static String read(String file) {
        return read(Path.of(file));
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("CHANGELOG.md"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no checkout around the working directory");
        }
        return folder;
    }
}
