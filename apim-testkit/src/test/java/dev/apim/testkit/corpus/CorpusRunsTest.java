package dev.apim.testkit.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.apim.testkit.TestGateway;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that other people wrote do to requests and responses what their expressions say. */
final class CorpusRunsTest {
    static List<Run> runs() throws IOException {
        JsonNode table = new ObjectMapper(new YAMLFactory()).readTree(Resources.text("/corpus-runs.yaml"));
        List<Run> runs = new ArrayList<>();
        table.forEach(run -> runs.add(new Run(run)));
        return runs;
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aDocumentDoesWhatWasReadFromIt(Run run) throws IOException {
        Map<String, String> documents = Corpus.documents();
        assertThat(documents).containsKey(run.document());
        TestGateway gateway = run.gateway(java.util.Objects.requireNonNull(documents.get(run.document())));
        List<RunCall> calls = run.calls();
        for (int i = 0; i < calls.size(); i++) {
            try {
                calls.get(i).play(gateway);
            } catch (AssertionError e) {
                throw new AssertionError("call " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
    }
}
