package dev.apim.runner.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.apim.runner.Checkout;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every statement of every document that other people wrote runs, or is listed with the reason why it does not; and no request ends in
 * a 500 that neither the document nor its backend wants, or it is listed with the reason.
 */
class CorpusCoverageTest {
    private static final Path DOCUMENTS = Path.of(System.getProperty(
                    "apim.shared", Checkout.ROOT.resolve("../shared").toString()))
            .resolve("corpus/policies");

    /** Malformed, or with a policy that is none: refused when loaded. */
    private static final Set<String> REFUSED = Set.of(
            "Azure__api-management-policy-snippets/"
                    + "examples__Call-out-to-an-HTTP-endpoint-and-cache-the-response.policy.xml",
            "Azure__azure-api-management-policy-toolkit/test__Test.Decompiling__TestData__publish-to-darp.xml",
            "Azure__azure-api-management-policy-toolkit/test__Test.Decompiling__TestData__invoke-darp-binding.xml");

    @Test
    void everyStatementIsReachedAndNoRequestFailsOrTheReasonIsListed() throws IOException {
        Map<String, Coverage> all = new LinkedHashMap<>();
        documents().forEach((path, text) -> {
            if (!REFUSED.contains(path)) {
                all.put(path, Coverage.of(Place.of(path, text)));
            }
        });
        Set<String> unreached = new TreeSet<>();
        Set<String> failures = new TreeSet<>();
        all.forEach((path, coverage) -> {
            coverage.unreached().forEach(statement -> unreached.add(path + " | " + statement));
            coverage.failures.forEach(failure -> failures.add(path + " | " + failure));
        });
        List<Listed> lines = Listed.in("corpus-unreached.txt");
        totals(all, lines, System.out);
        explained(unreached, lines);
        excused(failures, Listed.in("corpus-failures.txt"));
    }

    @Test
    void whatIsSaidOfADocumentIsSaidOfOneThatIsThere() throws IOException {
        assertThat(documents().keySet()).containsAll(Description.documents());
    }

    private static void totals(Map<String, Coverage> all, List<Listed> lines, PrintStream out) {
        int statements = all.values().stream().mapToInt(each -> each.all.size()).sum();
        int requests = all.values().stream().mapToInt(each -> each.requests).sum();
        int left =
                all.values().stream().mapToInt(each -> each.unreached().size()).sum();
        out.println("corpus: " + (all.size() + REFUSED.size()) + " documents, " + REFUSED.size() + " of them refused, "
                + requests + " requests, " + statements + " statements, " + (statements - left) + " reached, "
                + lines.size() + " out of reach for a reason");
    }

    private static void explained(Set<String> unreached, List<Listed> lines) {
        Set<String> listed = lines.stream()
                .map(line -> line.document() + " | " + line.about().get(0))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unlisted = new TreeSet<>(unreached);
        unlisted.removeAll(listed);
        assertThat(unlisted)
                .as("statements that no request reached and no list explains")
                .isEmpty();
        listed.removeAll(unreached);
        assertThat(listed)
                .as("statements listed as out of reach that were reached, or are not there")
                .isEmpty();
    }

    private static void excused(Set<String> failures, List<Listed> lines) {
        List<String> unlisted = new ArrayList<>();
        Set<Listed> needless = new java.util.LinkedHashSet<>(lines);
        for (String failure : failures) {
            String path = failure.substring(0, failure.indexOf(" | "));
            List<Listed> covering =
                    lines.stream().filter(line -> line.covers(path, failure)).toList();
            covering.forEach(needless::remove);
            if (covering.isEmpty()) {
                unlisted.add(failure);
            }
        }
        assertThat(unlisted).as("500s that nobody asked for").isEmpty();
        assertThat(needless)
                .extracting(Listed::line)
                .as("500s listed that did not happen")
                .isEmpty();
    }

    private static Map<String, String> documents() throws IOException {
        assumeTrue(Files.isDirectory(DOCUMENTS), () -> "skipped: no policy documents in " + DOCUMENTS);
        Map<String, String> documents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(DOCUMENTS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                documents.put(DOCUMENTS.relativize(file).toString(), Files.readString(file));
            }
        }
        return documents;
    }
}
