package dev.apim.core.routing;

import dev.apim.model.Api;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of one revision of one API.
 *
 * @param workspaceId of the workspace that owns the API, if one does
 * @param apiId resource name without the revision
 * @param revision number, as text
 */
public record ApiRevision(@Nullable String workspaceId, String apiId, String revision) {
    static final Comparator<ApiRevision> ORDER = Comparator.comparing(
                    (ApiRevision r) -> r.workspaceId() == null ? "" : r.workspaceId())
            .thenComparing(ApiRevision::apiId)
            .thenComparing(ApiRevision::revision);

    /** The name of this API's revision. */
    public static ApiRevision of(Api api) {
        return new ApiRevision(api.workspaceId(), api.id(), api.revision());
    }

    boolean sameApi(ApiRevision other) {
        return apiId.equals(other.apiId) && Objects.equals(workspaceId, other.workspaceId);
    }

    /** {@code orders;rev=2}, after its workspace if it has one. */
    @Override
    public String toString() {
        return (workspaceId == null ? "" : workspaceId + "/") + apiId + ";rev=" + revision;
    }
}
