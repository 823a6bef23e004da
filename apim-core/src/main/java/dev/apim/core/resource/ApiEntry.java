package dev.apim.core.resource;

import dev.apim.model.Api;
import dev.apim.model.Operation;
import dev.apim.model.Resolver;
import dev.apim.model.Schema;
import dev.apim.resource.ResourcePath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One revision of an API with all that belongs to it.
 *
 * @param path {@code /apis/orders}, {@code /apis/orders;rev=2}, {@code /workspaces/w/apis/orders}
 * @param api its path without the version, whichever way it was written
 * @param operations in the order of their names
 * @param schemas in the order of their names
 * @param policy of the API, if it has one
 * @param operationPolicies by the operation's name, without regard to case
 * @param resolvers in the order of their names
 * @param resolverPolicies by the resolver's name, without regard to case
 * @param workspaceId of the workspace it is in, if it is in one
 */
public record ApiEntry(
        ResourcePath path,
        Api api,
        List<Operation> operations,
        List<Schema> schemas,
        @Nullable PolicyDocumentEntry policy,
        Map<String, PolicyDocumentEntry> operationPolicies,
        List<Resolver> resolvers,
        Map<String, PolicyDocumentEntry> resolverPolicies,
        @Nullable String workspaceId) {}
