package dev.apim.core.expression.csharp.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** The parser of C# expressions among texts nobody has thought of. */
class ParserJazzerTest {
    @FuzzTest(maxDuration = "60s")
    void everyTextIsParsedOrRefusedWithAReasonAtAPlaceInIt(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String expression = text.startsWith("{") ? "@" + text : "@(" + text + ")";

        assertThat(Parsing.mistakes(expression)).doesNotContain("").allMatch(issue -> !issue.endsWith(": "));
    }
}
