package dev.apim.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalPathTest {
    /** Target, what is forwarded, what is matched; one a line. */
    private static final String ACCEPTED = """
            /                         /                       -
            /a                        /a                      a
            /a/                       /a/                     a
            /a/b/c                    /a/b/c                  a|b|c
            /A/b                      /A/b                    A|b
            /a/b/                     /a/b/                   a|b
            /.well-known/x            /.well-known/x          .well-known|x
            /a.b/..c/c..              /a.b/..c/c..            a.b|..c|c..
            /...                      /...                    ...
            /a/.../b                  /a/.../b                a|...|b
            /.a                       /.a                     .a
            /a-b_c~d                  /a-b_c~d                a-b_c~d
            /a!$&'()*+,=:@            /a!$&'()*+,=:@          a!$&'()*+,=:@
            /Orders(1)                /Orders(1)              Orders(1)
            /$metadata                /$metadata              $metadata
            /a+b                      /a+b                    a+b
            //                        /                       -
            ///                       /                       -
            //a                       /a                      a
            /a//b                     /a/b                    a|b
            /a///b//                  /a/b/                   a|b
            /a//                      /a/                     a
            /.                        /                       -
            /./                       /                       -
            /a/.                      /a/                     a
            /a/./                     /a/                     a
            /a/./b                    /a/b                    a|b
            /./a                      /a                      a
            /a/..                     /                       -
            /a/../                    /                       -
            /a/../b                   /b                      b
            /a/b/..                   /a/                     a
            /a/b/../                  /a/                     a
            /a/b/../c                 /a/c                    a|c
            /a/b/../../c              /c                      c
            /a/b/c/../../d            /a/d                    a|d
            /a/../b/../c              /c                      c
            /a/./../b                 /b                      b
            /a/.././b                 /b                      b
            /a//../b                  /b                      b
            /a/..//b                  /b                      b
            /%2e                      /                       -
            /a/%2e                    /a/                     a
            /a/%2e/b                  /a/b                    a|b
            /a/%2E/b                  /a/b                    a|b
            /a/%2e%2e/b               /b                      b
            /a/%2E%2E/b               /b                      b
            /a/%2e%2E/b               /b                      b
            /a/.%2e/b                 /b                      b
            /a/%2e./b                 /b                      b
            /a/b/%2e%2e               /a/                     a
            /a/%2e%2e%2e/b            /a/.../b                a|...|b
            /a/%2ex                   /a/.x                   a|.x
            /a/..;/b                  /b                      b
            /a/.;/b                   /a/b                    a|b
            /a/b/..;                  /a/                     a
            /a/%2e%2e;/b              /b                      b
            /a/.%2e;/b                /b                      b
            /a/b/..;/..;/c            /c                      c
            /%61                      /a                      a
            /%41%62                   /Ab                     Ab
            /a%2db                    /a-b                    a-b
            /a%7Eb                    /a~b                    a~b
            /a%5fb                    /a_b                    a_b
            /a%2eb                    /a.b                    a.b
            /%30%39                   /09                     09
            /a%20b                    /a%20b                  a b
            /a%3fb                    /a%3fb                  a?b
            /a%23b                    /a%23b                  a#b
            /a%25b                    /a%25b                  a%b
            /a%3ab                    /a%3ab                  a:b
            /a%3bb                    /a%3bb                  a;b
            /a%26b                    /a%26b                  a&b
            /a%2Bb                    /a%2Bb                  a+b
            /a%22b                    /a%22b                  a"b
            /%252e                    /%252e                  %2e
            /%252e%252e/b             /%252e%252e/b           %2e%2e|b
            /a/%252e%252e/b           /a/%252e%252e/b         a|%2e%2e|b
            /a%252fb                  /a%252fb                a%2fb
            /a%255cb                  /a%255cb                a%5cb
            /%2500                    /%2500                  %00
            /%25                      /%25                    %
            /%25zz                    /%25zz                  %zz
            /caf%C3%A9                /caf%C3%A9              café
            /caf%c3%a9                /caf%c3%a9              café
            /%E2%82%AC                /%E2%82%AC              €
            /%F0%9F%98%80/x           /%F0%9F%98%80/x         😀|x
            /%EF%BC%8E%EF%BC%8E/b     /%EF%BC%8E%EF%BC%8E/b   ．．|b
            /a%C3%A9b%20c             /a%C3%A9b%20c           aéb c
            /a"b                      /a%22b                  a"b
            /a<b>                     /a%3Cb%3E               a<b>
            /a[1]                     /a%5B1%5D               a[1]
            /a{b}|c^d`                /a%7Bb%7D%7Cc%5Ed%60    a{b}|c^d`
            /a;rev=2                  /a;rev=2                a
            /a;rev=2/b                /a;rev=2/b              a|b
            /a/v1;rev=12/b            /a/v1;rev=12/b          a|v1|b
            /a;REV=2/b                /a;REV=2/b              a|b
            /%61;rev=2/b              /a;rev=2/b              a|b
            /;rev=2                   /;rev=2                 -
            /;rev=2/                  /;rev=2/                -
            /;rev=2/a                 /;rev=2/a               a
            /a;rev=2/../b             /b                      b
            /a;rev=1/../b;rev=2       /b;rev=2                b
            """;

    private static final String REFUSED = """
            a
            http://h/a
            /..
            /../
            /../a
            /a/../..
            /a/../../b
            /%2e%2e/a
            /.%2e/a
            /%2e./a
            /..;/a
            /a/..;/..;/b
            /a//../../b
            //../a
            /./../a
            /a%2fb
            /a%2Fb
            /%2f
            /%2f%2e%2e%2fa
            /a%5cb
            /a%5Cb
            /%5c
            /a\\b
            /\\
            /..\\a
            /a/..%2fb
            /a/..%5cb
            /a%2f..%2fb
            /a/%2e%2e%2fb
            /%
            /a%
            /a%2
            /a%zz
            /a%2z
            /a%z2
            /a%%20
            /a% 20
            /a%-1
            /a%+1
            /a%u002e
            /%u002e%u002e/a
            /a%0x2e
            /%c0%ae
            /%c0%ae%c0%ae/a
            /%c0%af
            /%C0%AF
            /%c1%9c
            /%e0%80%ae
            /%e0%80%af
            /%f0%80%80%af
            /%f8%80%80%80%af
            /%fc%80%80%80%80%af
            /%80
            /%bf
            /%c3
            /%c3/%a9
            /%c3a%a9
            /%e2%82
            /%ed%a0%80
            /%ed%bf%bf
            /%f4%90%80%80
            /%ff
            /%fe%ff
            /%c3%28
            /a#b
            /#
            /a b
            /a\u00e9
            /\uff0e\uff0e/a
            /\u2215a
            /\ud83d\ude00
            /a;
            /a;b
            /a;b=c
            /a;b=c/d
            /admin;x
            /admin;x/users
            /a/;b/c
            /;
            /;b
            /;/a
            /a;rev
            /a;rev=
            /a;rev=x
            /a;rev=-1
            /a;rev=1.0
            /a;rev=1;b=c
            /a;b=c;rev=1
            /a;rev=1;rev=2
            /a;rev=1;
            /a;rev=1/b;rev=2
            /;rev=1/a;rev=2
            /;rev=1/;rev=2
            /a/;rev=2/b
            /a;r%65v=2
            /a/..;x/b
            /a/..;x=1/b
            /a/..;rev=2/b
            /a/.;x/b
            /a/..%3b/b
            /a/..%3B/b
            /a/..%3bx/b
            /a/.%3b/b
            /a/%2e%2e%3b/b
            /a/..%3b;/b
            /a/..%20/b
            /a/%20../b
            /a/..%C2%A0;/b
            /a/%E2%80%83.%20/b
            /a;%2e%2e/b
            /a;x%00
            /;rev=2/..
            /a?b#c
            /a?b c
            /a?b\u00e9
            /a?b%00
            /a?b%zz
            /a?b%
            /a?b=%e9
            /a?b=%c0%ae
            """;

    @Test
    void anAcceptedTargetIsForwardedAndMatchedInItsOneCanonicalForm() {
        List<String> rows = ACCEPTED.lines().toList();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(100).allSatisfy(row -> {
            String[] columns = row.split(" {2,}");
            CanonicalPath path = CanonicalPath.parse(columns[0], PathRules.DEFAULT);
            assertThat(path.encoded()).isEqualTo(columns[1]);
            assertThat(segments(path)).isEqualTo(columns[2].equals("-") ? List.of() : split(columns[2], columns[0]));
        });
    }

    @Test
    void theCanonicalFormOfACanonicalFormIsItself() {
        for (String row : ACCEPTED.lines().toList()) {
            CanonicalPath path = CanonicalPath.parse(row.split(" {2,}")[0], PathRules.DEFAULT);
            CanonicalPath again = CanonicalPath.parse(path.encoded(), PathRules.DEFAULT);
            assertThat(again).isEqualTo(path);
            assertThat(segments(again)).isEqualTo(segments(path));
        }
    }

    @Test
    void anAmbiguousTargetIsMalformedAndItsMessageRepeatsNothingOfIt() {
        List<String> rows = REFUSED.lines().toList();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(100).allSatisfy(CanonicalPathTest::assertRefused);
    }

    @Test
    void noControlCharacterPassesInAnyForm() {
        IntStream controls = IntStream.concat(IntStream.range(0, 0x20), IntStream.of(0x7f));
        List<String> rows =
                new ArrayList<>(controls.mapToObj(c -> "/a%%%02x".formatted(c)).toList());
        IntStream.range(0x80, 0xa0).forEach(c -> rows.add("/a%%c2%%%02x".formatted(c)));
        IntStream.rangeClosed(0, 0x20).forEach(c -> rows.add("/a" + (char) c + "b"));
        IntStream.rangeClosed(0, 0x20).forEach(c -> rows.add("/a?b" + (char) c));
        rows.add("/a\u007f");
        rows.add("/a?\u007f");
        assertThat(rows).hasSizeGreaterThan(130).allSatisfy(CanonicalPathTest::assertRefused);
    }

    @Test
    void theQueryStringIsKeptAsItCame() {
        CanonicalPath path =
                CanonicalPath.parse("/a/../b?x=%2e%2f&y[0]=1;z&&q=?/..#".replace("#", ""), PathRules.DEFAULT);
        assertThat(path.encoded()).isEqualTo("/b");
        assertThat(path.query()).isEqualTo("x=%2e%2f&y[0]=1;z&&q=?/..");
        assertThat(path.parameters().get("X")).isEqualTo("./");
        assertThat(path).hasToString("/b");
    }

    @Test
    void aLongPathHasAllItsSegments() {
        String target = IntStream.range(0, 100).mapToObj(i -> "/s" + i).reduce("", String::concat);
        CanonicalPath path = CanonicalPath.parse(target, PathRules.DEFAULT);
        assertThat(path.segments()).isEqualTo(100);
        assertThat(path.segment(99)).isEqualTo("s99");
        assertThat(path.encoded()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%2fb", "/a%2Fb", "/a%5cb", "/a%5Cb", "/a\\b", "/%2f", "/x/a%2f%2fb/y"})
    void encodedSlashesMayBeKept(String target) {
        CanonicalPath path = CanonicalPath.parse(target, PathRules.DEFAULT.keepingEncodedSlashes());
        assertThat(path.encoded()).isEqualTo(target);
        assertThat(path.segments())
                .isEqualTo((int) target.chars().filter(c -> c == '/').count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/..%2fb", "/a/..%5cb", "/a/..\\b", "/a%2f..", "/a%2f%2e%2e%2fb", "/a%5c.%5cb", "/%2f.."})
    void keptSlashesNeverHideDotSegments(String target) {
        assertThatThrownBy(() -> CanonicalPath.parse(target, PathRules.DEFAULT.keepingEncodedSlashes()))
                .isInstanceOf(MalformedTargetException.class);
    }

    @Test
    void aTwiceEncodedSlashIsDecodedOnceWhateverTheRules() {
        CanonicalPath path = CanonicalPath.parse("/a%252fb", PathRules.DEFAULT.keepingEncodedSlashes());
        assertThat(path.encoded()).isEqualTo("/a%252fb");
        assertThat(path.segment(0)).isEqualTo("a%2fb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//", "//a", "/a//b", "/a//", "/a/..//b", "/a//../b"})
    void emptySegmentsMayBeRefused(String target) {
        assertThatThrownBy(() -> CanonicalPath.parse(target, PathRules.DEFAULT.refusingEmptySegments()))
                .isInstanceOf(MalformedTargetException.class);
    }

    static Stream<List<String>> matrix() {
        return Stream.of(
                List.of("/admin;x", "admin", "/admin;x"),
                List.of("/admin;x=1;y=2/users;z/", "admin|users", "/admin;x=1;y=2/users;z/"),
                List.of("/admin;/users", "admin|users", "/admin;/users"),
                List.of("/a/..;x=1/b", "b", "/b"),
                List.of("/a/.;x/b", "a|b", "/a/b"),
                List.of("/a;rev=2;x/b", "a|b", "/a;rev=2;x/b"),
                List.of("/a;x;rev=2/b;rev=3", "a|b", "/a;x;rev=2/b;rev=3"));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void matrixParametersMayBeLeftOutOfMatchingOnEverySegment(List<String> row) {
        CanonicalPath path = CanonicalPath.parse(row.get(0), PathRules.DEFAULT.ignoringMatrixParameters());
        assertThat(segments(path)).isEqualTo(split(row.get(1), ""));
        assertThat(path.encoded()).isEqualTo(row.get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/;x/a", "/a/;x/b", "/..;x", "/a;x%2f", "/a;%00", "/a;\u00e9"})
    void ignoredMatrixParametersAreCheckedAllTheSame(String target) {
        assertThatThrownBy(() -> CanonicalPath.parse(target, PathRules.DEFAULT.ignoringMatrixParameters()))
                .isInstanceOf(MalformedTargetException.class);
    }

    @Test
    void escapesOfTheQueryMayBeAnything() {
        PathRules rules = PathRules.DEFAULT.withAnyQueryEscapes();
        assertThat(CanonicalPath.parse("/a?b=100%&c=%e9", rules).query()).isEqualTo("b=100%&c=%e9");
    }

    private static void assertRefused(String target) {
        assertThatThrownBy(() -> CanonicalPath.parse(target, PathRules.DEFAULT))
                .as(target)
                .isInstanceOf(MalformedTargetException.class)
                .hasMessageEndingWith(".")
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    }

    static List<String> segments(CanonicalPath path) {
        return IntStream.range(0, path.segments()).mapToObj(path::segment).toList();
    }

    private static List<String> split(String expected, String target) {
        return target.contains("|") ? List.of(expected) : Arrays.asList(expected.split("\\|"));
    }
}
