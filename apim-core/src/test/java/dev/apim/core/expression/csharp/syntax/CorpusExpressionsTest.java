package dev.apim.core.expression.csharp.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.apim.core.document.NamedValues;
import dev.apim.core.document.PolicyDocumentReader;
import dev.apim.core.document.ReaderOptions;
import dev.apim.policy.PolicyElement;
import dev.apim.policy.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Expressions that other people wrote are read without error, and however they are mangled, reading them ends. */
final class CorpusExpressionsTest {
    private static final Path FOLDER = Path.of(System.getProperty("apim.shared", "../../shared"), "corpus", "policies");
    private static final ReaderOptions ALONE = ReaderOptions.of(NamedValues.unknown());

    @Test
    void everyExpressionOfOthersIsReadWithoutError() throws IOException {
        List<String> expressions = expressions();
        List<String> mistakes = new ArrayList<>();
        for (String expression : expressions) {
            Parsing parsing = new Parsing();
            Trees.print(CSharpParser.parse(expression, true, parsing));
            if (!isMangled(expression)) {
                parsing.issues.forEach(issue -> mistakes.add(issue + "\n  " + expression));
            }
        }
        assertThat(mistakes).isEmpty();
        assertThat(expressions).hasSizeGreaterThan(1000);
    }

    /** A tool that took {@code "post"} within an attribute for another attribute has written {@code "post="""}. */
    private static boolean isMangled(String expression) {
        return expression.contains("=\"\"\"");
    }

    @Test
    void anExpressionThatIsCutOrSplicedAnywhereIsStillReadToItsEnd() throws IOException {
        List<String> expressions = expressions();
        Random random = new Random(20_250_117);
        for (int i = 0; i < 20_000; i++) {
            String one = any(expressions, random);
            String other = any(expressions, random);
            int cut = random.nextInt(one.length());
            String mangled = one.substring(0, cut) + other.substring(random.nextInt(other.length()));
            Parsing.mistakes(random.nextBoolean() ? mangled : one.substring(0, cut));
        }
    }

    private static String any(List<String> expressions, Random random) {
        return expressions.get(random.nextInt(expressions.size()));
    }

    /** Those of all documents but the ones that are not well written. */
    private static List<String> expressions() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), () -> "skipped: no policy documents in " + FOLDER);
        List<String> expressions = new ArrayList<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                PolicyDocumentReader.read(file.toString(), Files.readString(file), ALONE, issue -> {})
                        .ifPresent(document -> collect(document.root(), expressions));
            }
        }
        return expressions;
    }

    private static void collect(PolicyElement element, List<String> expressions) {
        element.attributes().forEach(attribute -> collect(attribute.value(), expressions));
        collect(element.text(), expressions);
        element.children().forEach(child -> collect(child, expressions));
    }

    private static void collect(Value value, List<String> expressions) {
        if (value.language() == Value.Language.CSHARP) {
            expressions.add(value.text());
        }
    }
}
