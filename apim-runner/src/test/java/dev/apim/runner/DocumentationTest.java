package dev.apim.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.core.StandaloneDocuments;
import dev.apim.core.json.PositionedTree;
import dev.apim.policy.PolicySpec;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation shows is what the programs do. */
class DocumentationTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```(\\w*)\\n(.*?)^ *```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][A-Za-z]*[a-z][A-Za-z]*)`");

    /** Programs that a shell block may start; each is run by another test or by the build itself. */
    private static final Set<String> PROGRAMS = Set.of("apim", "./apim", "mvn", "curl");

    private static final Set<String> MAVEN = Set.of("mvn verify", "mvn verify -Pproof");

    @TempDir
    Path folder;

    /** A block between fences. */
    record Block(Path file, int line, String language, String text) {
        @Override
        public String toString() {
            return file + ":" + line + " " + language;
        }
    }

    static List<Path> documents() {
        return Checkout.texts().stream()
                .filter(file -> file.toString().endsWith(".md"))
                .filter(file -> file.getNameCount() == 1 || file.startsWith("docs"))
                .toList();
    }

    static List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (Path file : documents()) {
            String text = Checkout.read(file);
            Matcher matcher = BLOCK.matcher(text);
            while (matcher.find()) {
                int line = (int) text.substring(0, matcher.start()).lines().count() + 1;
                blocks.add(new Block(
                        file,
                        line,
                        matcher.group(2),
                        matcher.group(3).indent(-matcher.group(1).length())));
            }
        }
        return blocks;
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void aBlockIsTrue(Block block) throws IOException {
        switch (block.language()) {
            case "xml" -> policy(block);
            case "json", "yaml" -> tree(block);
            case "graphql" ->
                assertThat(new SchemaParser().parse(block.text()).types()).isNotEmpty();
            case "java" -> compiles(block);
            case "sh" -> commands(block.text().lines());
            case "console" ->
                commands(block.text()
                        .lines()
                        .filter(line -> line.startsWith("$ "))
                        .map(line -> line.substring(2)));
            case "diff" -> names(block);
            case "" -> layout(block);
            default -> throw new AssertionError(block + ": a block in a language that no test reads");
        }
    }

    private static void policy(Block block) {
        List<Issue> issues = new ArrayList<>();
        StandaloneDocuments.create(true).check(block.toString(), block.text(), issues::add);
        assertThat(issues).isEmpty();
    }

    private static void tree(Block block) {
        List<Issue> issues = new ArrayList<>();
        assertThat(PositionedTree.read(block + "." + block.language(), block.text(), issues::add))
                .as("%s", issues)
                .isPresent();
        assertThat(issues).isEmpty();
    }

    private void compiles(Block block) throws IOException {
        boolean whole = Pattern.compile("(?m)^(public |final |@\\w+ )*(class|record|interface) ")
                .matcher(block.text())
                .find();
        String source =
                "import dev.apim.*; import dev.apim.http.*; import dev.apim.policy.*; import dev.apim.testkit.*;\n"
                        + "import dev.apim.core.fluent.*; import static dev.apim.core.fluent.Policies.*;\n"
                        + "import java.util.*; import static java.time.Duration.*;\n"
                        + "import static org.assertj.core.api.Assertions.*;\n"
                        + (whole
                                ? block.text()
                                : "class Example { void example() throws Exception {\n" + block.text() + "} }");
        Path file = Files.writeString(folder.resolve("Example.java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> mistakes = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(mistakes, Locale.ROOT, null)) {
            List<String> options =
                    List.of("-proc:none", "-d", folder.toString(), "-classpath", System.getProperty("java.class.path"));
            boolean compiled = compiler.getTask(
                            null, manager, mistakes, options, null, manager.getJavaFileObjects(file))
                    .call();
            assertThat(compiled).as("%s: %s", block, mistakes.getDiagnostics()).isTrue();
        }
    }

    private static void commands(Stream<String> lines) {
        assertThat(lines.filter(line -> !line.isBlank() && !line.startsWith("#")))
                .allSatisfy(line -> {
                    String[] words = line.strip().split(" +");
                    assertThat(PROGRAMS).contains(words[0]);
                    if (words[0].equals("mvn")) {
                        assertThat(MAVEN).contains(line.strip());
                    } else if (words[0].endsWith("apim")) {
                        assertThat(optionsOf(words[1]))
                                .containsAll(Stream.of(words)
                                        .filter(word -> word.startsWith("-"))
                                        .toList());
                    }
                });
    }

    private static Set<String> optionsOf(String command) {
        String help = dev.apim.runner.cli.Commands.help(command);
        Set<String> options = new TreeSet<>();
        Matcher option = Pattern.compile("(?<![\\w-])--?[A-Za-z][\\w-]*").matcher(help);
        while (option.find()) {
            options.add(option.group());
        }
        return options;
    }

    /** A block without a language is the layout of a folder; the sample is one of that kind. */
    private static void layout(Block block) {
        Path sample = Path.of("samples/quickstart/artifacts");
        assertThat(Checkout.files(sample.toString()))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(block.text().lines())
                        .anySatisfy(line -> assertThat(line)
                                .contains(sample.relativize(file).getName(0).toString())));
    }

    /** The file a change shows is there, and so is every line it leaves as it is. */
    private static void names(Block block) {
        Matcher file = Pattern.compile("(?m)^\\+\\+\\+ b/(\\S+)$").matcher(block.text());
        assertThat(file.find()).isTrue();
        String source = Checkout.read(file.group(1));
        assertThat(block.text().lines().filter(line -> line.startsWith(" ")))
                .allSatisfy(line -> assertThat(source).contains(line.strip()));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aLinkLeadsSomewhere(Path document) {
        // What stands between backquotes is code: byte[](JToken value) leads nowhere.
        Matcher link = LINK.matcher(Checkout.read(document).replaceAll("`[^`\n]*`", ""));
        while (link.find()) {
            Path target = Checkout.ROOT.resolve(document).resolveSibling(link.group(1));
            assertThat(target).exists();
        }
    }

    @Test
    void theArchitectureNamesClassesAndPackagesThatAre() {
        String text = Checkout.read("docs/ARCHITECTURE.md");
        Set<String> known = Checkout.mainSources().stream()
                .map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
                .collect(Collectors.toSet());
        Matcher name = CLASS_NAME.matcher(text);
        while (name.find()) {
            assertThat(known).contains(name.group(1));
        }
        Set<String> packages = Checkout.mainSources().stream()
                .map(file -> String.valueOf(file.getParent()))
                .filter(path -> path.startsWith("apim-core/") && path.contains("dev/apim/core"))
                .map(path -> path.substring(path.indexOf("dev/")).replace('/', '.'))
                .filter(home -> !home.matches("dev\\.apim\\.core\\.(policies|expression)\\..*"))
                .collect(Collectors.toSet());
        assertThat(packages).allSatisfy(home -> assertThat(text).contains("| `" + home + "` |"));
    }

    @Test
    void thePolicyReferenceIsWhatThePoliciesSayOfThemselves() throws IOException {
        Path page = Checkout.ROOT.resolve("docs/guide/policies.md");
        if (Boolean.getBoolean("apim.write")) {
            Files.writeString(page, PolicyReference.page());
        }
        assertThat(Checkout.read("docs/guide/policies.md"))
                .as("write it anew with -Dapim.write=true")
                .isEqualTo(PolicyReference.page());
    }

    @Test
    void theChangelogNamesEveryPolicy() {
        String changes = Checkout.read("CHANGELOG.md");
        assertThat(PolicyReference.specs())
                .extracting(PolicySpec::name)
                .allSatisfy(name -> assertThat(changes).contains(name));
    }

    @Test
    void theReadmeIsShortAndNeedsTwoCommands() {
        String readme = Checkout.read("README.md");
        assertThat(readme.lines().count()).isLessThan(200);
        assertThat(blocks().stream()
                        .filter(block -> block.file().equals(Path.of("README.md")))
                        .findFirst()
                        .orElseThrow()
                        .text()
                        .strip()
                        .lines())
                .containsExactly("mvn verify", "./apim quickstart");
    }

    @Test
    void theReadmeListsEveryModule() {
        String readme = Checkout.read("README.md");
        Matcher module = Pattern.compile("<module>([^<]+)</module>").matcher(Checkout.read("pom.xml"));
        while (module.find()) {
            assertThat(readme).contains("| `" + module.group(1) + "` |");
        }
    }

    @Test
    void theCallsOfTheReadmeAreThoseThatQuickstartPrints() {
        String printed = Checkout.read("apim-runner/src/main/java/dev/apim/runner/cli/QuickstartCommand.java");
        Matcher call =
                Pattern.compile("curl -i http://127\\.0\\.0\\.1:8080(/\\S+)").matcher(Checkout.read("README.md"));
        int found = 0;
        while (call.find()) {
            assertThat(printed).contains("base + \"" + call.group(1) + " ");
            found++;
        }
        assertThat(found).isEqualTo(4);
    }
}
