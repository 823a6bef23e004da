package dev.apim.runner.corpus;

import dev.apim.core.document.NamedValues;
import dev.apim.core.document.PolicyDocumentReader;
import dev.apim.core.document.ReaderOptions;
import dev.apim.policy.PolicyElement;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A policy in a document.
 *
 * @param section it stands in; {@code fragment} in a fragment
 * @param path within the section, such as {@code choose[1]/when[2]/set-header[1]}
 */
record Statement(String section, String path) {
    static final String FRAGMENT = "fragment";

    /** Elements whose children are policies. */
    private static final Set<String> AROUND = Set.of("retry", "wait", "limit-concurrency");

    /** Elements whose children's children are. */
    private static final Set<String> BRANCHING = Set.of("choose", "cache-value");

    /** Those of a document, in its order; none where it cannot be read. */
    static Set<Statement> of(String text) {
        Set<Statement> all = new LinkedHashSet<>();
        PolicyDocumentReader.read("document", text, ReaderOptions.of(NamedValues.unknown()), issue -> {})
                .ifPresent(read -> {
                    if (read.root().name().equals(FRAGMENT)) {
                        within(FRAGMENT, "", read.root(), all);
                    } else {
                        read.root().children().forEach(section -> within(section.name(), "", section, all));
                    }
                });
        return all;
    }

    private static void within(String section, String prefix, PolicyElement parent, Set<Statement> all) {
        Map<String, Integer> counts = new HashMap<>();
        for (PolicyElement child : parent.children()) {
            String path = prefix + child.name() + "[" + counts.merge(child.name(), 1, Integer::sum) + "]";
            boolean isBranch = BRANCHING.contains(parent.name());
            if (!isBranch) {
                all.add(new Statement(section, path));
            }
            if (isBranch || AROUND.contains(child.name()) || BRANCHING.contains(child.name())) {
                within(section, path + "/", child, all);
            }
        }
    }

    @Override
    public String toString() {
        return section + " " + path;
    }
}
