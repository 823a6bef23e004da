package dev.apim.core.snapshot;

import dev.apim.Issue;
import dev.apim.core.document.DocumentReferences;
import dev.apim.core.document.ParsedDocument;
import dev.apim.core.pipeline.Code;
import dev.apim.policy.Scope;
import dev.apim.policy.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fragments of one configuration: each read once, and compiled once for every section it is included in. Used by the one thread
 * that compiles.
 */
final class FragmentShelf {
    final Map<String, Fragment> fragments = new HashMap<>();

    /** A fragment that was read. */
    static final class Fragment {
        final Optional<ParsedDocument> parsed;
        final List<Issue> issues;
        final Map<Use, Compiled> codes = new HashMap<>();

        Fragment(Optional<ParsedDocument> parsed, List<Issue> issues) {
            this.parsed = parsed;
            this.issues = issues;
        }

        /** One for the next configuration, whose compilation must not be seen by this one. */
        Fragment copy() {
            Fragment copy = new Fragment(parsed, issues);
            copy.codes.putAll(codes);
            return copy;
        }

        Set<String> uses() {
            return codes.values().stream()
                    .flatMap(compiled -> compiled.uses().stream())
                    .collect(Collectors.toSet());
        }

        DocumentReferences references() {
            return parsed.map(ParsedDocument::references).orElse(new DocumentReferences(Set.of(), Set.of()));
        }
    }

    /**
     * A fragment compiled for one use.
     *
     * @param code of it
     * @param issues that came up, which every document that includes it reports as its own
     * @param uses the parts it refers to
     */
    record Compiled(Code code, List<Issue> issues, Set<String> uses) {}

    /** Where a fragment is included. */
    record Use(Scope scope, Section section) {}
}
