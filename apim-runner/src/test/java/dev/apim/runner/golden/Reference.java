package dev.apim.runner.golden;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reference that lies beside the checkout, where it lists attributes one by one. */
final class Reference {
    private static final Path FILE =
            Path.of(System.getProperty("apim.shared", "../../shared"), "reference", "policies.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{2,3} |^---$");
    private static final Pattern INLINE = Pattern.compile("\\b([a-z]+(?:-[a-z]+)*)\\((?:[YN],)?([x-])[,;: )]");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (?!attr )([a-z]+(?:-[a-z]+)*) \\| (?:[YN] \\| )?([x-]) \\|");

    private Reference() {}

    /** Attributes and children of a policy: whether each takes an expression. The test is skipped where there is no reference. */
    static Map<String, Boolean> parts(String policy) throws IOException {
        assumeTrue(Files.isRegularFile(FILE), () -> "skipped: no reference in " + FILE);
        Map<String, Boolean> parts = new TreeMap<>();
        for (String section : HEADING.split(Files.readString(FILE))) {
            if (section.startsWith(policy + " ")) {
                for (Pattern pattern : new Pattern[] {INLINE, ROW}) {
                    Matcher found = pattern.matcher(section);
                    while (found.find()) {
                        parts.putIfAbsent(found.group(1), found.group(2).equals("x"));
                    }
                }
            }
        }
        return parts;
    }
}
