package dev.apim.core.resource;

import dev.apim.model.Workspace;
import dev.apim.resource.ResourcePath;
import org.jspecify.annotations.Nullable;

/**
 * A workspace with its policy.
 *
 * @param path {@code /workspaces/w}
 * @param workspace with its name for its display name where none was given
 * @param policy if it has one
 */
public record WorkspaceEntry(
        ResourcePath path, Workspace workspace, @Nullable PolicyDocumentEntry policy) {}
