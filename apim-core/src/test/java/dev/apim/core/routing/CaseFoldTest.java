package dev.apim.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CaseFoldTest {
    @Test
    void everyAsciiCharacterIsFoldedAsLowerCase() {
        for (char c = 0; c < 0x80; c++) {
            assertThat(CaseFold.fold(c)).as("character %d", (int) c).isEqualTo(Character.toLowerCase(c));
        }
    }

    @Test
    void lettersBeyondAsciiHaveTheirOwnCaseAndAreNotOneAnother() {
        assertThat(CaseFold.fold("ÉÜΣЖ"))
                .isEqualTo("ÉÜΣЖ".toLowerCase(Locale.ROOT).replace('ς', 'σ'));
        assertThat(CaseFold.fold('é')).isEqualTo('é').isNotEqualTo(CaseFold.fold('ü'));
    }

    @Test
    void noLetterBeyondAsciiBecomesOneOfAscii() {
        for (char c = 0x80; c < 0xFFFF; c++) {
            assertThat(CaseFold.fold(c) >= 0x80).as("character %x", (int) c).isTrue();
        }
    }

    @Test
    void aTextIsFoundInItsRegionAlone() {
        assertThat(CaseFold.indexOf("ab", "xxABxab", 0, 7)).isEqualTo(2);
        assertThat(CaseFold.indexOf("ab", "xxABxab", 3, 7)).isEqualTo(5);
        assertThat(CaseFold.indexOf("ab", "xxABxab", 3, 6)).isEqualTo(-1);
        assertThat(CaseFold.indexOf("ab", "abx", 0, 3)).isZero();
        assertThat(CaseFold.same("ab", "xAB", 1, 3)).isTrue();
        assertThat(CaseFold.same("ab", "xABc", 1, 4)).isFalse();
    }
}
