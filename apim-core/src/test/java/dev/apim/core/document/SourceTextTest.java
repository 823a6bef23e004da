package dev.apim.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Position;
import org.junit.jupiter.api.Test;

final class SourceTextTest {
    @Test
    void linesEndWithAnyOfTheThreeLineEnds() {
        SourceText source = SourceText.of("p", "a\nbb\r\nc\rd");
        assertThat(source.position(0)).isEqualTo(new Position("p", 1, 1));
        assertThat(source.position(3)).isEqualTo(new Position("p", 2, 2));
        assertThat(source.position(6)).isEqualTo(new Position("p", 3, 1));
        assertThat(source.position(8)).isEqualTo(new Position("p", 4, 1));
        assertThat(source.position(99)).isEqualTo(new Position("p", 4, 2));
    }

    @Test
    void everyOffsetHasOnePlace() {
        SourceText source = SourceText.of("p", "\uFEFFab\n\n\r\ncd\r");
        for (int i = 0; i <= source.text().length(); i++) {
            assertThat(source.offset(source.position(i))).isEqualTo(i);
        }
    }

    @Test
    void aCaretStandsUnderThePlace() {
        SourceText source = SourceText.of("p", "one\n\ttwo three\nfour");
        assertThat(source.excerpt(new Position("p", 2, 6))).isEqualTo(" two three\n     ^");
        assertThat(source.excerpt(new Position("p", 3, 5))).isEqualTo("four\n    ^");
        assertThat(source.excerpt(new Position("p", 9, 1))).isEmpty();
    }

    @Test
    void aLongLineIsShownAroundThePlace() {
        SourceText source = SourceText.of("p", "a".repeat(500) + "X" + "b".repeat(500));
        String[] excerpt = source.excerpt(source.position(500)).split("\n");
        assertThat(excerpt[0]).startsWith("…a").endsWith("b…").hasSizeLessThan(130);
        assertThat(excerpt[0].charAt(excerpt[1].length() - 1)).isEqualTo('X');
    }
}
