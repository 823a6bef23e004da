package dev.apim.runner.corpus;

import dev.apim.runner.Checkout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a list beside the tests says of a document, a line each: the document, what it is about, and as the last part the reason.
 *
 * @param line as it is written
 * @param document path in the corpus
 * @param about what follows, without the reason
 * @param reason why it is so
 */
record Listed(String line, String document, List<String> about, String reason) {
    private static final String BAR = " \\| ";

    /** All lines of a list but comments. */
    static List<Listed> in(String name) {
        List<Listed> all = new ArrayList<>();
        Checkout.read("apim-runner/src/test/resources/" + name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> all.add(of(line)));
        return all;
    }

    private static Listed of(String line) {
        String[] parts = line.split(BAR);
        if (parts.length < 3) {
            throw new IllegalArgumentException("expected document | what | reason, found: " + line);
        }
        List<String> about = List.copyOf(Arrays.asList(parts).subList(1, parts.length - 1));
        return new Listed(line, parts[0], about, parts[parts.length - 1]);
    }

    /** Whether it is about a failure of this document. */
    boolean covers(String path, String failure) {
        return document.equals(path) && about.stream().allMatch(failure::contains);
    }
}
