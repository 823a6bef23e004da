package dev.apim.core.expression.csharp.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lexer of C# expressions among texts nobody has thought of. */
class LexerJazzerTest {
    @FuzzTest(maxDuration = "60s")
    void everyTextIsCutIntoTokensThatFollowOneAnother(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Parsing issues = new Parsing();

        List<Token> tokens = Lexer.tokens(text, 0, false, issues);

        int end = 0;
        for (Token token : tokens) {
            assertThat(token.start()).isGreaterThanOrEqualTo(end);
            assertThat(token.end()).isBetween(token.start(), text.length());
            end = token.end();
        }
        assertThat(tokens.get(tokens.size() - 1).is(TokenKind.END)).isTrue();
    }
}
