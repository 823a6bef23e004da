package dev.apim.testkit.corpus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The policy documents of others that lie beside the checkout. */
final class Corpus {
    private static final Path FOLDER = Path.of(System.getProperty("apim.shared", "../../shared"), "corpus", "policies");

    private Corpus() {}

    /** Path to text; the test is skipped where there are none. */
    static Map<String, String> documents() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), () -> "skipped: no policy documents in " + FOLDER);
        Map<String, String> documents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                documents.put(FOLDER.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return documents;
    }
}
