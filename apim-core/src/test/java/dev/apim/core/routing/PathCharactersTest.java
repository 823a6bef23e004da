package dev.apim.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** RFC 3986, character by character. */
class PathCharactersTest {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String UNRESERVED = LETTERS + "0123456789-._~";
    private static final String PLAIN = UNRESERVED + "!$&'()*+,=:@";
    private static final String TO_ENCODE = "\"<>^`{|}[]";

    @Test
    void everyCharacterIsWhatTheRfcSays() {
        for (char c = 0; c <= 0x100; c++) {
            assertThat(PathCharacters.isPlain(c)).as("%x", (int) c).isEqualTo(PLAIN.indexOf(c) >= 0);
            assertThat(PathCharacters.isToEncode(c)).as("%x", (int) c).isEqualTo(TO_ENCODE.indexOf(c) >= 0);
            assertThat(PathCharacters.isUnreserved(c)).as("%x", (int) c).isEqualTo(UNRESERVED.indexOf(c) >= 0);
        }
    }

    @Test
    void aQueryStringHoldsVisibleAsciiButNoNumberSign() {
        for (char c = 0; c <= 0x100; c++) {
            String target = "/a?b=" + c;
            if (c > ' ' && c < 0x7f && c != '#' && c != '%') {
                assertThatCode(() -> CanonicalPath.parse(target, PathRules.DEFAULT))
                        .as("%x", (int) c)
                        .doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> CanonicalPath.parse(target, PathRules.DEFAULT))
                        .as("%x", (int) c)
                        .isInstanceOf(MalformedTargetException.class);
            }
        }
    }

    @Test
    void everyEscapedOctetOfAQueryStringIsAsciiOrPartOfUtf8() {
        for (int octet = 0; octet <= 0xFF; octet++) {
            String target = String.format("/a?b=%%%02x", octet);
            if (octet > 0 && octet < 0x80) {
                assertThatCode(() -> CanonicalPath.parse(target, PathRules.DEFAULT))
                        .as(target)
                        .doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> CanonicalPath.parse(target, PathRules.DEFAULT))
                        .as(target)
                        .isInstanceOf(MalformedTargetException.class);
            }
        }
        assertThat(CanonicalPath.parse("/a?%41%c3%a9%42=%e2%82%ac", PathRules.DEFAULT)
                        .query())
                .isEqualTo("%41%c3%a9%42=%e2%82%ac");
    }

    @Test
    void pathsAreEqualWherePathAndQueryAre() {
        CanonicalPath path = CanonicalPath.parse("/a/./b?c=1", PathRules.DEFAULT);
        CanonicalPath same = CanonicalPath.parse("/a/b?c=1", PathRules.DEFAULT);

        assertThat(path).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(path)
                .isNotEqualTo(CanonicalPath.parse("/a/b?c=2", PathRules.DEFAULT))
                .isNotEqualTo(CanonicalPath.parse("/a/c?c=1", PathRules.DEFAULT));
    }

    @Test
    void whatIsNotValidlyEscapedInALiteralStaysAsWritten() {
        assertThat(Escapes.decodeLiteral("a%20b%c3%a9c%41")).isEqualTo("a bécA");
        assertThat(Escapes.decodeLiteral("100%")).isEqualTo("100%");
        assertThat(Escapes.decodeLiteral("a%zz%20")).isEqualTo("a%zz%20");
        assertThat(Escapes.decodeLiteral("plain")).isEqualTo("plain");
    }
}
