package dev.apim.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The table is a file, because so many quotes cannot be read in Java. In it {@code ▮} is where the region ends, written by hand, and
 * {@code ⏎} a line end.
 */
final class CSharpRegionTest {
    static Stream<String> table() throws IOException {
        try (InputStream table = CSharpRegionTest.class.getResourceAsStream("csharp-regions.txt")) {
            String rows = new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
            return rows.lines().map(row -> row.replace('⏎', '\n'));
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void aRegionEndsBehindItsMatchingBracket(String marked) {
        int expected = marked.indexOf('▮');
        String text = marked.replace("▮", "");
        assertThat(CSharpRegion.end(text, 0)).isEqualTo(expected);
        assertThat(CSharpRegion.end("x=\"" + text, 3)).isEqualTo(expected + 3);
    }

    @Test
    void theTableIsLong() throws IOException {
        assertThat(table()).hasSizeGreaterThanOrEqualTo(120).allMatch(row -> row.contains("▮"));
    }

    @ParameterizedTest
    @MethodSource("table")
    void aRegionCutShortIsNotClosed(String marked) {
        String region = marked.substring(0, marked.indexOf('▮') - 1);
        assertThat(CSharpRegion.end(region, 0)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@(",
                "@{",
                "@(\"",
                "@(\")",
                "@(\"\\",
                "@(')",
                "@(@\")",
                "@($\"{",
                "@($\"{a",
                "@($\"{a:",
                "@($\"{a:N2\")",
                "@(/*)",
                "@(//)",
                "@(\"a\n\")",
                "@('\n')",
                "@($\"a\n\")",
                "@($\"{a:\n}\")",
                "@(()",
                "@{ { }",
                "@(@\"\"\")"
            })
    void whatIsNotClosedHasNoEnd(String text) {
        assertThat(CSharpRegion.end(text, 0)).isEqualTo(-1);
    }

    @Test
    void aStringOpenAtTheEndOfItsLineIsNamedByItsBeginning() {
        Region region = CSharpRegion.scan(Chars.of("@(f(\"a\nb\"))"), 0);
        assertThat(region.failedAt()).isEqualTo(4);
        assertThat(region.failure()).contains("string").contains("line");
    }

    @Test
    void interpolationNestedBeyondReasonIsRefusedRatherThanFollowed() {
        Region region = CSharpRegion.scan(Chars.of("@(" + "$\"{".repeat(100_000)), 0);
        assertThat(region.failure()).contains("nested");
        assertThat(region.failedAt()).isLessThan(1_000);
    }

    @Test
    void everyPrefixOfEveryRegionIsScannedWithoutHarm() throws IOException {
        for (String text : table().toList()) {
            for (int length = 2; length <= text.length(); length++) {
                assertThat(CSharpRegion.end(text.substring(0, length), 0)).isBetween(-1, length);
            }
        }
    }
}
