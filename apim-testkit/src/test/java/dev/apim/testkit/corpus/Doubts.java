package dev.apim.testkit.corpus;

import dev.apim.Issue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The warnings that real documents earn, and why each is right. */
final class Doubts {
    /** What a jar brings that is not here, or later work: recognised by its text wherever it stands. */
    private static final List<Pattern> LATER = List.of(
            Pattern.compile("policy <[a-z-]+> (is not available in this version|is not at hand)[;:] .*"),
            Pattern.compile(".* template=\"liquid\" needs the jar dev.apim:apim-liquid, which is not at hand; .*"),
            Pattern.compile("http-version .*"),
            Pattern.compile("caching-type 'external' of .*"));

    /** What is doubtful in the document itself: path to a part of each message. */
    private static final Map<String, List<String>> OWN = own();

    private Doubts() {}

    /** Whether the warning says what a later version brings. */
    static boolean isOfLaterWork(Issue warning) {
        return LATER.stream().anyMatch(text -> text.matcher(warning.message()).matches());
    }

    /** Parts of the messages that a document earns by itself. */
    static List<String> of(String path) {
        return OWN.getOrDefault(path, List.of());
    }

    private static Map<String, List<String>> own() {
        Map<String, List<String>> own = new HashMap<>();
        Resources.text("/corpus-doubts.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> {
                    List<String> parts = List.of(line.split(" \\| "));
                    own.put(parts.get(0), parts.subList(1, parts.size()));
                });
        return own;
    }
}
