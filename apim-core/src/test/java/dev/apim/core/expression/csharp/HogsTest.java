package dev.apim.core.expression.csharp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.Position;
import dev.apim.core.expression.FakeExchange;
import dev.apim.core.expression.csharp.value.Budget;
import dev.apim.core.time.StillTime;
import dev.apim.core.time.SystemTime;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Expressions that would never end, or fill the memory, are ended by a budget: the table {@code csharp/security/hogs.txt}. */
class HogsTest {
    private static final String TABLE = "src/test/resources/csharp/security/hogs.txt";

    /** How the budgets name themselves. */
    private static final Pattern BUDGET = Pattern.compile("more than \\d+ (steps|characters|levels deep)"
            + "|longer than \\d+ (milliseconds|characters)|asked for a number of \\d+ digits"
            + "|nests too deep|repeats a group too often|more than \\d+ levels deep");

    private static final Budget FEWER_STEPS =
            new Budget(200_000, Budget.DEFAULT.nanos(), Budget.DEFAULT.characters(), Budget.DEFAULT.depth());

    private record Hog(String section, String text) {}

    @Test
    @Timeout(120)
    void stepsDepthAndSizeEndEveryHogThoughNoTimePasses() throws IOException {
        assertThat(wrong(
                        "counted",
                        CSharpExpressions.withoutNamedValues(new StillTime()).with(FEWER_STEPS)))
                .isEmpty();
    }

    @Test
    @Timeout(300)
    void hogsOfMemoryAreEndedInASmallHeap() throws IOException, InterruptedException {
        assertThat(inASmallHeap("large")).isEqualTo("done");
    }

    @Test
    @Tag("proof")
    void everyHogIsEndedInASmallHeap() throws IOException, InterruptedException {
        assertThat(inASmallHeap("")).isEqualTo("done");
    }

    @Test
    void noCatchSeesABudgetAndNoFinallyProlongsIt() {
        String after = "context.Trace(\"after\");";
        for (String ended : List.of(
                "@{ try { while (true) { } } catch { " + after + " } return 1; }",
                "@{ try { while (true) { } } catch (Exception e) { " + after + " } return 1; }",
                "@{ try { while (true) { } } catch (Exception e) when (e != null) { " + after + " } return 1; }",
                "@{ try { while (true) { } } finally { " + after + " } }",
                "@{ try { try { while (true) { } } finally { " + after + " } } catch { " + after + " } return 1; }",
                "@{ try { new string('x', int.MaxValue).ToString(); } catch { " + after + " } return 1; }",
                "@{ int F() { try { return F(); } catch { " + after + " return 1; } } return F(); }",
                "@{ int F() { try { return F(); } finally { " + after + " } } return F(); }",
                "@{ using (var r = new StringReader(\"\")) { while (true) { } } }")) {
            FakeExchange exchange = FakeExchange.get("https://api.example/a");
            String ending = ending(ended, exchange);

            assertThat(ending).as(ended).containsPattern(BUDGET);
            assertThat(exchange.traces()).as(ended).isEmpty();
        }
    }

    @Test
    void aTextBeyondAMebibyteIsNoResult() {
        assertThat(ending("@(new string('x', 1048577))", FakeExchange.get("https://api.example/a")))
                .contains("1048577 characters");
    }

    @Test
    void whatIsNestedTooDeepIsRefusedWhenItIsRead() {
        int many = 20_000;
        for (String deep : List.of(
                "@(" + "(".repeat(many) + "1" + ")".repeat(many) + ")",
                "@(" + "!".repeat(many) + "true)",
                "@(" + "-".repeat(many) + "1)",
                "@(" + "(int)".repeat(many) + "1)",
                "@(" + "new[] { ".repeat(many) + "1" + " }".repeat(many) + ")",
                "@(" + "x => ".repeat(many) + "1)",
                "@(" + "true ? 1 : ".repeat(many) + "1)",
                "@(" + "a[".repeat(many) + "1" + "]".repeat(many) + ")",
                "@(" + "string.Concat(".repeat(many) + "1" + ")".repeat(many) + ")",
                "@(" + "$\"{".repeat(many) + "1" + "}\"".repeat(many) + ")",
                "@{" + "{".repeat(many) + "}".repeat(many) + "}",
                "@{" + "if (true) ".repeat(many) + "return 1; }",
                "@{" + "while (true) ".repeat(many) + "; }",
                "@{" + "try { ".repeat(many) + "} finally { }".repeat(many) + "}",
                "@(default(" + "List<".repeat(many) + "int" + ">".repeat(many) + "))",
                "@(new int" + "[]".repeat(many) + " { })",
                "@(" + "context.Api?".repeat(1) + ".Id".repeat(many) + ")",
                "@(1" + " + 1".repeat(many) + ")",
                "@(\"\"" + " + \"a\"".repeat(many) + ")",
                "@(true" + " && true".repeat(many) + ")",
                "@(null" + " ?? null".repeat(many) + ")",
                "@(\"\"" + ".Trim()".repeat(many) + ")")) {
            assertThat(ending(deep, FakeExchange.get("https://api.example/a")))
                    .as(deep.substring(0, 20))
                    .doesNotContain("broke");
        }
    }

    private static String inASmallHeap(String which) throws IOException, InterruptedException {
        Path said = Files.createTempFile("hogs", ".txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HogsTest.class.getName(),
                        which)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        process.waitFor();
        String text = Files.readString(said).strip();
        Files.delete(said);
        return text;
    }

    /** Tries all of a kind with a clock that runs, in a process of its own. */
    public static void main(String[] arguments) throws IOException {
        wrong(arguments[0], CSharpExpressions.withoutNamedValues(new SystemTime()))
                .forEach(System.out::println);
        System.out.println("done");
        System.exit(0);
    }

    private static List<String> wrong(String which, CSharpExpressions language) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Hog hog : hogs()) {
            if (hog.section.contains(which)) {
                String ending = ending(hog.text, language, FakeExchange.get("https://api.example/a"));
                boolean mayEnd = hog.section.contains("once") && !ending.startsWith("broke");
                if (!mayEnd && !BUDGET.matcher(ending).find()) {
                    wrong.add(hog.text + ": " + ending);
                }
            }
        }
        return wrong;
    }

    private static List<Hog> hogs() throws IOException {
        List<Hog> hogs = new ArrayList<>();
        String section = "";
        for (String line : Files.readAllLines(Path.of(TABLE), StandardCharsets.UTF_8)) {
            if (line.startsWith("## ")) {
                section = line;
            } else if (line.startsWith("@")) {
                String text = line.replaceAll("\\bMB\\b", "new string('x', 1000000)")
                        .replaceAll("\\bLONG\\b", "new string('x', 200000)");
                hogs.add(new Hog(section, text));
            }
        }
        return hogs;
    }

    private static String ending(String text, FakeExchange exchange) {
        return ending(text, CSharpExpressions.withoutNamedValues(new StillTime()), exchange);
    }

    private static String ending(String text, CSharpExpressions language, FakeExchange exchange) {
        List<Issue> issues = new ArrayList<>();
        try {
            Expression<String> expression =
                    language.compile(Value.literal(text, new Position("p.xml", 1, 1)), String.class, issues::add);
            if (issues.stream().anyMatch(Issue::isError)) {
                return "refused: " + issues.get(0).message();
            }
            expression.evaluate(exchange);
            return "a value";
        } catch (ExpressionException failed) {
            return String.valueOf(failed.getMessage());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            return "broke with " + broken;
        }
    }
}
