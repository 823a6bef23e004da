package dev.apim.testkit.threats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in the documentation is whole, and what it names is there. */
class ThreatTableTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|.*\\|(.*)\\|$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`");

    @Test
    void everyRowOfWhatIsBuiltIsThere() throws IOException {
        List<Integer> required = Stream.of("1-26", "28-34", "36-45", "53-53", "60-64", "67-73")
                .map(range -> range.split("-"))
                .flatMap(ends -> IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                        .boxed())
                .toList();

        assertThat(ROW.matcher(table()).results().map(row -> Integer.valueOf(row.group(1))))
                .containsExactlyElementsOf(required);
    }

    @Test
    void everyRowNamesATest() throws IOException {
        assertThat(ROW.matcher(table()).results().map(row -> row.group(2)))
                .allMatch(tests -> NAME.matcher(tests).find());
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Map<String, String> sources = sources();
        TreeSet<String> missing = new TreeSet<>();
        for (MatchResult named : NAME.matcher(table()).results().toList()) {
            String type = named.group(1);
            String source = sources.getOrDefault(type, "");
            if (!type.equals("MessageDigest") && !source.contains("void " + named.group(2) + "(")) {
                missing.add(named.group());
            }
        }
        assertThat(missing).isEmpty();
    }

    private static String table() throws IOException {
        return Files.readString(ROOT.resolve("docs/threats.md"));
    }

    /** All test classes by their simple names; those of one name together. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.filter(file -> file.toString().matches(".*/src/(test|main)/java/.*(Test|Contract)\\.java"))
                    .forEach(file -> sources.merge(
                            file.getFileName().toString().replace(".java", ""), read(file), String::concat));
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
