package dev.apim.core.expression.csharp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.expression.csharp.check.CSharpChecker;
import dev.apim.core.expression.csharp.plan.Frame;
import dev.apim.core.expression.csharp.syntax.CSharpParser;
import dev.apim.core.expression.csharp.syntax.Span;
import dev.apim.core.expression.csharp.syntax.SyntaxIssues;
import dev.apim.core.expression.csharp.type.CsType;
import dev.apim.core.expression.csharp.value.Budget;
import dev.apim.core.expression.csharp.value.DotNetException;
import dev.apim.core.expression.csharp.value.Evaluation;
import dev.apim.core.expression.csharp.value.Texts;
import dev.apim.core.time.SystemTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every line of {@code csharp/cases}: an expression and what it gives, worked out from .NET's documentation. An expression that begins
 * with {@code @{} is a block.
 */
class CSharpCasesTest {
    private static final java.util.regex.Pattern HEX =
            java.util.regex.Pattern.compile("(?<!\\\\)\\\\u([0-9A-Fa-f]{4})");
    private static final SystemTime TIME = new SystemTime();
    private static final CSharpChecker CHECKER = new CSharpChecker(Libraries.table());

    @TestFactory
    Stream<DynamicTest> everyCaseGivesWhatDotNetGives() throws IOException {
        Path folder = Path.of("src/test/resources/csharp/cases");
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static void check(Path file) throws IOException {
        List<String> wrong = new ArrayList<>();
        int number = 0;
        int cases = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            cases++;
            int arrow = line.lastIndexOf("  =>  ");
            String expected = arrow < 0 ? "?" : line.substring(arrow + 6).strip();
            String expression = arrow < 0 ? line : line.substring(0, arrow).strip();
            String problem = problem(expression, expected);
            if (problem != null) {
                wrong.add(file.getFileName() + ":" + number + ": " + expression + "\n      expected " + expected
                        + "\n      found    " + problem);
            }
        }
        assertThat(wrong)
                .as(wrong.size() + " of " + cases + " cases of " + file)
                .isEmpty();
    }

    private static @Nullable String problem(String expression, String expected) {
        try {
            return compared(expression, expected);
        } catch (RuntimeException | StackOverflowError broken) {
            StackTraceElement[] stack = broken.getStackTrace();
            return "broke: " + broken + (stack.length == 0 ? "" : " at " + stack[0]);
        }
    }

    private static @Nullable String compared(String expression, String written) {
        String expected = HEX.matcher(written)
                .replaceAll(hex -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
        List<String> errors = new ArrayList<>();
        String text = expression.startsWith("@{")
                ? expression
                : expression.startsWith("{") ? "@" + expression : "@(" + expression + ")";
        CSharpChecker.Plan plan = CHECKER.check(CSharpParser.parse(text, false, errors(errors)), errors(errors));
        if (expected.startsWith("error ")) {
            String fragment = expected.substring("error ".length()).strip();
            return errors.stream().anyMatch(error -> error.contains(fragment)) ? null : "errors " + errors;
        }
        if (!errors.isEmpty()) {
            return "errors " + errors;
        }
        Object value;
        try {
            Evaluation evaluation = new Evaluation(null, TIME, Budget.DEFAULT);
            value = plan.node().eval(new Frame(evaluation, plan.slots()));
        } catch (DotNetException thrown) {
            String found = "throws " + thrown.typeName() + ": " + thrown.message();
            return expected.equals(found.strip()) || found.strip().equals(unescaped(expected)) ? null : found;
        }
        if (value == null) {
            return expected.equals("null") ? null : "null";
        }
        for (CsType type : List.of(plan.type(), Libraries.table().typeOf(value))) {
            CsType plain = type.isNullable() ? type.element() : type;
            String found = type + " " + shown(value);
            if (expected.equals(found)
                    || expected.equals(plain + " " + shown(value))
                    || expected.equals(type + " " + Texts.of(value))
                    || written.equals(found)) {
                return null;
            }
        }
        return plan.type() + " " + shown(value);
    }

    private static String unescaped(String text) {
        return text.replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\0", "\0")
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
    }

    private static String shown(Object value) {
        String text = Texts.of(value);
        return value instanceof String ? quoted(text) : text;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\r' -> quoted.append("\\r");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\0' -> quoted.append("\\0");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static SyntaxIssues errors(List<String> errors) {
        return new SyntaxIssues() {
            @Override
            public void error(Span span, String message) {
                errors.add(message);
            }

            @Override
            public void warning(Span span, String message) {
                // Doubts are tested elsewhere.
            }
        };
    }
}
