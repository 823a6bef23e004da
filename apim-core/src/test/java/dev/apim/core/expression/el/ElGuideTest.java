package dev.apim.core.expression.el;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.core.expression.FakeExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of the guide page are true. */
class ElGuideTest {
    private static final Path GUIDE = Path.of("../docs/guide/expressions-el.md");
    private static final Pattern GIVES = Pattern.compile("\\| `(\\$\\{.*})` \\| `(.*)` \\|");
    private static final Pattern REFUSED = Pattern.compile("\\| `(\\$\\{.*})` \\| ([^`]*) \\|");

    static Stream<Arguments> examples() throws IOException {
        return rows(GIVES);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleGivesWhatTheGuideSays(String expression, String expected) {
        FakeExchange exchange = FakeExchange.post(
                        "https://api.example/orders/7?expand=items",
                        "application/json",
                        "{\"customer\":{\"id\":7,\"name\":\"Ada\"},\"items\":[\"a\",\"b\"]}")
                .header("X-Tenant", "contoso")
                .variable("attempts", 2);
        assertThat(ElTestKit.text(expression, exchange)).isEqualTo(expected);
    }

    static Stream<Arguments> refusals() throws IOException {
        return rows(REFUSED);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatTheGuideCallsRefusedIsRefused(String expression, String reason) {
        assertThat(ElTestKit.issues(expression))
                .singleElement()
                .satisfies(issue -> assertThat(issue.message()).contains(reason));
    }

    private static Stream<Arguments> rows(Pattern pattern) throws IOException {
        List<Arguments> rows = Files.readAllLines(GUIDE).stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(match -> Arguments.of(match.group(1), match.group(2)))
                .toList();
        assertThat(rows).hasSizeGreaterThan(5);
        return rows.stream();
    }
}
