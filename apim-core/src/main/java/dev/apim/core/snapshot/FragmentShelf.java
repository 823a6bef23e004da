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
        final Map<Use, Code> codes = new HashMap<>();

        Fragment(Optional<ParsedDocument> parsed, List<Issue> issues) {
            this.parsed = parsed;
            this.issues = issues;
        }

        DocumentReferences references() {
            return parsed.map(ParsedDocument::references)
                    .orElse(new DocumentReferences(java.util.Set.of(), java.util.Set.of()));
        }
    }

    /** Where a fragment is included. */
    record Use(Scope scope, Section section) {}
}
