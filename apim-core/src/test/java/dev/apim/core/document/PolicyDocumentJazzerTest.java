package dev.apim.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.apim.Issue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reader of policy documents among texts nobody has thought of. */
class PolicyDocumentJazzerTest {
    private static final String SOURCE = "policy.xml";

    @FuzzTest(maxDuration = "60s")
    void everyTextIsReadOrRefusedWithAReasonAtAPlaceInIt(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<Issue> issues = new ArrayList<>();

        Optional<ParsedDocument> read =
                PolicyDocumentReader.read(SOURCE, text, ReaderOptions.of(NamedValues.unknown()), issues::add);

        assertThat(read.isEmpty()).isEqualTo(issues.stream().anyMatch(Issue::isError));
        long lines = text.lines().count() + 1;
        for (Issue issue : issues) {
            assertThat(issue.position().source()).isEqualTo(SOURCE);
            assertThat((long) issue.position().line()).isBetween(1L, lines);
            assertThat(issue.position().column()).isBetween(1, text.length() + 1);
            assertThat(issue.message()).isNotBlank();
        }
    }
}
