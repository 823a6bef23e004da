package dev.apim.core.snapshot;

import dev.apim.Issue;
import dev.apim.core.document.DocumentReferences;
import dev.apim.core.pipeline.PolicyCode;
import dev.apim.core.resource.PolicyDocumentEntry;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy document in force.
 *
 * @param entry it was compiled from
 * @param workspaceId whose named values, fragments and backends it refers to
 * @param code of it
 * @param references to named values and fragments
 * @param uses the parts it refers to, such as backends; see {@link NameChanges#part}
 * @param warnings that came up
 */
record CompiledDocument(
        PolicyDocumentEntry entry,
        @Nullable String workspaceId,
        PolicyCode code,
        DocumentReferences references,
        Set<String> uses,
        List<Issue> warnings) {}
