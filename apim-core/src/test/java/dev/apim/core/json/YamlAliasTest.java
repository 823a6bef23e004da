package dev.apim.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class YamlAliasTest {
    private final List<Issue> issues = new ArrayList<>();

    private Optional<PositionedTree> read(String text) {
        return PositionedTree.read("a.yaml", text, issues::add);
    }

    private String json(String text) {
        return read(text).map(t -> t.root().toString()).orElseGet(issues::toString);
    }

    private void isRefused(String text, int line, String words) {
        assertThat(read(text)).isEmpty();
        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.message()).contains(words);
            assertThat(issue.position().line()).isEqualTo(line);
        });
    }

    @Test
    void anAliasIsTheAnchoredValue() {
        assertThat(json("a: &x {b: 1}\nc: *x\nd: [*x, &s text, *s]\n"))
                .isEqualTo("{\"a\":{\"b\":1},\"c\":{\"b\":1},\"d\":[{\"b\":1},\"text\",\"text\"]}");
    }

    @Test
    void whatLiesWithinAnAliasIsFoundAtTheAlias() {
        PositionedTree tree = read("a: &x {b: 1}\nc: *x\n").orElseThrow();
        assertThat(tree.at("/c/b")).hasToString("a.yaml:2:4");
    }

    @Test
    void aMergeKeyAddsWhatTheObjectDoesNotSay() {
        assertThat(json("a: &x {b: 1, c: 1}\ny: &y {c: 2, d: 2}\nd:\n  <<: [*x, *y]\n  b: 3\n"))
                .endsWith("\"d\":{\"b\":3,\"c\":1,\"d\":2}}");
    }

    @Test
    void inJsonAMergeKeyIsAKey() {
        assertThat(json("{\"<<\": {\"a\": 1}}")).isEqualTo("{\"<<\":{\"a\":1}}");
    }

    @Test
    void theLastAnchorOfANameCounts() {
        assertThat(json("a: &x 1\nb: &x 2\nc: *x\n")).isEqualTo("{\"a\":1,\"b\":2,\"c\":2}");
    }

    @Test
    void anAliasOfNothingOrOfItselfIsRefused() {
        isRefused("a: 1\nb: *x\n", 2, "'*x' has no anchor before it");
        issues.clear();
        isRefused("a: &x\n  b: *x\n", 2, "stands within its own anchor");
    }

    @Test
    void aMergeKeyNeedsAnObject() {
        isRefused("a:\n  <<: 1\nb: 2\n", 3, "the merge key '<<'");
    }

    @Test
    void aliasesThatMultiplyWithoutEndAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)));
        }
        isRefused(bomb.toString(), 6, "aliases add more than 100000 values");
    }

    @Test
    void aliasesThatNestWithoutEndAreRefused() {
        StringBuilder deep = new StringBuilder("a0: &a0 []\n");
        for (int i = 1; i < 200; i++) {
            deep.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
        }
        isRefused(deep.toString(), 100, "nested deeper than 100");
    }

    @Test
    void wordsLikeNoAndOnAreTexts() {
        assertThat(json("a: no\nb: on\nc: true\nd: y\n"))
                .isEqualTo("{\"a\":\"no\",\"b\":\"on\",\"c\":true,\"d\":\"y\"}");
    }
}
