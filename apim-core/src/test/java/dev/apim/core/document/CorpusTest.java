package dev.apim.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.Issue;
import dev.apim.model.NamedValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class CorpusTest {
    private static final ReaderOptions ALONE = ReaderOptions.of(NamedValues.unknown());

    @Test
    void documentsOfOthersAreReadAndEveryPositionPointsIntoTheirText() throws IOException {
        List<Issue> issues = new ArrayList<>();
        int checked = 0;
        for (Map.Entry<String, String> document : Corpus.documents().entrySet()) {
            if (!document.getKey().endsWith(Corpus.MALFORMED)) {
                Optional<ParsedDocument> parsed =
                        PolicyDocumentReader.read(document.getKey(), document.getValue(), ALONE, issues::add);
                assertThat(issues).isEmpty();
                checked += Written.check(parsed.orElseThrow());
            }
        }
        assertThat(checked).isGreaterThan(10_000);
    }

    @Test
    void theMalformedDocumentIsRefusedWhereItsFirstStringIsNotClosed() throws IOException {
        for (Map.Entry<String, String> document : Corpus.documents().entrySet()) {
            if (document.getKey().endsWith(Corpus.MALFORMED)) {
                List<Issue> issues = new ArrayList<>();
                assertThat(PolicyDocumentReader.read("p.xml", document.getValue(), ALONE, issues::add))
                        .isEmpty();
                assertThat(issues).hasSize(1);
                assertThat(issues.get(0).position().line()).isGreaterThan(1);
                assertThat(issues.get(0).excerpt()).contains("\n").endsWith("^");
                return;
            }
        }
    }

    @Test
    void documentsOfOthersReadTheSameWithEveryNamedValueDefined() throws IOException {
        for (Map.Entry<String, String> document : Corpus.documents().entrySet()) {
            Optional<ParsedDocument> alone =
                    PolicyDocumentReader.read(document.getKey(), document.getValue(), ALONE, issue -> {});
            if (alone.isPresent()) {
                Set<String> names = new TreeSet<>(alone.get().references().namedValues());
                List<NamedValue> values = names.stream()
                        .map(n -> new NamedValue(n, n, "s3cr3t-" + n.length(), true, List.of()))
                        .toList();
                List<Issue> issues = new ArrayList<>();
                Optional<ParsedDocument> configured = PolicyDocumentReader.read(
                        document.getKey(), document.getValue(), ReaderOptions.of(NamedValues.of(values)), issues::add);
                assertThat(issues).isEmpty();
                Written.check(configured.orElseThrow());
                assertThat(configured.get().references()).isEqualTo(alone.get().references());
                assertThat(configured.get().root().content().shown())
                        .doesNotContain("s3cr3t")
                        .isEqualTo(alone.get().root().content().text());
            }
        }
    }
}
