package dev.apim.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API, in one of its revisions (Azure: {@code api}).
 *
 * @param id resource name without the revision
 * @param displayName 1 to 300 characters
 * @param description or empty
 * @param path URL path prefix without leading and trailing slash; empty for the API that takes the rest
 * @param protocols among {@code http}, {@code https}, {@code ws}, {@code wss}
 * @param serviceUrl of the backend, or empty
 * @param type {@code http}, {@code soap}, {@code websocket}, {@code graphql}, {@code odata}, {@code grpc}
 * @param revision number of the revision, as text
 * @param isCurrent whether requests without {@code ;rev=} get it
 * @param isOnline whether it serves at all
 * @param version or empty
 * @param versionSetId resource name of the version set, if it is in one
 * @param subscriptionRequired whether a request needs a key
 * @param subscriptionKeyParameterNames where the key is looked for
 * @param workspaceId of the workspace that owns it, if one does
 */
public record Api(
        String id,
        String displayName,
        String description,
        String path,
        List<String> protocols,
        String serviceUrl,
        String type,
        String revision,
        boolean isCurrent,
        boolean isOnline,
        String version,
        @Nullable String versionSetId,
        boolean subscriptionRequired,
        SubscriptionKeyParameterNames subscriptionKeyParameterNames,
        @Nullable String workspaceId) {}
