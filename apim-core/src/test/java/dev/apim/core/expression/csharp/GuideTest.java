package dev.apim.core.expression.csharp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.Position;
import dev.apim.core.expression.FakeExchange;
import dev.apim.core.time.StillTime;
import dev.apim.policy.Expression;
import dev.apim.policy.ExpressionException;
import dev.apim.policy.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide to C# expressions is true, and the reference of types is what the table says. */
class GuideTest {
    private static final Path GUIDE = Path.of("../docs/guide/expressions-csharp.md");
    private static final Path TYPES = Path.of("../docs/guide/csharp-types.md");
    private static final Pattern GIVES = Pattern.compile("\\| `(@[({].*[)}])` \\| `(.*)` \\|");
    private static final Pattern REFUSED = Pattern.compile("\\| `(@[({].*[)}])` \\| ([^`].*) \\|");

    private final List<Issue> issues = new ArrayList<>();

    static Stream<Arguments> examples() throws IOException {
        return rows(GIVES);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleGivesWhatTheGuideSays(String expression, String expected) {
        Expression<String> compiled = compile(expression);
        assertThat(issues).isEmpty();
        assertThat(given(compiled)).isEqualTo(expected);
    }

    static Stream<Arguments> refusals() throws IOException {
        return rows(REFUSED);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatTheGuideCallsRefusedIsRefused(String expression, String message) {
        compile(expression);
        assertThat(issues).anySatisfy(issue -> assertThat(issue.message()).contains(message));
    }

    @Test
    void theReferenceOfTypesIsWhatTheTableSays() throws IOException {
        String page = TypeReference.page(Libraries.table());
        if (Boolean.getBoolean("apim.write")) {
            Files.writeString(TYPES, page);
        }
        assertThat(Files.readString(TYPES))
                .as("write it anew with -Dapim.write=true")
                .isEqualTo(page);
    }

    private Expression<String> compile(String text) {
        Position page = new Position("guide", 1, 1);
        Value value = new Value(text, Value.Language.CSHARP, offset -> page);
        return CSharpExpressions.create(new StillTime()).compile(value, String.class, issues::add);
    }

    private static @Nullable String given(Expression<String> expression) {
        try {
            return expression.evaluate(exchange());
        } catch (ExpressionException e) {
            return "fails: " + e.getMessage();
        }
    }

    private static FakeExchange exchange() {
        return FakeExchange.post(
                        "https://api.example/orders/7?expand=items",
                        "application/json",
                        "{\"customer\":{\"id\":7,\"name\":\"Ada\"},\"items\":[\"a\",\"b\"]}")
                .header("X-Tenant", "contoso")
                .header("Authorization", "Bearer abc")
                .header("Cache-Control", "public, max-age=60")
                .matched("id", "7")
                .variable("attempts", 2)
                .variable("big", 3_000_000_000L);
    }

    private static Stream<Arguments> rows(Pattern pattern) throws IOException {
        List<Arguments> rows = new ArrayList<>();
        for (String line : Files.readAllLines(GUIDE)) {
            Matcher match = pattern.matcher(line);
            if (match.matches()) {
                rows.add(Arguments.of(unescaped(match.group(1)), unescaped(match.group(2))));
            }
        }
        assertThat(rows).hasSizeGreaterThan(5);
        return rows.stream();
    }

    /** In a table {@code |} is written {@code \|}. */
    private static String unescaped(String cell) {
        return cell.replace("\\|", "|");
    }
}
