package dev.apim.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.model.NamedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random documents of the pieces that matter: read or refused with a place, never anything else. */
final class ReaderFuzzTest {
    private static final String[] PIECES = {
        "<",
        ">",
        "</",
        "/>",
        "<a>",
        "</a>",
        "<a ",
        "<set-body>",
        "</set-body>",
        "<value>",
        "</value>",
        " b=\"",
        " c='",
        "\"",
        "'",
        "@(",
        "@{",
        ")",
        "}",
        "(",
        "{",
        "$\"",
        "@\"",
        "$@\"",
        "\\",
        "//",
        "/*",
        "*/",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "?>",
        "&lt;",
        "&quot;",
        "&amp;",
        "&#65;",
        "&",
        ";",
        "{{n}}",
        "{{s}}",
        "{{none}}",
        "{{",
        "}}",
        "\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "x",
        "\u00E9",
        "\uD83D\uDE00",
        "\uD800",
        "=",
        ":",
        "${",
        "#{",
        "<!DOCTYPE"
    };

    private static final NamedValue PLAIN = Reading.plain("n", "@(v\")'<&");
    private static final NamedValue SECRET = Reading.secret("s", "S3CR3T");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyTextIsReadOrRefusedWithAPlace(long seed) {
        Random random = new Random(seed);
        int sound = 0;
        for (int i = 0; i < 4_000; i++) {
            ReaderOptions options = random.nextBoolean() ? Reading.ALONE : Reading.with(PLAIN, SECRET);
            String text = random.nextInt(4) == 0 ? noise(random, 40) : mutated(random);
            sound += read(text, random.nextInt(4) == 0 ? options.format(DocumentFormat.XML) : options);
        }
        assertThat(sound).isGreaterThan(200);
    }

    private static int read(String text, ReaderOptions options) {
        List<Issue> issues = new ArrayList<>();
        Optional<ParsedDocument> document = PolicyDocumentReader.read("p", text, options, issues::add);
        assertThat(issues.stream().anyMatch(issue -> issue.isError() && !isUndefinedName(issue)))
                .as(text)
                .isEqualTo(document.isEmpty());
        SourceText source = SourceText.of("p", text);
        for (Issue issue : issues) {
            assertThat(source.position(source.offset(issue.position()))).isEqualTo(issue.position());
            assertThat(issue + String.valueOf(issue.excerpt())).doesNotContain("S3CR3T");
        }
        document.ifPresent(Written::check);
        document.ifPresent(d -> assertThat(d.root().content().shown()).doesNotContain("S3CR3T"));
        return document.isPresent() ? 1 : 0;
    }

    /** The one mistake beside which the rest is read. */
    private static boolean isUndefinedName(Issue issue) {
        return issue.message().startsWith("named value '");
    }

    private static String mutated(Random random) {
        String expression = "@(" + balanced(random, 3) + ")";
        StringBuilder text = new StringBuilder("<p><a b=\"" + expression + "\">" + expression + "</a><set-body>"
                + noise(random, 3) + "</set-body><c d='{{s}}'>{{n}}</c></p>");
        for (int i = random.nextInt(3); i > 0; i--) {
            text.insert(random.nextInt(text.length()), PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static String balanced(Random random, int depth) {
        String inner = depth == 0 ? "1" : balanced(random, depth - 1);
        return switch (random.nextInt(8)) {
            case 0 -> "(" + inner + ")";
            case 1 -> "f(\")\", " + inner + ")";
            case 2 -> "$\"{" + inner + "}\"";
            case 3 -> "$@\"\"\"{" + inner + "}\"";
            case 4 -> "@\"\"\")\" + " + inner;
            case 5 -> inner + " /* ) */ < 2";
            case 6 -> "')' + " + inner + " // \"\n";
            default -> "new { a = " + inner + " }";
        };
    }

    private static String noise(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
