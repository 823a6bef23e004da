package dev.apim.testkit.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apim.ConfigurationException;
import dev.apim.Issue;
import dev.apim.core.StandaloneDocuments;
import dev.apim.testkit.TestGateway;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Documents that other people wrote load, alone and in a configuration, and what is doubted in them is doubtful. */
final class CorpusTest {
    private static final Map<String, String> REFUSED = Map.of(
            "Azure__api-management-policy-snippets/"
                    + "examples__Call-out-to-an-HTTP-endpoint-and-cache-the-response.policy.xml",
            ":40:28: error: the expression that begins here is not closed",
            "Azure__azure-api-management-policy-toolkit/test__Test.Decompiling__TestData__publish-to-darp.xml",
            ":4:3: error: there is no policy <publish-to-darp>; did you mean <publish-to-dapr>?",
            "Azure__azure-api-management-policy-toolkit/test__Test.Decompiling__TestData__invoke-darp-binding.xml",
            ":4:3: error: there is no policy <invoke-darp-binding>; did you mean <invoke-dapr-binding>?");

    private interface Loading {
        List<Issue> issues(String path, String text);
    }

    @Test
    void everyDocumentIsTakenByItselfButTheThreeThatAreRefusedWithTheirPlace() throws IOException {
        everyDocument(CorpusTest::alone, new TreeMap<>());
    }

    @Test
    void everyDocumentServesAsThePolicyOfAnApiOnceWhatItRefersToIsThere() throws IOException {
        Map<String, String> needless = new TreeMap<>();
        everyDocument(CorpusTest::inConfiguration, needless);
        assertThat(needless).as("explanations of doubts that are there no more").isEmpty();
    }

    private static void everyDocument(Loading loading, Map<String, String> needless) throws IOException {
        Map<String, String> errors = new TreeMap<>();
        Map<String, String> unexplained = new TreeMap<>();
        Corpus.documents().forEach((path, text) -> {
            List<String> explained = new ArrayList<>(Doubts.of(path));
            for (Issue issue : loading.issues(path, text)) {
                if (issue.isError()) {
                    errors.merge(path, issue.toString(), (a, b) -> a + "\n" + b);
                } else if (!Doubts.isOfLaterWork(issue)
                        && Doubts.of(path).stream().noneMatch(issue.message()::contains)) {
                    unexplained.merge(path, issue.toString(), (a, b) -> a + "\n" + b);
                }
                explained.removeIf(issue.message()::contains);
            }
            if (!explained.isEmpty()) {
                needless.put(path, explained.toString());
            }
        });
        assertThat(unexplained).isEmpty();
        assertThat(errors).containsOnlyKeys(REFUSED.keySet());
        errors.forEach((path, message) -> assertThat(message).contains(REFUSED.get(path)));
    }

    private static List<Issue> alone(String path, String text) {
        List<Issue> issues = new ArrayList<>();
        StandaloneDocuments.create(false).check(path, text, issues::add);
        return issues;
    }

    private static List<Issue> inConfiguration(String path, String text) {
        TestGateway gateway = TestGateway.create().api("echo", "echo", "GET /{*rest}");
        Surroundings.of(text).putInto(gateway);
        if (text.contains("<policies")) {
            gateway.policy("/apis/echo", text);
        } else {
            String section = text.contains("<forward-request") ? "backend" : "inbound";
            gateway.fragment("document", text)
                    .policy(
                            "/apis/echo",
                            "<policies><" + section + "><include-fragment fragment-id=\"document\"/></" + section
                                    + "></policies>");
        }
        try {
            return gateway.start().warnings();
        } catch (ConfigurationException refused) {
            return refused.issues();
        }
    }
}
